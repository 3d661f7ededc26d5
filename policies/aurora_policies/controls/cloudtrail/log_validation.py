"""Digests prove that no line was removed from, or added to, the record."""

from ...model.cloudtrail import Trail
from ..control import Fix, Severity, Verdict, control, is_true


@control(
    title="Trail lets its log files be validated",
    severity=Severity.LOW,
    topic="logging-and-monitoring",
    source="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-intro.html",
    remediation="Set enableLogFileValidation to true; in place and free.",
    fix=Fix(Trail.log_file_validation, True),
)
def log_validation(trail: Trail) -> Verdict:
    return is_true(trail.log_file_validation)
