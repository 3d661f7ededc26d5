"""Backups of AWS Backup survive the database's own deletion, and are kept and copied by one plan for everything.

A member of a cluster is covered with its cluster. The plan may also be the organization's, out of this stack's
sight.
"""

from dataclasses import dataclass

from ...model import Stack
from ...model.backup import Plan, Selection
from ...model.backup_selection import covering, plans_of
from ...model.rds import DbCluster, DbInstance
from ..control import Severity, Verdict, control, fail, passed, setting, unknown


@dataclass(frozen=True)
class PlanScope:
    backup_plan_scope: str = setting(
        "organization",
        'Where the plan is looked for: "stack" fails what no selection of the stack covers; "organization" '
        "calls that unknown, because another plan may cover it.",
        choices=("stack", "organization"),
        strict="stack",
    )


@control(
    title="Database is covered by a backup plan",
    severity=Severity.MEDIUM,
    topic="resilience",
    source="https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html",
    remediation=(
        "Select the database in an aws.backup.Selection, by its ARN or by a tag, or use the BackupPlan component."
    ),
)
def in_backup_plan(database: DbCluster | DbInstance, stack: Stack, settings: PlanScope) -> Verdict:
    selections, perhaps = covering(database, stack)
    if selections:
        found, outside = plans_of(selections, stack)
        if found or outside or any(selection.plan.is_set for selection in selections):
            return passed()
        return fail("The selection that covers the database belongs to no backup plan.", selections[0].plan)
    if perhaps:
        return unknown("whether a backup selection covers the database is not known before the update")
    plans, others = stack.all(Plan), stack.all(Selection)
    if plans or others or settings.backup_plan_scope == "stack":
        return fail("No backup selection of the stack covers the database.")
    return unknown("no backup selection of this stack covers the database; another stack's may")
