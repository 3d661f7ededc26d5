"""A trail that was switched off records nothing, while everyone believes it does."""

from ...model.cloudtrail import Trail
from ..control import Fix, Severity, Verdict, control, is_true


@control(
    title="Trail is logging",
    severity=Severity.HIGH,
    topic="logging-and-monitoring",
    source="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-turning-off-logging.html",
    remediation="Set enableLogging to true; in place.",
    equivalents=(
        "securityhub:CloudTrail.3",
        "checkov:CKV_AWS_251",
        "cfn-guard:CLOUD_TRAIL_ENABLED",
        "cloudsploit:cloudtrail/cloudtrailEnabled",
        "kics:cloudtrail_logging_disabled",
        "mondoo:cloudtrail-is-logging",
        "scoutsuite:cloudtrail-no-logging",
        "scoutsuite:cloudtrail-not-configured",
        "steampipe:cloudtrail_security_trail_enabled",
        "steampipe:cloudtrail_trail_enabled",
        "steampipe:cloudtrail_trail_enabled_account",
        "yatas:AWS_CLD_004",
    ),
    fix=Fix(Trail.logging, True),
)
def enabled(trail: Trail) -> Verdict:
    return is_true(trail.logging, absent=not trail.is_native)
