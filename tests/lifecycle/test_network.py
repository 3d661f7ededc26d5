"""A network that grows: no subnet is ever replaced, and every change can be taken back."""

from typing import Any

import pytest

from tests.lifecycle.engine import Stack
from tests.lifecycle.programs import PROTECTIONS, deployed, network

SUBNET = "aws:ec2/subnet:Subnet"
ZONES = [f"eu-central-1{letter}" for letter in "abcdef"]


def ranges(stack: Stack) -> dict[str, str]:
    return {thing.id: thing.properties["cidrBlock"] for thing in stack.account.of(SUBNET)}


CHANGES: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("four to five zones", {"availability_zones": ZONES[:4]}, {"availability_zones": ZONES[:5]}),
    ("three to six zones", {"availability_zones": ZONES[:3]}, {"availability_zones": ZONES}),
    (
        "another order",
        {"availability_zones": ZONES[:3]},
        {"availability_zones": [ZONES[2], ZONES[0], ZONES[1]]},
    ),
    ("a zone in front", {"availability_zones": ZONES[1:3]}, {"availability_zones": ZONES[:3]}),
    ("another mask", {"tiers": {"database_mask": 24}}, {"tiers": {"database_mask": 26}}),
    (
        "another tier",
        {"tiers": {"database_mask": 24}},
        {"tiers": {"database_mask": 24, "app_mask": 22, "public_mask": 26}},
    ),
    (
        "another mask of a later tier",
        {"tiers": {"database_mask": 24, "app_mask": 22}},
        {"tiers": {"database_mask": 24, "app_mask": 20}},
    ),
]


@pytest.mark.parametrize("protection", PROTECTIONS)
@pytest.mark.parametrize(
    ("before", "after"), [change[1:] for change in CHANGES], ids=[change[0] for change in CHANGES]
)
def test_existing_subnets_stay_and_the_change_can_be_taken_back(
    before: dict[str, Any], after: dict[str, Any], protection: str
) -> None:
    stack = deployed(network, protection=protection, **before)
    at_first = ranges(stack)
    there = stack.must(network(protection=protection, **after, allow_deletion=True))
    assert SUBNET not in [type_ for type_, _ in there.of("replace", "delete")], there.steps
    assert at_first.items() <= ranges(stack).items()
    stack.must(network(protection=protection, **before, allow_deletion=True))
    back = stack.must(network(protection=protection, **before))
    assert back.of("replace") == []
    assert at_first == ranges(stack)
