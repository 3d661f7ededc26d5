"""Backups of a plan survive what deletes the database and its own automated backups with it."""

from dataclasses import dataclass

from ...model import Stack
from ...model.backup import LogicallyAirGappedVault, Plan, ReportPlan, Selection, Vault
from ..control import PASS, Scope, Severity, Verdict, all_of, control, fail, setting, unknown


@dataclass(frozen=True)
class BackupParts:
    report_plan: bool = setting(False, "Require a report plan as well.", strict=True)


def _has_plan(stack: Stack) -> Verdict:
    if stack.all(Plan):
        return PASS
    for selection in stack.all(Selection):
        if selection.plan.is_set:
            return unknown(stack.follow(selection.plan, Plan).outside_reason, selection.plan)
    return fail("The stack has no backup plan.")


def _has_vault(stack: Stack) -> Verdict:
    if stack.all(Vault):
        return PASS
    if stack.all(LogicallyAirGappedVault):
        return PASS
    for plan in stack.all(Plan):
        for rule in plan.rules():
            if rule.target_vault.is_set:
                return unknown(stack.follow(rule.target_vault, Vault).outside_reason, rule.target_vault)
    return fail("The stack has no backup vault.")


def _has_report(stack: Stack) -> Verdict:
    return PASS if stack.all(ReportPlan) else fail("The stack has no report plan.")


@control(
    title="Stack has a backup plan and a vault",
    severity=Severity.LOW,
    scope=Scope.ACCOUNT,
    topic="resilience",
    source="https://docs.aws.amazon.com/aws-backup/latest/devguide/about-backup-plans.html",
    remediation=(
        "Add an aws.backup.Plan and an aws.backup.Vault, or the BackupPlan component, and select the database."
    ),
    opt_in="backups are often the business of another stack, or of the organization",
)
def plan_exists(stack: Stack, settings: BackupParts) -> Verdict:
    parts = [_has_plan, _has_vault, *([_has_report] if settings.report_plan else [])]
    return all_of(*(lambda part=part: part(stack) for part in parts))
