"""`guard audit` as people run it."""

import io
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from aurora_guard.audit.run import Request, audit
from aurora_guard.commands.audit import status_of
from aurora_guard.errors import GuardError
from aurora_guard.report import audit_json, audit_table
from aurora_guard.report.combined import combined
from aurora_guard.report.formats import FORMATS, renderer
from aurora_guard.report.model import Status
from aurora_guard.report.progress import bar
from aurora_guard.state.locations import find
from tests.harness import state
from tests.harness.command import PACKS, guard
from tests.policies.analyzer import PACK
from tests.policies.cases import cluster, res, secret

GOOD = res("aws:s3/bucket:Bucket", "logs")
BAD = cluster("orders", storageEncrypted=False, masterPassword=secret("hunter22"))


@pytest.fixture
def backend(tmp_path: Path) -> Path:
    """A self-managed backend of three stacks, and what else lies in one."""
    folder = tmp_path / "backend"
    stacks = folder / ".pulumi" / "stacks"
    for project, stack, sample, suffix in (
        ("shop", "dev", GOOD, ".json"),
        ("shop", "prod", BAD, ".json.gz"),
        ("billing", "prod", BAD, ".json"),
    ):
        entries = state.resources(sample, project=project, stack=stack)
        state.write(stacks / project / f"{stack}{suffix}", state.checkpoint(entries))
    (folder / ".pulumi" / "meta.yaml").write_text("version: 1\n")
    for junk in ("dev.json.bak", "dev.json.1700000000", "dev.pulumi-tags", "dev.json.attrs"):
        (stacks / "shop" / junk).write_text("{}")
    for elsewhere in ("history/shop/dev/dev-1.checkpoint.json", "backups/shop/dev/dev.1.json"):
        (folder / ".pulumi" / elsewhere).parent.mkdir(parents=True)
        (folder / ".pulumi" / elsewhere).write_text("{}")
    return folder


def report(*sources: str | Path, status: int, **options: Any) -> dict[str, Any]:
    """The JSON report of an audit in this process."""
    request = Request([str(source) for source in sources], PACK, **options)
    with audit(request) as found:
        assert status_of(found) == status
        document: dict[str, Any] = json.loads("".join(audit_json.render(found)))
        return document


def table(*sources: str | Path) -> str:
    """The tables of an audit in this process."""
    with audit(Request([str(source) for source in sources], PACK)) as found:
        return audit_table.render(found)


def names(found: dict[str, Any]) -> list[str]:
    return [f"{stack['project']}/{stack['stack']}" for stack in found["stacks"]]


def failing(stack: dict[str, Any]) -> set[str]:
    return {finding["control"] for finding in stack["findings"] if finding["status"] == "fail"}


def test_a_whole_backend(backend: Path) -> None:
    found = report(backend, status=1)
    assert names(found) == ["billing/prod", "shop/dev", "shop/prod"]
    assert list(found) == [
        "version",
        "kind",
        "packs",
        "summary",
        "controls",
        "frameworks",
        "unreadable",
        "stacks",
    ]
    billing, dev, prod = found["stacks"]
    assert failing(billing) == failing(prod) > {"rds-cluster-storage-encrypted"}
    assert failing(dev) == set()
    total = found["summary"]
    assert total["stacks"] == 3
    assert total["resources"] == 9
    for status in ("fail", "unknown", "pass", "not_applicable", "mandatory_failures"):
        assert total[status] == sum(stack["summary"][status] for stack in found["stacks"]), status
    encrypted = next(c for c in found["controls"] if c["control"] == "rds-cluster-storage-encrypted")
    assert (encrypted["fail"], encrypted["stacks_failing"], encrypted["level"]) == (2, 2, "mandatory")
    assert found["controls"][0]["fail"] == max(control["fail"] for control in found["controls"])
    pci = next(f for f in found["frameworks"] if f["framework"] == "pci-dss-4.0.1")
    assert pci["requirements"] == prod["frameworks"]["pci-dss-4.0.1"]
    assert pci["requirements"]["failing"] > 0
    assert dev["frameworks"]["pci-dss-4.0.1"]["failing"] == 0
    assert "hunter22" not in json.dumps(found)


def test_the_tables(backend: Path) -> None:
    result = guard("audit", backend, "--workers", "2")
    assert result.status == 1
    assert result.stderr == ""
    assert result.stdout == table(backend)
    lines = result.stdout.splitlines()
    assert lines[0].startswith("3 stacks: 9 resources, ")
    assert any("rds-cluster-storage-encrypted" in line and line.split()[0] == "high" for line in lines)
    worst = lines[lines.index("Worst stacks") + 3]
    assert worst.split()[0] == "billing/prod"
    assert any("pci-dss-4.0.1" in line for line in lines)
    assert " failed (" in lines[-1]


@pytest.mark.parametrize("given", ["", ".pulumi", ".pulumi/stacks", "file://"])
def test_ways_to_name_a_backend(backend: Path, given: str) -> None:
    source = f"{given}{backend}" if given == "file://" else str(backend / given)
    assert [file.path.rpartition("/stacks/")[2] for file in find([source])] == [
        "billing/prod.json",
        "shop/dev.json",
        "shop/prod.json.gz",
    ]


def test_a_backend_older_than_projects_and_one_that_changed_its_compression(backend: Path) -> None:
    stacks = backend / ".pulumi" / "stacks"
    state.write(stacks / "old.json", state.checkpoint(state.resources(GOOD)))
    state.write(stacks / "shop" / "dev.json.gz", state.checkpoint(state.resources(GOOD)))
    os.utime(stacks / "shop" / "dev.json", (1, 1))
    found = [file.path.rpartition("/stacks/")[2] for file in find([str(backend)])]
    assert found == ["billing/prod.json", "old.json", "shop/dev.json.gz", "shop/prod.json.gz"]


def test_exports_by_themselves_in_a_folder_and_on_standard_input(tmp_path: Path) -> None:
    export = state.export(state.resources(BAD), pending_operations=[])
    one = state.write(tmp_path / "exports" / "deep" / "one.json", export)
    state.write(tmp_path / "exports" / ".hidden" / "two.json", export)
    by_file = report(one, status=1)
    assert report(tmp_path / "exports", status=1) == by_file
    assert [file.source for file in find([str(one), str(one), str(tmp_path / "exports")])] == [str(one)]
    piped = subprocess.run(
        [sys.executable, "-m", "aurora_guard", "audit", "-"],
        input=one.read_bytes(),
        capture_output=True,
        check=False,
    )
    assert piped.returncode == 1
    shown = piped.stdout.decode()
    assert shown.startswith("test/dev: 3 resources, ")
    assert "fail" in shown and "rds-cluster-storage-encrypted" in shown
    assert "Unknown until the update" not in shown


def test_a_damaged_file_is_reported_and_the_others_are_judged(backend: Path) -> None:
    (backend / ".pulumi" / "stacks" / "billing" / "prod.json").write_text('{"version": 3, "checkpo')
    found = report(backend, status=2)
    assert names(found) == ["shop/dev", "shop/prod"]
    assert len(found["unreadable"]) == 1
    assert found["unreadable"][0]["source"].endswith("billing/prod.json")
    assert "is truncated" in found["unreadable"][0]["reason"]
    shown = table(backend)
    assert "Unreadable (1)" in shown
    assert shown.rstrip().endswith("1 file unreadable")


def test_what_is_not_judged_is_reported(tmp_path: Path) -> None:
    entries = state.resources(GOOD)
    gone = {**state.resources(BAD)[-1], "delete": True}
    file = state.write(tmp_path / "export.json", state.export([*entries, gone]))
    found = report(file, status=0)
    assert found["stacks"][0]["unjudged"] == [
        {"urn": gone["urn"], "type": BAD.type, "reason": "pending deletion"}
    ]
    assert found["summary"]["unjudged"] == 1
    shown = table(file)
    assert "Not judged (1)" in shown
    assert "1 resource not judged" in shown


def test_an_exemption_and_a_level(tmp_path: Path) -> None:
    file = state.write(tmp_path / "export.json", state.export(state.resources(BAD)))
    exemption = {"urn": "*::orders", "reason": "a test", "owner": "me", "expires": str(date.today())}
    config = tmp_path / "config.json"
    config.write_text(
        json.dumps({"all": "disabled", "rds-cluster-storage-encrypted": {"enforcementLevel": "mandatory"}})
    )
    found = report(file, pack_configs=[config], status=1)
    assert [control["control"] for control in found["controls"]] == ["rds-cluster-storage-encrypted"]
    config.write_text(
        json.dumps({"all": "advisory", "rds-cluster-storage-encrypted": {"exemptions": [exemption]}})
    )
    found = report(file, pack_configs=[config], status=0)
    exempt = [f for f in found["stacks"][0]["findings"] if f["status"] == "exempt"]
    assert [finding["control"] for finding in exempt] == ["rds-cluster-storage-encrypted"]


def test_another_pack(tmp_path: Path) -> None:
    file = state.write(tmp_path / "export.json", state.export(state.resources(BAD)))
    found = report(file, packs=[PACKS / "tiny"], status=1)
    assert found["packs"] == [{"name": "tiny", "version": "1.2.3"}]


def test_a_report_is_written_whole_or_not_at_all(backend: Path, tmp_path: Path) -> None:
    target = tmp_path / "report.json"
    result = guard("audit", backend, "--workers", "1", "--format", "json", "--output", target)
    assert (result.status, result.stdout) == (1, "")
    assert json.loads(target.read_text())["summary"]["stacks"] == 3
    assert sorted(path.name for path in tmp_path.iterdir()) == ["backend", "report.json"]
    refused = guard("audit", backend, "--workers", "1", "--output", tmp_path / "no" / "report.json")
    assert refused.status == 2
    assert "The report can't be written to" in refused.stderr


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("nowhere", "nowhere does not exist."),
        ("empty", "There are no stacks in empty: it is no self-managed backend, and has no *.json"),
        ("bare", "There are no stacks in bare: the backend has no stack."),
        (
            "https://api.pulumi.com",
            "is out of reach: a source is a file, a folder, s3://, gs:// or azblob://.",
        ),
        ("gs://bucket", "needs the package gcsfs: `pip install gcsfs`"),
        ("azblob://container", "needs the package adlfs: `pip install adlfs`"),
    ],
)
def test_a_wrong_source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str, message: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "bare" / ".pulumi" / "stacks").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(GuardError) as error:
        find([source])
    assert message in str(error.value)


def test_every_wrong_source_is_named_at_once(tmp_path: Path) -> None:
    result = guard("audit", "one", "two", cwd=tmp_path)
    assert (result.status, result.stdout) == (2, "")
    assert "one does not exist." in result.stderr
    assert "two does not exist." in result.stderr


def test_a_wrong_configuration(tmp_path: Path) -> None:
    file = state.write(tmp_path / "export.json", state.export(state.resources(BAD)))
    config = tmp_path / "config.json"
    config.write_text('{"rds-cluster-storage-encrypt": "mandatory"}')
    with pytest.raises(GuardError) as error:
        report(file, pack_configs=[config], status=2)
    assert "there is no policy 'rds-cluster-storage-encrypt' (did you mean" in str(error.value)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_progress_bar_is_shown_at_a_terminal_only() -> None:
    pipe, terminal = io.StringIO(), Terminal()
    for stream in (pipe, terminal):
        with bar(stream) as show:
            for resources in (0, 1000, 234):
                show(2, resources)
    assert pipe.getvalue() == ""
    assert "2/2" in terminal.getvalue()
    assert "1,234 resources" in terminal.getvalue()


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"table", "json"}))
def test_every_format_lists_the_findings_of_all_stacks(backend: Path, name: str) -> None:
    with audit(Request([str(backend)], PACK)) as found:
        whole = combined(found)
        assert {finding.urn.split("::")[1] for finding in whole.findings} == {"shop", "billing"}
        for status in (Status.PASS, Status.FAIL, Status.UNKNOWN, Status.EXEMPT):
            assert whole.counts.get(status, 0) == found.totals.get(status, 0)
        text = renderer(name)(whole)
    assert "hunter22" not in text
    assert "rds-cluster-storage-encrypted" in text
