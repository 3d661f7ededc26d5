"""Filters change what is shown; several values of one filter add up, several filters narrow."""

import pytest

from aurora_guard.report.filters import Filter, filtered
from aurora_guard.report.model import Status
from tests.guard.report.test_formats import ALL


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        (Filter(), ["fail", "warn", "unknown", "exempt", "pass", "not-applicable"]),
        (Filter(severities=["critical"]), ["fail", "unknown", "pass"]),
        (Filter(severities=["critical", "low"], statuses=["fail", "exempt"]), ["fail", "exempt"]),
        (Filter(statuses=["warn"]), ["warn"]),
        (Filter(controls=["rds-cluster-*"]), ["fail", "unknown", "pass"]),
        (Filter(controls=["rds-tagged"], resources=["shop-*"]), ["exempt", "not-applicable"]),
        (Filter(resources=["orders"]), ["fail", "warn"]),
        (Filter(resources=["aws:rds/*"]), ["fail", "warn"]),
        (Filter(resources=["*::orders"]), ["fail", "warn"]),
        (Filter(resources=["nothing"]), []),
    ],
)
def test_filters(wanted: Filter, words: list[str]) -> None:
    shown = filtered(ALL, wanted)
    assert [finding.word for finding in shown.findings] == words
    assert shown.filtered_out == len(ALL.findings) - len(words)


def test_the_unfiltered_report_is_left_alone() -> None:
    assert filtered(ALL, Filter()) is ALL
    assert ALL.findings[0].status is Status.FAIL
