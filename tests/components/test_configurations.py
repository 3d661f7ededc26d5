"""Every canonical configuration keeps its names, and says nothing of a partition it does not run in."""

import json
import re
from functools import cache
from typing import Any

import pytest

from tests.components.configurations import CONFIGURATIONS, PLACES, Place
from tests.components.recording import UNKNOWN, Recording, Secret, assert_frozen, record

GLOBAL_PRINCIPALS = {
    "backup",
    "cloudwatch",
    "events.rds",
    "lambda",
    "monitoring.rds",
    "rds",
    "secretsmanager",
    "vpc-flow-logs",
}
"""Services whose principal ends in `.amazonaws.com` in China too."""


def plain(value: Any) -> Any:
    if isinstance(value, Secret):
        return plain(value.value)
    if value is UNKNOWN:
        return "unknown"
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    return [plain(each) for each in value] if isinstance(value, list) else value


@cache
def run(configuration: str, place: Place = PLACES[0], preview: bool = False) -> Recording:
    return record(
        lambda: CONFIGURATIONS[configuration](place),
        preview=preview,
        region=place.region,
        partition=place.partition,
    )


@pytest.mark.parametrize("configuration", CONFIGURATIONS)
def test_types_names_and_parents_are_frozen(configuration: str) -> None:
    assert_frozen(run(configuration), configuration)


@pytest.mark.parametrize("configuration", CONFIGURATIONS)
def test_a_preview_registers_what_an_update_does(configuration: str) -> None:
    assert run(configuration, preview=True).tree() == run(configuration).tree()


@pytest.mark.parametrize("configuration", CONFIGURATIONS)
@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.partition)
def test_nothing_names_another_partition(configuration: str, place: Place) -> None:
    text = json.dumps(
        [[each.name, plain(each.inputs), plain(each.outputs)] for each in run(configuration, place)]
    )
    assert set(re.findall(r"arn:(aws[\w-]*):", text)) == {place.partition}
    regions = set(re.findall(r"\b[a-z]{2}(?:-gov)?-(?:north|south|east|west|central)\w*-\d\b", text))
    assert regions <= {place.region, place.elsewhere}
    if place.partition == "aws-cn":
        assert set(re.findall(r"([\w.-]+)\.amazonaws\.com(?!\.cn)", text)) <= GLOBAL_PRINCIPALS
    else:
        assert "amazonaws.com.cn" not in text
