"""What `--baseline` and `--since` say of a report, for audit and preview alike."""

import json
from pathlib import Path
from typing import Any

import pytest

from aurora_guard.audit.run import Request, audit
from aurora_guard.commands.audit import status_of
from aurora_guard.errors import GuardError
from aurora_guard.report import audit_json, audit_table, table
from aurora_guard.report import json as json_report
from aurora_guard.report.earlier import Earlier, compared
from aurora_guard.report.model import Control, Failure, Finding, PackInfo, Report, Status
from tests.harness import state
from tests.harness.command import PACKS, guard
from tests.harness.programs import write_program
from tests.policies.analyzer import PACK
from tests.policies.cases import cluster

URN = "urn:pulumi:dev::shop::aws:rds/cluster:Cluster::orders"
ENCRYPTED = Control("encrypted", "tiny", "Clusters are encrypted", "critical", "mandatory")
TAGS = Control("tags", "tiny", "Tags are copied", "low", "advisory")


def failure(control: Control = ENCRYPTED, path: str = "a", urn: str = URN, message: str = "") -> Finding:
    return Finding(control, urn, Status.FAIL, message, path)


def report(*findings: Finding) -> Report:
    return Report("shop", "dev", [PackInfo("tiny", "1")], [], [ENCRYPTED, TAGS], findings)


@pytest.fixture
def earlier(tmp_path: Path) -> Path:
    """The report of two failures of this stack, and of one of another stack."""
    elsewhere = "urn:pulumi:prod::shop::aws:rds/cluster:Cluster::orders"
    file = tmp_path / "earlier.json"
    file.write_text(
        json_report.render(report(failure(), failure(TAGS, "b", message="old"), failure(urn=elsewhere)))
    )
    return file


def test_what_the_baseline_has_does_not_fail(earlier: Path) -> None:
    same = compared(report(failure(), failure(TAGS, "b", message="new words")), earlier, None)
    assert [finding.known for finding in same.findings] == [True, True]
    assert same.mandatory_failures == 0
    assert same.baseline is not None
    assert (same.baseline.still_failing, same.baseline.elsewhere) == (2, 1)
    assert same.baseline.new == same.baseline.fixed == ()
    shown = table.render(same)
    assert shown.rstrip().endswith("0 failed, 2 known from the baseline, 0 unknown, 0 exempt, 0 passed")
    assert "fail  " not in shown and "new words" not in shown


@pytest.mark.parametrize(
    "finding",
    [
        failure(path="other"),
        failure(urn=f"{URN}-2"),
        failure(Control("tls", "tiny", "TLS", "high", "mandatory")),
    ],
    ids=["property", "urn", "control"],
)
def test_what_differs_in_anything_but_the_message_is_new(earlier: Path, finding: Finding) -> None:
    found = compared(report(failure(), finding), earlier, None)
    assert found.mandatory_failures == 1
    assert found.baseline is not None
    assert found.baseline.new == (Failure(finding.control.name, finding.urn, finding.path),)


def test_what_fails_no_more_is_reported_and_what_became_unknown_is_not(earlier: Path) -> None:
    unknown = Finding(TAGS, URN, Status.UNKNOWN, "not known")
    found = compared(report(unknown), earlier, None)
    assert found.baseline is not None
    assert found.baseline.fixed == (Failure("encrypted", URN, "a"),)
    assert found.baseline.undecided == 1
    assert "In the baseline, but failing no more (1)" in table.render(found)
    assert json.loads(json_report.render(found))["baseline"] == {
        "report": str(earlier),
        "known": 0,
        "unmatched": [{"control": "encrypted", "urn": URN, "property": "a"}],
        "undecided": 1,
        "elsewhere": 1,
    }


def test_since(earlier: Path) -> None:
    found = compared(report(failure(), failure(path="c")), None, earlier)
    assert found.mandatory_failures == 2
    shown = table.render(found)
    assert "New since the earlier report (1)" in shown
    assert "Fixed since the earlier report (1)" in shown
    assert "1 new, 1 fixed, 1 still failing, 1 of stacks not judged now" in shown
    document = json.loads(json_report.render(found))["since"]
    assert document["new"] == [{"control": "encrypted", "urn": URN, "property": "c"}]
    assert document["fixed"] == [{"control": "tags", "urn": URN, "property": "b"}]
    assert document["still_failing"] == 1


@pytest.mark.parametrize(
    "content", ["", "{", "[]", "7", "{}", '{"findings": [7]}', '{"findings": [{"status": "fail"}]}']
)
def test_what_is_no_report(tmp_path: Path, content: str) -> None:
    file = tmp_path / "report.json"
    file.write_text(content)
    with pytest.raises(GuardError, match="The report"):
        Earlier(file)


def test_a_folder_without_results(tmp_path: Path) -> None:
    with pytest.raises(GuardError, match="no folder that `guard audit --out` wrote"):
        Earlier(tmp_path)


def audited(folder: Path, status: int, **options: Any) -> dict[str, Any]:
    with audit(Request([str(folder)], PACK, **options)) as found:
        assert status_of(found) == status
        audit_table.render(found)
        document: dict[str, Any] = json.loads("".join(audit_json.render(found)))
        return document


def test_an_old_estate_adopts_the_pack(tmp_path: Path) -> None:
    """The report of an audit, or the folder of its results, is the baseline of the next."""
    estate, first, out = tmp_path / "estate", tmp_path / "first.json", tmp_path / "out"
    for stack in ("dev", "prod"):
        entries = state.resources(cluster("orders", storageEncrypted=False), stack=stack)
        state.write(estate / f"{stack}.json", state.export(entries))
    before = audited(estate, 1, out=out)
    first.write_text(json.dumps(before))
    for baseline in (first, out):
        again = audited(estate, 0, baseline=baseline)
        assert again["summary"]["mandatory_failures"] == 0
        assert again["summary"]["fail"] == before["summary"]["fail"]
        assert again["baseline"]["known"] == before["summary"]["fail"]
        assert again["baseline"]["unmatched"] == []
        assert all(f["baseline"] for s in again["stacks"] for f in s["findings"] if f["status"] == "fail")
    repaired = state.resources(cluster("orders", storageEncrypted=True), stack="dev")
    state.write(estate / "dev.json", state.export(repaired))
    two = [cluster(name, storageEncrypted=False) for name in ("orders", "bills")]
    added = state.resources(*two, stack="prod")
    state.write(estate / "prod.json", state.export(added))
    later = audited(estate, 1, baseline=first, since=out)
    repaired_one = ("rds-cluster-storage-encrypted", repaired[-1]["urn"], "storageEncrypted")
    assert [tuple(entry.values()) for entry in later["baseline"]["unmatched"]] == [repaired_one]
    assert added[-1]["urn"] in {entry["urn"] for entry in later["since"]["new"]}
    assert added[-2]["urn"] not in {entry["urn"] for entry in later["since"]["new"]}
    (estate / "prod.json").write_text("{")  # nothing can be said of a stack that cannot be read
    unread = audited(estate, 2, baseline=first)
    assert [tuple(entry.values()) for entry in unread["baseline"]["unmatched"]] == [repaired_one]
    assert unread["baseline"]["elsewhere"] == before["stacks"][1]["summary"]["fail"]


def test_a_preview_with_a_baseline(tmp_path: Path) -> None:
    source = """
        import pulumi

        class Cluster(pulumi.CustomResource):
            def __init__(self, name):
                super().__init__("aws:rds/cluster:Cluster", name, {"storageEncrypted": False})

        Cluster("orders")
    """
    write_program(tmp_path, source, config={})
    arguments = ("preview", "--project", tmp_path, "--policy-pack", PACKS / "tiny", "--format", "json")
    first = guard(*arguments)
    assert first.status == 1
    file = tmp_path / "first.json"
    file.write_text(first.stdout)
    again = guard(*arguments, "--baseline", file)
    assert again.status == 0
    assert again.report["summary"]["mandatory_failures"] == 0
    assert again.report["baseline"]["known"] == first.report["summary"]["fail"]
