"""Checks that several components make on their arguments, each saying what is wrong and the fix."""

import re
from collections.abc import Iterable, Mapping, Sequence

from pulumi import Input

from aurora_policies.controls.log_group.retention_minimum import LogRetention
from aurora_policies.controls.log_group.retention_set import CLOUDWATCH_RETENTION_DAYS

from .arguments import Problems, nearest

LOG_RETENTION_DAYS = LogRetention().minimum_days
"""Default number of days a log group keeps its events."""

MAX_TAGS = 50
"""Most tags of a resource. One of them is its name."""

_TAG_KEY = re.compile(r"[\w\s.:/=+@-]{1,128}")
_TAG_VALUE = re.compile(r"[\w\s.:/=+@-]{0,256}")

_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,59}")

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


def check_tags(problems: Problems, tags: Mapping[str, Input[str]], path: str = "tags") -> None:
    """Tags are few, short and not AWS's own."""
    if len({"Name", *tags}) > MAX_TAGS:
        problems.add(path, f"{len(tags)} tags and the name are more than {MAX_TAGS}; leave some out")
    for key, value in tags.items():
        if key.lower().startswith(("aws:", "rds:")):
            problems.add(f"{path}.{key}", "the prefixes aws: and rds: belong to AWS; rename the tag")
        elif not _TAG_KEY.fullmatch(key):
            problems.add(f"{path}.{key}", "a key has 1 to 128 letters, digits, spaces and _ . : / = + @ -")
        if isinstance(value, str) and not _TAG_VALUE.fullmatch(value):
            problems.add(
                f"{path}.{key}", "a value has at most 256 letters, digits, spaces and _ . : / = + @ -"
            )


def check_keys(problems: Problems, path: str, keys: Iterable[str]) -> None:
    """The keys of a map name resources."""
    for key in keys:
        if not _KEY.fullmatch(key):
            problems.add(f"{path}.{key}", "a key is at most 60 letters, digits, dots, dashes and _")
