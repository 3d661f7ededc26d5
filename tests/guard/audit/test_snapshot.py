"""State files of every version and form, and what is no state at all."""

import gzip
import json
from typing import Any

import pytest
import zstandard

from aurora_guard.engine.wire import UNKNOWN, secret
from aurora_guard.report.model import Unjudged
from aurora_guard.state.snapshot import StateError, parse
from tests.harness import state
from tests.policies.cases import cluster, ref, res

KEY = res("aws:kms/key:Key", "key")
CLUSTER = cluster("main", kmsKeyId=ref(KEY), port=5432)
ENTRIES = state.resources(KEY, CLUSTER)
URN = ENTRIES[-1]["urn"]


NESTED = json.loads('{"a":' * 120 + "0" + "}" * 120)


def data(document: Any) -> bytes:
    return json.dumps(document).encode()


def refused(content: bytes) -> str:
    with pytest.raises(StateError) as error:
        parse(content)
    return str(error.value)


@pytest.mark.parametrize(
    "content",
    [
        data(state.export(ENTRIES)),
        data(state.export(ENTRIES, version=4)),
        data(state.checkpoint(ENTRIES)),
        data(state.checkpoint(ENTRIES, version=4)),
        gzip.compress(data(state.checkpoint(ENTRIES))),
        zstandard.compress(data(state.checkpoint(ENTRIES))),
        b"\xef\xbb\xbf" + data(state.export(ENTRIES)),
        json.dumps(state.export(ENTRIES)).encode("utf-16"),  # as PowerShell redirects it
    ],
    ids=["export", "export 4", "checkpoint", "checkpoint 4", "gzip", "zstd", "UTF-8 with a mark", "UTF-16"],
)
def test_every_form(content: bytes) -> None:
    snapshot = parse(content)
    assert (snapshot.project, snapshot.stack) == ("test", "dev")
    assert [resource.urn for resource in snapshot.resources] == [entry["urn"] for entry in ENTRIES]
    main = snapshot.by_urn[URN]
    assert main.name == "main"
    assert main.inputs["port"] == 5432
    assert main.outputs["id"] == "id-of-main"
    assert main.property_dependencies == {"kmsKeyId": [ENTRIES[-2]["urn"]]}
    assert main.provider == ENTRIES[1]["urn"]
    assert main.parent == ENTRIES[0]["urn"]


@pytest.mark.parametrize("version", [1, 2])
def test_old_versions_know_no_dependencies_of_properties(version: int) -> None:
    for document in (state.export(ENTRIES, version), state.checkpoint(ENTRIES, version)):
        main = parse(data(document)).by_urn[URN]
        assert (
            main.property_dependencies["kmsKeyId"] == main.property_dependencies["port"] == main.dependencies
        )


def test_a_checkpoint_from_before_versions() -> None:
    document = state.checkpoint(ENTRIES)["checkpoint"]
    assert len(parse(data(document)).resources) == len(ENTRIES)
    assert parse(data({"stack": "dev"})).resources == ()
    assert parse(data({"version": 3, "checkpoint": {"stack": "dev"}})).resources == ()


def test_values_are_what_the_engine_sends() -> None:
    reference = {state.SIGNATURE: "5cf8f73096256a8f31e491e813e4eb8e", "urn": URN}
    output = {state.SIGNATURE: "d0e6a833031e9bbcd3f4e8bde6ca49a4"}
    entries = state.resources(
        cluster(
            encrypted=state.CIPHERTEXT,
            shown={state.SIGNATURE: state.SECRET, "plaintext": '{"a": [1]}'},
            component=reference,
            custom={**reference, "id": "i-1"},
            unborn={**reference, "id": ""},
            output={**output, "value": 1, "dependencies": [URN]},
            secret={**output, "value": 1, "secret": True},
            unknown=output,
            nested=[{"deep": state.CIPHERTEXT}],
        )
    )
    assert parse(data(state.export(entries))).resources[-1].inputs == {
        "__defaults": ["name"],
        "engine": "aurora-postgresql",
        "encrypted": secret(UNKNOWN),
        "shown": secret({"a": [1]}),
        "component": URN,
        "custom": "i-1",
        "unborn": UNKNOWN,
        "output": 1,
        "secret": secret(1),
        "unknown": UNKNOWN,
        "nested": [{"deep": secret(UNKNOWN)}],
    }


def test_what_is_going_away_or_not_there_yet_is_not_judged() -> None:
    old = {**ENTRIES[-1], "delete": True}
    pending = [{"type": "creating", "resource": {**ENTRIES[-1], "urn": f"{URN}-new"}}]
    snapshot = parse(data(state.export([*ENTRIES, old], pending_operations=pending)))
    assert [resource.urn for resource in snapshot.resources] == [entry["urn"] for entry in ENTRIES]
    assert snapshot.unjudged == (
        Unjudged(URN, CLUSTER.type, "pending deletion"),
        Unjudged(f"{URN}-new", CLUSTER.type, "pending operation: creating"),
    )


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is empty."),
        (b"\n", "is empty."),
        (data(state.export(ENTRIES))[:-40], "is truncated: "),
        (b"{nothing}", "is not valid JSON: expecting property name"),
        (b"\x00\x01\xff\xfe" * 9, "is no"),
        (b"PK\x03\x04\xff\xfe\x80", "is not text, so it is no Pulumi state."),
        (gzip.compress(data(state.export(ENTRIES)))[:-100], "is truncated or damaged: "),
        (b"\x1f\x8b" + b"x" * 50, "is truncated or damaged: "),
        (zstandard.compress(data(state.export(ENTRIES)))[:50], "is truncated or damaged: "),
        (b"[]", "is JSON, but no Pulumi state."),
        (b'"text"', "is JSON, but no Pulumi state."),
        (b'{"name": "package", "version": "1.0.0"}', "it holds neither a `deployment`"),
        (b'{"version": "3", "deployment": {}}', 'has the version "3"'),
        (b'{"name": "package"}', "it holds neither a `deployment`"),
        (b'{"version": 3}', "it holds neither a `deployment`"),
        (b'{"version": 3, "deployment": []}', "is damaged: deployment is no object."),
        (b'{"version": 3, "checkpoint": 7}', "is damaged: checkpoint is no object."),
        (
            data(state.export(ENTRIES, version=9)),
            "is of deployment version 9, and the newest known here is 4",
        ),
        (data(state.export(ENTRIES, version=-1)), "has the version -1"),
        (b'{"version": 3, "deployment": {"resources": [NaN]}}', "it holds NaN, which is no JSON number"),
        (b'{"version": 3, "deployment": {"resources": {"a": 1}}}', "is damaged: resources is no list."),
        (b'{"version": 3, "deployment": {"resources": [7]}}', "is damaged: resources[0] is no object."),
        (b'{"version": 3, "deployment": {"resources": [{}]}}', "resources[0] has no valid `urn`."),
        (data(state.export([{"urn": "x"}])), "resources[0] has no valid `urn`."),
        (data(state.export([{"urn": URN, "inputs": []}, {"urn": URN, "inputs": 7}])), "resources[1].inputs"),
        (
            data(state.export([{"urn": URN, "dependencies": [7]}])),
            "resources[0].dependencies is no list of texts.",
        ),
        (data(state.export([{"urn": URN, "type": 7}])), "resources[0].type is no text."),
        (data(state.export([*ENTRIES, ENTRIES[-1]])), f"lists {URN} twice"),
        (data(state.export([], pending_operations=[{}])), "pending_operations[0].resource is no object."),
        (b'{"a":' * 100_000, "has values that are nested more than 100 levels deep."),
        (data(state.export(state.resources(cluster(deep=NESTED)))), "nested more than 100 levels deep."),
    ],
)
def test_what_is_no_state(content: bytes, message: str) -> None:
    assert message in refused(content)


def test_a_secret_in_the_clear_is_not_shown_where_it_is_damaged() -> None:
    broken = {state.SIGNATURE: state.SECRET, "plaintext": "hunter2"}
    found = parse(data(state.export(state.resources(cluster(masterPassword=broken)))))
    assert found.resources[-1].inputs["masterPassword"] == secret(UNKNOWN)
