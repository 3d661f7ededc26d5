"""A secret deleted by mistake can be brought back while the window lasts; without one it is gone at once."""

from dataclasses import dataclass

from ...model.secret import Secret
from ..control import Fix, Severity, Verdict, at_least, control, setting


@dataclass(frozen=True)
class Window:
    minimum_days: int = setting(7, "Fewest days a deleted secret can be brought back.", minimum=7, maximum=30)


@control(
    title="Deleted secret can be brought back",
    severity=Severity.LOW,
    topic="password-management",
    source="https://docs.aws.amazon.com/secretsmanager/latest/userguide/manage_delete-secret.html",
    remediation="Set recoveryWindowInDays to the minimum or more, or leave it out for 30 days; the change is in place.",
    fix=Fix(Secret.recovery_window, lambda settings: settings.minimum_days),
)
def recovery_window(secret: Secret, settings: Window) -> Verdict:
    return at_least(secret.recovery_window, settings.minimum_days, absent=30)
