"""What can be wrong with the arguments of a DatabaseKey."""

import re
from collections.abc import Sequence

from ..support.arguments import Problems
from ..support.checks import check_choices, check_range, check_region, check_tags
from .args import DatabaseKeyArgs, KeySettings
from .policy import SERVICES

_CREATION = (
    "alias",
    "description",
    "administrator_arns",
    "user_arns",
    "services",
    "multi_region",
    "replica_of",
    "rotation_period_days",
    "deletion_window_days",
    "tags",
)


def validate(args: DatabaseKeyArgs, problems: Problems) -> None:
    """Report everything wrong with the arguments to `problems`."""
    validate_settings(args, problems)
    check_choices(problems, "services", args.get("services", ()), SERVICES)
    check_region(problems, "region", args.get("region"))
    check_tags(problems, args.get("tags", {}))


def validate_settings(settings: KeySettings, problems: Problems) -> None:
    """Report everything wrong with the settings to `problems`."""
    if "existing_key_arn" in settings:
        for field in _CREATION:
            if field in settings:
                problems.add(field, "has no effect on an adopted key; remove it, or remove existing_key_arn")
        existing = settings["existing_key_arn"]
        if isinstance(existing, str) and not re.fullmatch(
            r"arn:[\w-]+:kms:[\w-]+:\d{12}:key/[\w-]+", existing
        ):
            problems.add(
                "existing_key_arn", "is not the ARN of a key; give the key's ARN, not its id or an alias"
            )
    if "replica_of" in settings:
        for field in ("multi_region", "rotation_period_days"):
            if field in settings:
                problems.add(field, "follows the primary key; remove it, or remove replica_of")
    check_range(problems, "rotation_period_days", settings.get("rotation_period_days"), 90, 2560)
    check_range(problems, "deletion_window_days", settings.get("deletion_window_days"), 7, 30)
    alias = settings.get("alias")
    if alias is not None and (
        not re.fullmatch(r"[A-Za-z0-9/_-]{1,250}", alias) or alias.startswith(("alias/", "aws/"))
    ):
        problems.add(
            "alias",
            f"'{alias}' is not an alias; use letters, digits, / _ - and leave out 'alias/' and 'aws/'",
        )
    for field in ("administrator_arns", "user_arns"):
        for index, arn in enumerate(_plain_list(settings.get(field))):
            if arn == "*":
                problems.add(f"{field}[{index}]", "'*' means everyone in AWS; name the roles")


def _plain_list(value: object) -> Sequence[object]:
    return value if isinstance(value, list) else ()
