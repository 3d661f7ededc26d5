"""Checks that several components make on their arguments, each saying what is wrong and the fix."""

import re
from collections.abc import Sequence

from ._args import Problems, nearest

LOG_RETENTION_DAYS = 365  # from control log-group-retention-minimum
"""Days a log group keeps its events unless told otherwise."""

CLOUDWATCH_RETENTION_DAYS = (
    1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
)  # fmt: skip
"""The retentions CloudWatch Logs accepts, in days."""

_REGION = re.compile(r"[a-z]{2,}(-[a-z]+)+-\d")


def check_log_retention(problems: Problems, path: str, days: int | None) -> None:
    """A log group's retention is one of CloudWatch's own values."""
    if days is not None and days not in CLOUDWATCH_RETENTION_DAYS:
        closest = min(CLOUDWATCH_RETENTION_DAYS, key=lambda allowed: abs(allowed - days))
        problems.add(path, f"{days} is not a retention CloudWatch Logs offers; the nearest is {closest}")


def check_range(problems: Problems, path: str, value: float | None, low: float, high: float) -> None:
    """A number lies between two bounds, both included."""
    if value is not None and not low <= value <= high:
        problems.add(path, f"{value:g} is outside {low:g} to {high:g}; choose a value between them")


def check_choices(problems: Problems, path: str, values: Sequence[str], allowed: Sequence[str]) -> None:
    """Each of some words is one of a closed set, and none is given twice."""
    for index, value in enumerate(values):
        if value not in allowed:
            problems.add(f"{path}[{index}]", f"'{value}' is not supported; {nearest(value, allowed)}")
        elif value in values[:index]:
            problems.add(f"{path}[{index}]", f"'{value}' is given twice; remove one")


def check_region(problems: Problems, path: str, region: str | None) -> None:
    """A region has the shape of one. Which regions exist is AWS's to say."""
    if region is not None and not _REGION.fullmatch(region):
        problems.add(path, f"'{region}' is not an AWS region; write it like eu-central-1")
