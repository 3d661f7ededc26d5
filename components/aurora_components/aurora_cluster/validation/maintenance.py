"""Windows, upgrades and timeouts."""

import re

from ...support.arguments import Problems
from .. import windows
from ..args import ClusterSettings
from ..plan import Plan

_CA_CERTIFICATE = re.compile(r"rds-ca-(rsa2048|rsa4096|ecc384)-g\d+")


_DURATION = re.compile(r"(\d+(\.\d+)?(h|m|s))+")


def check_maintenance(plan: Plan, args: ClusterSettings, problems: Problems) -> None:
    backup = windows.daily(plan.backup_window)
    if isinstance(backup, str):
        problems.add("backup.window", backup)
    paths = {"maintenance.window": plan.maintenance_window}
    for member in plan.members:
        if "preferred_maintenance_window" in member.spec:
            paths[f"instances.{member.key}.preferred_maintenance_window"] = member.maintenance_window
    for path, text in paths.items():
        window = windows.weekly(text)
        if isinstance(window, str):
            problems.add(path, window)
        elif not isinstance(backup, str) and backup.overlaps(window):
            problems.add(path, f"{text} overlaps the backup window {plan.backup_window}; move one of them")
    if not _CA_CERTIFICATE.fullmatch(plan.ca_certificate):
        problems.add(
            "maintenance.ca_certificate",
            f"'{plan.ca_certificate}' is expired or unknown; use rds-ca-rsa2048-g1, rds-ca-rsa4096-g1 or "
            "rds-ca-ecc384-g1",
        )
    if plan.upgrades_major_version and not plan.applies_immediately:
        problems.add(
            "maintenance.allow_major_version_upgrade",
            "needs apply_immediately: waiting for the window, the cluster would still use the groups of the old "
            "family when they are deleted; set it for this update, and update inside your window",
        )
    for operation, duration in args.get("timeouts", {}).items():
        if isinstance(duration, str) and not _DURATION.fullmatch(duration):
            problems.add(
                f"timeouts.{operation}", f"'{duration}' is not a duration; write it like 90m or 2h30m"
            )
