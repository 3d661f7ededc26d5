"""A detector that is suspended sees nothing."""

from ...model.account import GuardDutyDetector
from ..control import Fix, Severity, Verdict, control, is_true


@control(
    title="GuardDuty detector is on",
    severity=Severity.HIGH,
    topic="logging-and-monitoring",
    source="https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_settingup.html",
    remediation="Set enable to true; in place, and billed by what is analysed.",
    equivalents=(
        "securityhub:GuardDuty.1",
        "config:GUARDDUTY_ENABLED_CENTRALIZED",
        "checkov:CKV2_AWS_3",
        "checkov:CKV_AWS_238",
        "prowler:guardduty_centrally_managed",
        "prowler:guardduty_delegated_admin_enabled_all_regions",
        "prowler:guardduty_is_enabled",
        "cloudsploit:guardduty/exportedFindingsEncrypted",
        "cloudsploit:guardduty/guarddutyEnabled",
        "cloudsploit:guardduty/guarddutyMaster",
        "hashicorp-fsbp:guardduty-should-be-enabled",
        "kics:guardduty_detector_disabled",
        "mondoo:guardduty-enabled",
        "mondoo:guardduty-findings-publishing-frequency",
        "steampipe-terraform:guardduty_enabled",
        "steampipe:guardduty_centrally_configured",
        "steampipe:guardduty_enabled",
        "terrascan:AC_AWS_0131",
        "yatas:AWS_GDT_001",
    ),
    fix=Fix(GuardDutyDetector.enabled, True),
)
def enabled(detector: GuardDutyDetector) -> Verdict:
    return is_true(detector.enabled, absent=not detector.is_native)
