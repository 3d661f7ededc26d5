"""Each format is valid by its published schema or library, and says what the report says."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from junitparser import JUnitXml
from py_ocsf_models.events.findings.compliance_finding import ComplianceFinding
from trestle.oscal.assessment_results import Model as AssessmentResults

from aurora_guard.report import csv as csv_format
from aurora_guard.report import gitlab, junit, markdown, ocsf, oscal, sarif
from aurora_guard.report.formats import FORMATS, renderer
from aurora_guard.report.model import Control, Finding, PackInfo, Report, ReportedResource, Status
from tests.harness.programs import previewed
from tests.policies.analyzer import PACK

ROOT = Path(__file__).parents[3]
SARIF = json.loads(Path(__file__).with_name("sarif-2.1.0-rtm.5.json").read_text("utf-8"))

URN = "urn:pulumi:dev::shop::aws:rds/cluster:Cluster::orders"
STACK_URN = "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev"
ENCRYPTED = Control(
    "rds-cluster-storage-encrypted",
    "aurora-guardrails",
    "Aurora cluster encrypts its storage",
    "critical",
    "mandatory",
    "Set storageEncrypted.",
    "https://docs.aws.amazon.com/x.html",
    ("topic:data-protection", "hipaa:164.312(a)(2)(iv)", "pci-dss-4.0.1:3.5.1"),
)
TAGGED = replace(
    ENCRYPTED, name="rds-tagged", severity="low", level="advisory", title="Cluster has tags", url=""
)
NASTY = "=cmd|' /C calc'!A0 <script>alert(1)</script> | a\x1b[31m\x00 `b` ]]>\nnext"


def report(*findings: Finding) -> Report:
    return Report(
        project="shop",
        stack="dev",
        packs=[PackInfo("aurora-guardrails", "1.2.3")],
        resources=[
            ReportedResource(URN, "aws:rds/cluster:Cluster", "orders", "__main__.py:12"),
            ReportedResource(STACK_URN, "pulumi:pulumi:Stack", "shop-dev"),
        ],
        controls=[ENCRYPTED, TAGGED],
        findings=findings,
        folder="services/shop",
    )


FAIL = Finding(ENCRYPTED, URN, Status.FAIL, "`storageEncrypted` is false.", "storageEncrypted")
ALL = report(
    FAIL,
    Finding(TAGGED, URN, Status.FAIL, NASTY),
    Finding(ENCRYPTED, STACK_URN, Status.UNKNOWN, "known after the update"),
    Finding(TAGGED, STACK_URN, Status.EXEMPT, "rebuilt every night (owner data-team, until 2027-03-31)"),
    Finding(ENCRYPTED, STACK_URN, Status.PASS),
    Finding(TAGGED, STACK_URN, Status.NOT_APPLICABLE, "judges clusters only"),
)


@pytest.fixture(scope="module")
def unsafe() -> Report:
    """The report of a real program with many failures."""
    return previewed(ROOT / "examples" / "legacy-unsafe", PACK)


def valid_sarif(text: str) -> Any:
    log = json.loads(text)
    jsonschema.Draft7Validator(SARIF).validate(log)
    return log["runs"][0]


def valid_oscal(text: str) -> Any:
    AssessmentResults.parse_raw(text)
    return json.loads(text)["assessment-results"]["results"][0]


def valid_ocsf(text: str) -> Any:
    events = json.loads(text)
    for event in events:
        ComplianceFinding.model_validate(event)
    return events


def test_sarif_puts_a_failure_on_its_line() -> None:
    run = valid_sarif(sarif.render(ALL))
    first, second, exempt = run["results"]
    place = first["locations"][0]["physicalLocation"]
    assert place == {
        "artifactLocation": {"uri": "services/shop/__main__.py"},
        "region": {"startLine": 12},
    }
    assert (first["level"], second["level"]) == ("error", "warning")
    assert exempt["suppressions"][0]["justification"].startswith("rebuilt every night")
    assert (
        exempt["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "services/shop/Pulumi.yaml"
    )
    assert "suppressions" not in first
    assert [rule["properties"]["security-severity"] for rule in run["tool"]["driver"]["rules"]] == [
        "9.5",
        "2.0",
    ]
    (notification,) = run["invocations"][0]["toolExecutionNotifications"]
    assert "known after the update" in notification["message"]["text"]


def test_a_fingerprint_survives_a_moved_line_and_a_reworded_message() -> None:
    def prints(changed: Report) -> list[str]:
        results = valid_sarif(sarif.render(changed))["results"]
        return [result["partialFingerprints"]["auroraGuardrails/v1"] for result in results]

    moved = replace(
        report(replace(FAIL, message="Reworded.")), resources=[replace(ALL.resources[0], source="x.py:99")]
    )
    assert prints(moved) == prints(report(FAIL))
    assert len(set(prints(report(FAIL, replace(FAIL, message="another rule of it"))))) == 2
    assert prints(report(replace(FAIL, path="kmsKeyId"))) != prints(report(FAIL))


def test_junit_counts_failures_and_skips() -> None:
    suites = JUnitXml.fromstring(junit.render(ALL).encode())
    assert (suites.tests, suites.failures, suites.skipped) == (5, 2, 2)
    cases = [case for suite in suites for case in suite]
    assert [case.name for case in cases if case.result and case.result[0]._tag == "failure"] == [
        "rds-cluster-storage-encrypted",
        "rds-tagged",
    ]


def test_gitlab_has_a_place_and_a_fingerprint_for_each_failure() -> None:
    entries = json.loads(gitlab.render(ALL))
    assert [entry["severity"] for entry in entries] == ["blocker", "minor"]
    assert entries[0]["location"] == {"path": "services/shop/__main__.py", "lines": {"begin": 12}}
    assert len({entry["fingerprint"] for entry in entries}) == 2


def test_csv_runs_no_formula() -> None:
    rows = list(csv.DictReader(io.StringIO(csv_format.render(ALL))))
    assert [row["status"] for row in rows] == ["fail", "fail", "unknown", "exempt", "pass"]
    assert rows[0]["requirements"] == "hipaa:164.312(a)(2)(iv) pci-dss-4.0.1:3.5.1"
    assert rows[1]["message"].startswith("'=cmd")
    assert rows[1]["message"][1:] == NASTY


def test_markdown_shows_what_stops_the_update_and_folds_the_rest() -> None:
    text = markdown.render(ALL)
    opened, *folded = text.split("<details>")
    assert "❌ 1 failed" in opened
    assert "[rds-cluster-storage-encrypted](https://docs.aws.amazon.com/x.html)" in opened
    assert "rds-tagged" not in opened
    assert [part.split("</summary>")[0].strip() for part in folded] == [
        "<summary>1 warning",
        "<summary>Unknown until the update",
        "<summary>Exempt",
    ]
    assert "<script>" not in text
    rows = [line for line in text.splitlines() if "rds-tagged" in line and "cmd" in line]
    assert len(rows) == 1
    assert rows[0].replace(r"\|", "").count("|") == 5


def test_markdown_stays_under_githubs_limit() -> None:
    many = report(*(replace(FAIL, path=f"p{number}") for number in range(2000)))
    text = markdown.render(many)
    assert 50_000 < len(text) <= markdown.LIMIT
    assert text.endswith("the full report has more findings._\n")
    folded = report(*(Finding(TAGGED, URN, Status.FAIL, f"m{number}") for number in range(2000)))
    assert markdown.render(folded).count("<details>") == markdown.render(folded).count("</details>") == 1


def test_ocsf_carries_requirements_and_suppression() -> None:
    events = valid_ocsf(ocsf.render(ALL))
    assert [event["compliance"]["status"] for event in events] == [
        "Fail",
        "Fail",
        "Unknown",
        "Warning",
        "Pass",
    ]
    assert events[0]["compliance"]["standards"] == ["hipaa", "pci-dss-4.0.1"]
    assert [event["status"] for event in events].count("Suppressed") == 1


def test_oscal_joins_the_evidence_of_each_requirement() -> None:
    result = valid_oscal(oscal.render(ALL))
    states = {found["title"]: found["target"]["status"]["state"] for found in result["findings"]}
    assert states == {"hipaa:164.312(a)(2)(iv)": "not-satisfied", "pci-dss-4.0.1:3.5.1": "not-satisfied"}
    observed = {item["uuid"] for item in result["observations"]}
    assert {link["observation-uuid"] for link in result["findings"][0]["related-observations"]} <= observed
    passed = valid_oscal(oscal.render(report(Finding(ENCRYPTED, URN, Status.PASS))))
    assert [found["target"]["status"]["state"] for found in passed["findings"]] == ["satisfied"] * 2
    valid_oscal(oscal.render(report()))


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_a_real_report_in_every_format(unsafe: Report, name: str) -> None:
    text = renderer(name)(unsafe)
    assert text.endswith("\n")
    check = {"sarif": valid_sarif, "oscal": valid_oscal, "ocsf": valid_ocsf}.get(name)
    if check is not None:
        assert check(text)
