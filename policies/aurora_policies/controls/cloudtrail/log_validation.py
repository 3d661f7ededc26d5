"""Digests prove that no line was removed from, or added to, the record."""

from ...model.cloudtrail import Trail
from ..control import Fix, Severity, Verdict, control, is_true


@control(
    title="Trail lets its log files be validated",
    severity=Severity.LOW,
    topic="logging-and-monitoring",
    source="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-intro.html",
    remediation="Set enableLogFileValidation to true; in place and free.",
    equivalents=(
        "securityhub:CloudTrail.4",
        "config:CLOUD_TRAIL_LOG_FILE_VALIDATION_ENABLED",
        "checkov:CKV_AWS_36",
        "prowler:cloudtrail_log_file_validation_enabled",
        "trivy:AWS-0016",
        "cdk-nag:CloudTrailLogFileValidationEnabled",
        "cfn-guard:CLOUD_TRAIL_LOG_FILE_VALIDATION_ENABLED",
        "cloudsploit:cloudtrail/cloudtrailFileValidation",
        "hashicorp-cis:cloudtrail-log-file-validation-enabled",
        "hashicorp-fsbp:cloudtrail-log-file-validation-enabled",
        "kics:cloudtrail_log_file_validation_disabled",
        "regula:FG_R00027",
        "scoutsuite:cloudtrail-no-log-file-validation",
        "steampipe-terraform:cloudtrail_trail_validation_enabled",
        "steampipe:cloudtrail_trail_validation_enabled",
        "terrascan:AC_AWS_0446",
    ),
    fix=Fix(Trail.log_file_validation, True),
)
def log_validation(trail: Trail) -> Verdict:
    return is_true(trail.log_file_validation)
