"""What a BackupPlan refuses before it registers anything."""

import re

from aurora_policies.controls.backup.plan_frequency_retention import Retention

from ..support.arguments import Problems
from ..support.checks import check_keys, check_range, check_region, check_tags
from ..support.service_role import check_iam_path
from .args import BackupCopy, BackupPlanArgs, RestoreTesting, VaultLock

MINIMUM_RETENTION_DAYS = Retention().minimum_days
"""Least retention of a backup, of a copy, and of the vault's lock."""

LONGEST_DAYS = 36_500
"""AWS Backup's longest time: a century."""

WEEKDAYS = ("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN")

_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


def validate(spec: BackupPlanArgs, problems: Problems) -> None:
    """Report everything wrong with the arguments to `problems`."""
    if not spec.get("connections", True):
        problems.add("connections", "there is nothing to back up; give the connection of a cluster")
    _check_time(problems, "time_of_day", spec.get("time_of_day"))
    retention = spec.get("retention_days")
    check_range(problems, "retention_days", retention, MINIMUM_RETENTION_DAYS, LONGEST_DAYS)
    for key, copy in spec.get("copies", {}).items():
        _check_copy(problems, f"copies.{key}", copy, spec)
    _check_lock(problems, spec.get("lock", {}), spec)
    if "restore_testing" in spec:
        _check_restore_testing(problems, spec["restore_testing"])
    if spec.get("adopt_existing_vaults"):
        _check_adoption(problems, spec)
    vault_name = spec.get("vault_name")
    if vault_name is not None and not re.fullmatch(r"[A-Za-z0-9_-]{2,50}", vault_name):
        problems.add("vault_name", f"'{vault_name}' is not 2 to 50 letters, digits, dashes and underscores")
    check_iam_path(spec.get("iam_path"), problems)
    check_region(problems, "region", spec.get("region"))
    check_tags(problems, spec.get("tags", {}))
    check_keys(problems, "copies", spec.get("copies", {}))


def _check_adoption(problems: Problems, spec: BackupPlanArgs) -> None:
    missing = [] if "kms_key_arn" in spec else ["kms_key_arn"]
    for key, copy in spec.get("copies", {}).items():
        if "region" in copy and "kms_key_arn" not in copy:
            missing.append(f"copies.{key}.kms_key_arn")
    for path in missing:
        problems.add(
            path,
            "is the key of the adopted vault, and cannot change; give the one that "
            "`aws backup describe-backup-vault` shows",
        )


def _check_copy(problems: Problems, path: str, copy: BackupCopy, spec: BackupPlanArgs) -> None:
    if ("region" in copy) == ("vault_arn" in copy):
        problems.add(path, "give region for a new vault, or vault_arn for an existing one; one of the two")
    if "vault_arn" in copy and "kms_key_arn" in copy:
        problems.add(f"{path}.kms_key_arn", "an existing vault has its key; leave it out")
    if "region" in copy and copy["region"] == spec.get("region"):
        problems.add(f"{path}.region", "is the region of the plan; a copy has to survive that region")
    check_region(problems, f"{path}.region", copy.get("region"))
    retention = copy.get("retention_days")
    check_range(problems, f"{path}.retention_days", retention, MINIMUM_RETENTION_DAYS, LONGEST_DAYS)


def _check_lock(problems: Problems, lock: VaultLock, spec: BackupPlanArgs) -> None:
    least = lock.get("min_retention_days", MINIMUM_RETENTION_DAYS)
    most = lock.get("max_retention_days", LONGEST_DAYS)
    check_range(problems, "lock.min_retention_days", least, 1, LONGEST_DAYS)
    check_range(problems, "lock.max_retention_days", most, least, LONGEST_DAYS)
    retentions = {"retention_days": spec.get("retention_days", MINIMUM_RETENTION_DAYS)}
    if spec.get("continuous_backup", True):
        retentions["continuous_backup"] = MINIMUM_RETENTION_DAYS
    for key, copy in spec.get("copies", {}).items():
        if "retention_days" in copy:
            retentions[f"copies.{key}.retention_days"] = copy["retention_days"]
    for path, days in retentions.items():
        if not least <= days <= most:
            problems.add(
                path, f"keeps {days} days, but the lock allows {least} to {most}; change one of them"
            )
    if lock.get("compliance") and "changeable_for_days" not in lock:
        problems.add(
            "lock.changeable_for_days",
            "compliance mode can never be undone; say for how many days it still may be, 3 at least",
        )
    if "changeable_for_days" in lock and not lock.get("compliance"):
        problems.add(
            "lock.compliance", "changeable_for_days locks the vault for ever; say true, or leave it out"
        )
    check_range(problems, "lock.changeable_for_days", lock.get("changeable_for_days"), 3, LONGEST_DAYS)


def _check_restore_testing(problems: Problems, testing: RestoreTesting) -> None:
    path = "restore_testing"
    weekday = testing.get("weekday")
    if weekday is not None and weekday not in WEEKDAYS:
        problems.add(f"{path}.weekday", f"'{weekday}' is no day; use one of: {', '.join(WEEKDAYS)}")
    _check_time(problems, f"{path}.time_of_day", testing.get("time_of_day"))
    check_range(problems, f"{path}.start_window_hours", testing.get("start_window_hours"), 1, 168)
    check_range(problems, f"{path}.selection_window_days", testing.get("selection_window_days"), 1, 365)
    check_range(problems, f"{path}.validation_window_hours", testing.get("validation_window_hours"), 1, 168)


def _check_time(problems: Problems, path: str, time: str | None) -> None:
    if time is not None and not _TIME.fullmatch(time):
        problems.add(path, f"'{time}' is no time of day; write it like 03:00")
