"""The time between two rotations is how long a stolen password works."""

from dataclasses import dataclass

from ...model.schedule import longest_gap_days
from ...model.secret import SecretRotation
from ..control import PASS, Severity, Verdict, at_most, control, fail, setting, unknown


@dataclass(frozen=True)
class Interval:
    maximum_days: int = setting(90, "Most days between two rotations.", minimum=1, maximum=1000)


@control(
    title="Secret is rotated within the longest interval allowed",
    severity=Severity.MEDIUM,
    topic="password-management",
    source="https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_schedule.html",
    remediation=(
        "Lower rotationRules.automaticallyAfterDays, or make rotationRules.scheduleExpression more frequent; the"
        " change is in place."
    ),
)
def rotation_max_days(rotation: SecretRotation, settings: Interval) -> Verdict:
    if not rotation.enabled.get(True):
        return fail("`rotationEnabled` is false: the secret is never rotated.", rotation.enabled)
    if rotation.schedule.is_set:
        gap = longest_gap_days(rotation.schedule.get(""))
        if gap is None:
            return unknown(
                f"`{rotation.schedule.path}` is {rotation.schedule.shown()}, which is no lasting schedule",
                rotation.schedule,
            )
        if gap <= settings.maximum_days:
            return PASS
        return fail(
            f"`{rotation.schedule.path}` is {rotation.schedule.shown()}, which leaves up to {gap:g} days between two"
            f" rotations; at most {settings.maximum_days} are allowed.",
            rotation.schedule,
        )
    if not rotation.after_days.get(0):
        return fail(
            "`rotationRules` names neither `automaticallyAfterDays` nor `scheduleExpression`.",
            "rotationRules",
        )
    return at_most(rotation.after_days, settings.maximum_days)
