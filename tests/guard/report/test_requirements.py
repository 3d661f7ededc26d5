"""Reports by requirement show what fails, and which requirements have no evidence."""

import csv
import io
import json

import pytest

from aurora_guard.errors import GuardError
from aurora_guard.report.by_requirement import render_csv, render_json, render_table
from aurora_guard.report.model import Finding, Status
from aurora_guard.report.requirements import Standing, assess, framework_named
from tests.guard.report.test_formats import ALL, ENCRYPTED, FAIL, URN, report

PCI = framework_named("pci-dss-4.0.1")
MAPPED = next(item for item in PCI.requirements if ENCRYPTED.name in item.controls)


def standing(*findings: Finding) -> Standing:
    return next(each for each in assess(report(*findings), PCI) if each.requirement == MAPPED).standing


def test_the_standing_follows_the_worst_finding() -> None:
    passed, exempt = Finding(ENCRYPTED, URN, Status.PASS), Finding(ENCRYPTED, URN, Status.EXEMPT)
    unknown = Finding(ENCRYPTED, URN, Status.UNKNOWN)
    assert standing(FAIL, unknown, passed) is Standing.FAILING
    assert standing(unknown, passed) is Standing.UNKNOWN
    assert standing(passed, exempt) is Standing.MET
    assert standing() is Standing.NO_EVIDENCE
    assert standing(Finding(ENCRYPTED, URN, Status.NOT_APPLICABLE)) is Standing.NO_EVIDENCE


def test_every_requirement_has_a_row() -> None:
    rows = list(csv.DictReader(io.StringIO(render_csv(ALL, PCI))))
    assert [row["requirement"] for row in rows] == [item.id for item in PCI.requirements]
    row = next(row for row in rows if row["requirement"] == MAPPED.id)
    assert (row["standing"], row["failed"], row["unknown"], row["passed"]) == ("failing", "1", "1", "1")
    assert "`storageEncrypted` is false." in row["findings"]
    entries = json.loads(render_json(ALL, PCI))["requirements"]
    assert [entry["standing"] for entry in entries] == [row["standing"] for row in rows]


def test_the_table_lists_failing_requirements_first() -> None:
    text = render_table(ALL, PCI)
    assert text.index("Failing (") < text.index("No evidence (")
    assert "fail     rds-cluster-storage-encrypted on orders\n" in text


def test_an_unknown_framework_names_the_nearest() -> None:
    with pytest.raises(GuardError, match=r"did you mean 'pci-dss-4\.0\.1'"):
        framework_named("pci-dss-4.0")
