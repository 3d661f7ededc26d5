"""The two forms of a report."""

import io
import json
import re
from dataclasses import replace

import pytest

from aurora_guard.report import json as json_report
from aurora_guard.report import table
from aurora_guard.report.model import (
    Control,
    Exemption,
    Finding,
    PackInfo,
    Report,
    ReportedResource,
    Status,
    Unjudged,
)
from aurora_guard.report.progress import progress
from aurora_policies.wording import LEFT_OUT

CLUSTER = "urn:pulumi:dev::shop::aws:rds/cluster:Cluster::orders"
KEY = "urn:pulumi:dev::shop::aws:kms/key:Key::orders"
STACK = "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev"

ENCRYPTED = Control(
    "encrypted", "tiny", "Clusters are encrypted", "critical", "mandatory", "Set storageEncrypted."
)
TAGS = Control("tags", "tiny", "Tags are copied", "low", "advisory", "Set copyTagsToSnapshot.")
ROTATED = Control("rotated", "tiny", "Keys rotate", "medium", "remediate")


def report(*findings: Finding, packs: int = 1) -> Report:
    return Report(
        project="shop",
        stack="dev",
        packs=[PackInfo("tiny", "1.2.3"), PackInfo("other", "0.1.0")][:packs],
        resources=[
            ReportedResource(KEY, "aws:kms/key:Key", "orders", "__main__.py:4"),
            ReportedResource(CLUSTER, "aws:rds/cluster:Cluster", "orders", "__main__.py:9"),
            ReportedResource(STACK, "pulumi:pulumi:Stack", "shop-dev"),
        ],
        controls=[ENCRYPTED, TAGS, ROTATED],
        findings=findings,
    )


FULL = report(
    Finding(TAGS, CLUSTER, Status.FAIL, "copyTagsToSnapshot is not set.", "copyTagsToSnapshot"),
    Finding(ENCRYPTED, CLUSTER, Status.FAIL, "storageEncrypted is\nnot set.", "storageEncrypted"),
    Finding(ROTATED, KEY, Status.FAIL, "enableKeyRotation is false."),
    Finding(ENCRYPTED, STACK, Status.PASS),
    Finding(TAGS, KEY, Status.UNKNOWN, "the key is known only after the update"),
    Finding(ROTATED, CLUSTER, Status.EXEMPT, "a test database, until 2027-01-01"),
    *[Finding(TAGS, STACK, Status.NOT_APPLICABLE, "no subject")] * 300,
)


def test_json_is_the_contract() -> None:
    document = json.loads(json_report.render(FULL))
    assert list(document) == [
        "version",
        "project",
        "stack",
        "pack",
        "resources",
        "runtime",
        "controls",
        "findings",
        "unjudged",
        "unused_exemptions",
        "summary",
    ]
    assert document["pack"] == {"name": "tiny", "version": "1.2.3"}
    assert document["resources"][1] == {
        "urn": CLUSTER,
        "type": "aws:rds/cluster:Cluster",
        "name": "orders",
        "source": "__main__.py:9",
    }
    assert document["findings"][0] == {
        "control": "tags",
        "urn": CLUSTER,
        "status": "fail",
        "severity": "low",
        "level": "advisory",
        "message": "copyTagsToSnapshot is not set.",
        "property": "copyTagsToSnapshot",
    }
    assert document["summary"] == {
        "resources": 3,
        "controls": 3,
        "pass": 1,
        "fail": 3,
        "unknown": 1,
        "exempt": 1,
        "not_applicable": 300,
        "mandatory_failures": 2,
        "left_out": 0,
        "unjudged": 0,
    }


ACCEPTED = Exemption("rotated", "*::orders", "a test database", "data team", "2027-01-01")


def test_json_has_what_a_reader_needs_to_act_on() -> None:
    tags = ("topic:data-protection", "scope:stack", "cis-aws-5.0:3.6", "aws-fsbp:KMS.4")
    control = replace(ROTATED, remediation="Rotate it.", url="https://example.org", tags=tags)
    found = report(Finding(control, KEY, Status.EXEMPT, "accepted", exemption=ACCEPTED))
    document = json.loads(json_report.render(replace(found, controls=[control])))
    assert document["controls"] == [
        {
            "name": "rotated",
            "pack": "tiny",
            "title": "Keys rotate",
            "severity": "medium",
            "level": "remediate",
            "scope": "stack",
            "topic": "data-protection",
            "remediation": "Rotate it.",
            "url": "https://example.org",
            "requirements": ["cis-aws-5.0:3.6", "aws-fsbp:KMS.4"],
        }
    ]
    assert document["findings"][0]["exemption"] == {
        "urn": "*::orders",
        "reason": "a test database",
        "owner": "data team",
        "expires": "2027-01-01",
    }


def test_what_is_not_judged_left_out_or_not_needed_is_listed() -> None:
    found = report(*[Finding(TAGS, CLUSTER, Status.NOT_APPLICABLE, LEFT_OUT)] * 2)
    found = replace(
        found,
        unjudged=[
            Unjudged("urn:x::legacy", "aws:cloudformation/stack:Stack", "CloudFormation makes its resources")
        ],
        unused_exemptions=[ACCEPTED],
    )
    lines = table.render(found).splitlines()
    assert lines[2:] == [
        "Exemptions that match no violation: remove them (1)",
        "",
        "  rotated: *::orders (data team, until 2027-01-01)",
        "",
        "Not judged (1)",
        "",
        "  legacy: CloudFormation makes its resources",
        "",
        "0 failed, 0 unknown, 0 exempt, 0 passed, 1 not judged",
        "2 findings of medium or low severity left out, because the stack has no database: --everything shows them",
    ]
    document = json.loads(json_report.render(found))
    assert document["summary"]["left_out"] == 2
    assert document["summary"]["unjudged"] == 1
    assert document["unjudged"] == [
        {
            "urn": "urn:x::legacy",
            "type": "aws:cloudformation/stack:Stack",
            "reason": "CloudFormation makes its resources",
        }
    ]
    assert document["unused_exemptions"] == [
        {
            "control": "rotated",
            "urn": "*::orders",
            "reason": "a test database",
            "owner": "data team",
            "expires": "2027-01-01",
        }
    ]


def test_json_of_several_packs_names_them_all() -> None:
    document = json.loads(json_report.render(report(packs=2)))
    assert document["pack"] == document["packs"][0]
    assert document["packs"][1] == {"name": "other", "version": "0.1.0"}


def test_the_table_has_one_line_a_finding_and_failures_first() -> None:
    assert table.render(FULL).splitlines() == [
        "shop/dev: 3 resources, 3 controls of tiny 1.2.3",
        "",
        "aws:rds/cluster:Cluster orders  __main__.py:9",
        "  fail  critical  encrypted  storageEncrypted is not set.  Fix: Set storageEncrypted.",
        "  warn  low       tags       copyTagsToSnapshot is not set.  Fix: Set copyTagsToSnapshot.",
        "",
        "aws:kms/key:Key orders  __main__.py:4",
        "  fail  medium  rotated  enableKeyRotation is false.",
        "",
        "Unknown (1)",
        "",
        "aws:kms/key:Key orders  __main__.py:4",
        "  unknown  low  tags  the key is known only after the update",
        "",
        "Exempt (1)",
        "",
        "aws:rds/cluster:Cluster orders  __main__.py:9",
        "  exempt  medium  rotated  a test database, until 2027-01-01",
        "",
        "3 failed (2 mandatory), 1 unknown, 1 exempt, 1 passed",
    ]


def test_a_clean_report_says_so_and_nothing_else() -> None:
    assert table.render(report(Finding(ENCRYPTED, CLUSTER, Status.PASS))).splitlines() == [
        "shop/dev: 3 resources, 3 controls of tiny 1.2.3",
        "",
        "0 failed, 0 unknown, 0 exempt, 1 passed",
    ]


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
def test_a_terminal_of_any_width_cuts_nothing(width: int) -> None:
    text = table.render(FULL, width=width)
    assert max(map(len, text.splitlines())) <= width
    words = set(text.split())
    for finding in FULL.findings[:3]:
        assert {*finding.message.split(), finding.control.name} <= words


def test_colours_are_for_terminals() -> None:
    escape = re.compile(r"\x1b\[[0-9;]*m")
    coloured = table.render(FULL, colour=True)
    assert escape.search(coloured)
    assert escape.sub("", coloured) == table.render(FULL)
    assert not escape.search(table.render(FULL, width=80))


def test_markup_in_a_message_is_text() -> None:
    text = table.render(report(Finding(ENCRYPTED, CLUSTER, Status.FAIL, "tags[0] is [bold]loud[/bold]")))
    assert "tags[0] is [bold]loud[/bold]" in text


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_shown_at_a_terminal_only() -> None:
    pipe, terminal = io.StringIO(), Terminal()
    for stream in (pipe, terminal):
        with progress(stream) as show:
            show("Running the program")
    assert pipe.getvalue() == ""
    assert terminal.getvalue() != ""


def test_what_is_unknown_for_one_reason_is_one_line() -> None:
    reason = "the policy is not known"
    text = table.render(
        report(*(Finding(control, KEY, Status.UNKNOWN, reason) for control in (TAGS, ROTATED)))
    )
    assert "  unknown  medium  2 controls  the policy is not known: rotated, tags\n" in text
