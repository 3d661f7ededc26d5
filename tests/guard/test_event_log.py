"""`guard report --event-log` reads what the engine writes, in the shape of its public event types."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from aurora_guard.engine.event_log import read
from aurora_guard.report.model import Status
from aurora_policies import wording
from tests.harness.command import guard

STACK = "urn:pulumi:prod::shop::pulumi:pulumi:Stack::shop-prod"
URN = "urn:pulumi:prod::shop::aws:rds/cluster:Cluster::orders"
PACK = {"policyPackName": "aurora-guardrails", "policyPackVersion": "0.0.1", "policyPackVersionTag": "0.1.0"}
COPIED = "rds-copy-tags-to-snapshot"
ENCRYPTED = "rds-cluster-storage-encrypted"


def step(urn: str) -> dict[str, Any]:
    metadata = {
        "op": "create",
        "urn": urn,
        "type": "",
        "old": None,
        "new": None,
        "detailedDiff": None,
        "provider": "",
    }
    return {"resourcePreEvent": {"metadata": metadata, "planning": True}}


def violation(policy: str, message: str, level: str = "mandatory", urn: str = URN) -> dict[str, Any]:
    coloured = f"<{{%fg 13%}}>{message}<{{%reset%}}>\n"
    event = {**PACK, "resourceUrn": urn, "message": coloured, "color": "raw", "policyName": policy}
    return {"policyEvent": {**event, "enforcementLevel": level}}


EVENTS = (
    {"preludeEvent": {"config": {"aws:region": "eu-central-1"}}},
    step(STACK),
    step(URN),
    violation(ENCRYPTED, "`storageEncrypted` is false. [property: storageEncrypted]"),
    violation(
        "rds-cluster-cmk",
        wording.unknown("rds-cluster-cmk", "aurora-guardrails", "0.1.0", "not known yet", preview=True),
        "advisory",
    ),
    {
        "policyAnalyzeSummaryEvent": {
            **PACK,
            "resourceUrn": URN,
            "passed": ["rds-copy-tags-to-snapshot"],
            "failed": [ENCRYPTED],
        }
    },
    violation("somebody-elses", "no", "advisory", ""),
    {
        "summaryEvent": {
            "maybeCorrupt": False,
            "durationSeconds": 1,
            "resourceChanges": {"create": 2},
            "PolicyPacks": {},
        }
    },
    {"cancelEvent": {}},
)


def written(path: Path, *events: Mapping[str, Any]) -> Path:
    lines = (json.dumps({"sequence": number, "timestamp": 1, **event}) for number, event in enumerate(events))
    path.write_text("\n".join(lines) + "\n")
    return path


def test_a_log_becomes_a_report(tmp_path: Path) -> None:
    report = read(written(tmp_path / "events.log", *EVENTS))
    assert (report.project, report.stack) == ("shop", "prod")
    assert [(pack.name, pack.version) for pack in report.packs] == [("aurora-guardrails", "0.1.0")]
    assert {
        (finding.control.name, finding.status, finding.message, finding.path) for finding in report.findings
    } == {
        (ENCRYPTED, Status.FAIL, "`storageEncrypted` is false.", "storageEncrypted"),
        ("rds-cluster-cmk", Status.UNKNOWN, "not known yet", ""),
        (COPIED, Status.PASS, "", ""),
        ("somebody-elses", Status.FAIL, "no", ""),
    }
    severities = {finding.control.name: finding.control.severity for finding in report.findings}
    assert (severities[ENCRYPTED], severities["somebody-elses"]) == ("high", "medium")
    assert report.mandatory_failures == 1


def test_the_command_writes_every_format_and_its_exit_status_is_true(tmp_path: Path) -> None:
    log = written(tmp_path / "events.log", *EVENTS)
    result = guard("report", "--event-log", log, f"--report=sarif={tmp_path / 'x.sarif'}")
    assert result.status == 1
    assert "shop/prod: 2 resources" in result.stdout
    assert json.loads((tmp_path / "x.sarif").read_text())["runs"][0]["results"]
    clean = written(tmp_path / "clean.log", step(STACK), EVENTS[5])
    assert guard("report", "--event-log", clean).status == 0


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "names no policy pack"),
        (b"not json\n", "events.log:1 is no engine event"),
        (b"[]\n", "events.log:1 is no engine event"),
        (b'{"sequence": 1}\n{"version": 3, "deployment": {}}\n', "events.log:2 is no engine event"),
        (b'{"sequence": 1, "policyEvent": {"message": 3}}\n', "events.log:1 is an engine event without"),
        (b'{"sequence": 1, "resourcePreEvent": []}\n', "events.log:1 is an engine event without"),
        (
            b'{"sequence": 1, "resourcePreEvent": {"metadata": {"urn": "x"}}}\n',
            "events.log:1 is an engine event",
        ),
        (b"\xff\xfe\x00", "not UTF-8"),
        (b"[" * 100_000, "events.log:1 is no engine event"),
    ],
)
def test_nonsense_is_refused(tmp_path: Path, content: bytes, message: str) -> None:
    (tmp_path / "events.log").write_bytes(content)
    result = guard("report", "--event-log", tmp_path / "events.log")
    assert result.status == 2
    assert message in result.stderr
    assert "Traceback" not in result.stderr
    assert result.stdout == ""


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    result = guard("report", "--event-log", tmp_path / "none.log")
    assert result.status == 2
    assert "none.log" in result.stderr
