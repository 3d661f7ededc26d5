"""The rules of the plan."""

from collections.abc import Mapping
from typing import Any

import pulumi_aws as aws
from pulumi import Input, Output

from .args import BackupPlanArgs, RestoreTesting
from .validation import MINIMUM_RETENTION_DAYS

CONTINUOUS_DAYS = 35
"""Days within which any second can be restored: AWS's limit for Aurora."""


START_WINDOW_MINUTES = 60


COMPLETION_WINDOW_MINUTES = 480


def rules(
    vault_name: Input[str],
    copies: Mapping[str, Input[str]],
    spec: BackupPlanArgs,
    tags: Mapping[str, Input[str]],
) -> list[aws.backup.PlanRuleArgs]:
    """Daily snapshots and, twelve hours apart, the continuous backup.

    Of two rules whose windows overlap, AWS Backup only follows the one that keeps its backups longer.
    """
    retention = spec.get("retention_days", MINIMUM_RETENTION_DAYS)
    hour, minute = clock(spec.get("time_of_day", "03:00"))
    common: dict[str, Any] = {
        "target_vault_name": vault_name,
        "schedule_expression_timezone": spec.get("timezone", "Etc/UTC"),
        "start_window": START_WINDOW_MINUTES,
        "completion_window": COMPLETION_WINDOW_MINUTES,
        "recovery_point_tags": tags,
    }
    daily = aws.backup.PlanRuleArgs(
        rule_name="daily",
        schedule=f"cron({minute} {hour} ? * * *)",
        lifecycle=aws.backup.PlanRuleLifecycleArgs(delete_after=retention),
        copy_actions=[
            aws.backup.PlanRuleCopyActionArgs(
                destination_vault_arn=arn,
                lifecycle=aws.backup.PlanRuleCopyActionLifecycleArgs(
                    delete_after=spec.get("copies", {})[key].get("retention_days", retention)
                ),
            )
            for key, arn in copies.items()
        ],
        **common,
    )
    if not spec.get("continuous_backup", True):
        return [daily]
    continuous = aws.backup.PlanRuleArgs(
        rule_name="continuous",
        schedule=f"cron({minute} {(hour + 12) % 24} ? * * *)",
        enable_continuous_backup=True,
        lifecycle=aws.backup.PlanRuleLifecycleArgs(delete_after=CONTINUOUS_DAYS),
        **common,
    )
    return [daily, continuous]


def overrides(testing: RestoreTesting) -> dict[str, Input[str]] | None:
    overrides: dict[str, Input[str]] = {}
    if "subnet_group_name" in testing:
        overrides["dbSubnetGroupName"] = testing["subnet_group_name"]
    if "security_group_ids" in testing:
        overrides["vpcSecurityGroupIds"] = Output.json_dumps(testing["security_group_ids"])
    return overrides or None


def clock(time: str) -> tuple[int, int]:
    hour, _, minute = time.partition(":")
    return int(hour), int(minute)
