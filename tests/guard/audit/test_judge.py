"""Audit gives exactly the findings that the pack gives over its protocol, as `pulumi policy analyze` asks it."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from aurora_guard.audit.judge import OwnPack, ProtocolPack
from aurora_guard.report.model import Status
from aurora_guard.state.snapshot import Snapshot, parse
from aurora_policies.controls import catalogue
from tests.harness import state
from tests.policies.analyzer import PACK
from tests.policies.cases import Sample, cluster, declared, secret

CONFIG = {control.id: "advisory" for control in catalogue() if control.opt_in}


@pytest.fixture(scope="module")
def protocol() -> Iterator[ProtocolPack]:
    pack = ProtocolPack(PACK, CONFIG, Path("config.json"), 60)
    yield pack
    pack.close()


@pytest.fixture(scope="module")
def own() -> OwnPack:
    return OwnPack("0.1.0", CONFIG, Path("config.json"))


def snapshot(*samples: Sample) -> Snapshot:
    return parse(json.dumps(state.export(state.resources(*samples))).encode())


def stacks(kind: str) -> Iterator[Snapshot]:
    """Stacks of the first case of that kind of every control, of a few dozen controls each."""
    samples: list[Sample] = []
    for control in catalogue():
        cases = declared(control.id, "CASES")
        case = next((case for case in cases if case.kind == kind and not case.settings), None)
        if case is not None:
            samples += [replace(sample, name=f"{control.id}-{sample.name}") for sample in case.resources]
        if len(samples) >= 40:
            yield snapshot(*samples)
            samples = []
    yield snapshot(*samples)


@pytest.mark.parametrize("kind", ["violating", "unknown"])
def test_both_ways_find_the_same(own: OwnPack, protocol: ProtocolPack, kind: str) -> None:
    statuses: set[Status] = set()
    for stack in stacks(kind):
        mine, theirs = own.judge(stack), protocol.judge(stack)
        assert mine.findings == theirs.findings
        assert mine.counts == theirs.counts
        assert mine.not_applicable == theirs.not_applicable
        statuses |= {finding.status for finding in mine.findings}
    assert statuses == {Status.FAIL, Status.UNKNOWN}
    assert own.controls == protocol.controls
    assert own.pack == protocol.pack


def test_an_encrypted_secret_is_unknown_and_a_plain_one_is_never_shown(own: OwnPack) -> None:
    encrypted, shown = cluster("encrypted"), cluster("shown", masterPassword=secret("hunter22"))
    entries = state.resources(encrypted, shown)
    entries[2]["inputs"]["masterPassword"] = entries[2]["outputs"]["masterPassword"] = state.CIPHERTEXT
    entries[2]["inputs"]["storageEncrypted"] = entries[2]["outputs"]["storageEncrypted"] = state.CIPHERTEXT
    found = own.judge(parse(json.dumps(state.export(entries)).encode())).findings
    of_encrypted = {f.control.name: f.status for f in found if f.urn == entries[2]["urn"]}
    assert of_encrypted["rds-cluster-storage-encrypted"] is Status.UNKNOWN
    assert of_encrypted["rds-managed-master-password"] is Status.FAIL
    assert not [finding for finding in found if "hunter22" in finding.message or "v1:" in finding.message]
