"""A plan that seldom runs, or soon forgets, has no recovery point when a mistake is found late."""

from dataclasses import dataclass

from ...model import MalformedValue, UnknownValue, Value
from ...model.backup import BackupRule, Plan
from ...model.schedule import longest_gap_days
from ..control import PASS, Severity, Verdict, all_of, control, each, fail, setting, unknown


@dataclass(frozen=True)
class Retention:
    minimum_days: int = setting(35, "Fewest days a recovery point is kept.", minimum=1, maximum=36500)


# AWS deletes continuous backups after 35 days at the latest.
_LONGEST_CONTINUOUS = 35

# A recovery point stays in cold storage for at least this long.
_SHORTEST_COLD = 90


def _is_daily(schedule: Value[str]) -> bool:
    """Whether it comes at least once a day. AWS Backup's own default, 5 AM, does."""
    gap = longest_gap_days(schedule.get("cron(0 5 ? * * *)"))
    if gap is None:
        raise MalformedValue(f"`{schedule.path}` is neither a cron nor a rate expression that goes on")
    return gap <= 1


def _daily(rules: tuple[BackupRule, ...]) -> Verdict:
    undecided = ""
    for rule in rules:
        try:
            if _is_daily(rule.schedule):
                return PASS
        except (MalformedValue, UnknownValue) as reason:
            undecided = reason.reason
    if undecided:
        return unknown(undecided)
    shown = ", ".join(rule.schedule.shown() for rule in rules)
    return fail(f"No rule runs every day: {shown}.", rules[0].schedule)


def _kept(rule: BackupRule, minimum: int) -> Verdict:
    kept, cold = rule.delete_after_days, rule.cold_after_days
    days = kept.get(0)
    if days <= 0:
        return PASS  # for ever
    required = min(minimum, _LONGEST_CONTINUOUS) if rule.continuous.get(False) else minimum
    if days < required:
        return fail(f"`{kept.path}` is {kept.shown()}; it must be at least {required}.", kept)
    if cold.get(0) > 0 and days < cold.get(0) + _SHORTEST_COLD:
        return fail(f"`{kept.path}` is {kept.shown()}, less than 90 days after `{cold.path}`.", kept)
    return PASS


def _windows(rule: BackupRule) -> Verdict:
    start, completion = rule.start_window, rule.completion_window
    if completion.is_set and completion.get(0) <= start.get(0):
        return fail(f"`{completion.path}` is {completion.shown()}, not after `{start.path}`.", completion)
    return PASS


@control(
    title="Backup plan runs daily and keeps recovery points long enough",
    severity=Severity.MEDIUM,
    topic="resilience",
    source="https://docs.aws.amazon.com/aws-backup/latest/devguide/creating-a-backup-plan.html",
    remediation=(
        "Give one rule a daily schedule (aws-native: scheduleExpression) and every rule lifecycle.deleteAfter "
        "(aws-native: deleteAfterDays) of the minimum or more; in place."
    ),
)
def plan_frequency_retention(plan: Plan, settings: Retention) -> Verdict:
    rules = plan.rules()
    if not rules:
        return fail(f"`{plan.rule_blocks.path}` is not set; the plan does nothing.", plan.rule_blocks)
    return all_of(
        lambda: _daily(rules),
        lambda: each(rules, lambda rule: _kept(rule, settings.minimum_days)),
        lambda: each(rules, _windows),
    )
