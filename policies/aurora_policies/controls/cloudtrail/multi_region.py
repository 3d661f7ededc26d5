"""Somebody who means harm works in the Region that nobody looks at."""

from ...model.cloudtrail import Trail
from ..control import Severity, Verdict, all_of, control, is_true


@control(
    title="Trail records every Region and the global services",
    severity=Severity.MEDIUM,
    topic="logging-and-monitoring",
    source="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/receive-cloudtrail-log-files-from-multiple-regions.html",
    remediation="Set isMultiRegionTrail to true and leave includeGlobalServiceEvents on; in place.",
    equivalents=(
        "securityhub:CloudTrail.1",
        "config:MULTI_REGION_CLOUDTRAIL_ENABLED",
        "checkov:CKV_AWS_67",
        "prowler:cloudtrail_multi_region_enabled",
        "trivy:AWS-0014",
        "cfn-guard:MULTI_REGION_CLOUD_TRAIL_ENABLED",
        "cloudsploit:cloudtrail/globalLoggingDuplicated",
        "kics:cloudtrail_multi_region_disabled",
        "scoutsuite:cloudtrail-duplicated-global-services-logging",
        "scoutsuite:cloudtrail-no-global-services-logging",
        "steampipe-terraform:cloudtrail_enabled_all_regions",
        "steampipe:cloudtrail_multi_region_trail_enabled",
        "terrascan:AC_AWS_0034",
        "terrascan:AC_AWS_0448",
        "yatas:AWS_CLD_002",
        "yatas:AWS_CLD_003",
    ),
)
def multi_region(trail: Trail) -> Verdict:
    return all_of(
        lambda: is_true(trail.multi_region),
        lambda: is_true(trail.global_events, absent=True),
    )
