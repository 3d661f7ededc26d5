"""A trail that was switched off records nothing, while everyone believes it does."""

from ...model.cloudtrail import Trail
from ..control import Fix, Severity, Verdict, control, is_true


@control(
    title="Trail is logging",
    severity=Severity.HIGH,
    topic="logging-and-monitoring",
    source="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-turning-off-logging.html",
    remediation="Set enableLogging to true; in place.",
    fix=Fix(Trail.logging, True),
)
def enabled(trail: Trail) -> Verdict:
    return is_true(trail.logging, absent=not trail.is_native)
