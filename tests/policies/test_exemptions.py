"""Which exemptions are accepted, what they cover, and when they end."""

from datetime import date, timedelta

import pytest

from aurora_policies.controls.control import Status, fail
from aurora_policies.exemptions import Exemption, covering, exempted, read_exemptions

LAST_DAY = date(2026, 12, 31)
URN = "urn:pulumi:prod::shop::aws:rds/cluster:Cluster::orders"
BROKEN = fail("`storageEncrypted` is false.", "storageEncrypted")


def exemption(urn: str = "*", expires: date = LAST_DAY) -> Exemption:
    return Exemption(urn, "being replaced", "data team", expires)


@pytest.mark.parametrize(
    ("today", "status"),
    [
        (LAST_DAY - timedelta(days=1), Status.EXEMPT),
        (LAST_DAY, Status.EXEMPT),
        (LAST_DAY + timedelta(days=1), Status.FAIL),
    ],
)
def test_the_last_day_counts(today: date, status: Status) -> None:
    verdict = exempted(BROKEN, URN, [exemption()], today)
    assert verdict.status is status
    assert "2026-12-31" in verdict.message
    assert BROKEN.message in verdict.message
    assert verdict.property == "storageEncrypted"


def test_the_exemption_that_lasts_longest_decides() -> None:
    longer = exemption("*::orders", LAST_DAY + timedelta(days=9))
    assert covering(URN, [exemption(), longer, exemption()]) == longer
    assert covering(URN, [exemption("*::other")]) is None


def entry(expires: str, **changes: str) -> dict[str, str]:
    return {"urn": "*", "reason": "being replaced", "owner": "data team", "expires": expires, **changes}


@pytest.mark.parametrize(
    ("today", "expires", "accepted"),
    [
        (date(2026, 11, 24), "2028-11-24", True),
        (date(2026, 11, 24), "2028-11-25", False),
        (date(2026, 11, 24), "2020-01-01", True),
        (date(2028, 2, 29), "2030-02-28", True),
        (date(2028, 2, 29), "2030-03-01", False),
    ],
)
def test_an_exemption_lasts_two_years_at_most(today: date, expires: str, accepted: bool) -> None:
    found, problems = read_exemptions([entry(expires)], "rds-in-vpc", today)
    assert bool(found) is accepted
    assert bool(problems) is not accepted
    if problems:
        assert problems[0].startswith(f"rds-in-vpc: exemptions[0].expires is {expires}; ")
        assert "2 years" in problems[0]


def test_every_problem_is_reported_at_once() -> None:
    given = [
        "all",
        entry("soon"),
        entry("2027-01-01", owner=" ", urn=""),
        {**entry("2027-01-01"), "ticket": "1"},
    ]
    found, problems = read_exemptions(given, "rds-in-vpc", date(2026, 11, 24))
    assert found == ()
    assert [problem.split(" ")[1] for problem in problems] == [
        "exemptions[0]",
        "exemptions[1].expires",
        "exemptions[2]",
        "exemptions[3]",
    ]
    assert "lacks urn, owner" in problems[2]


@pytest.mark.parametrize(
    ("pattern", "concerned"),
    [
        ("*", True),
        ("*::orders", True),
        ("*::aws:rds/cluster:Cluster::orders", True),
        ("urn:pulumi:prod::*", True),
        ("urn:pulumi:*::shop::*::orders", True),
        ("urn:pulumi:dev::shop::*::orders", False),
        ("urn:pulumi:prod::other::*::orders", False),
    ],
)
def test_a_pattern_for_another_stack_is_not_this_stacks_business(pattern: str, concerned: bool) -> None:
    assert exemption(pattern).concerns("shop", "prod") is concerned
