"""A detector that is suspended sees nothing, and an organization that turns GuardDuty on for no account sees only its
own."""

from ...model.account import GuardDutyDetector, GuardDutyOrganization
from ..control import Fix, Severity, Verdict, control, is_true, one_of


@control(
    title="GuardDuty is on, for the accounts of an organization too",
    severity=Severity.HIGH,
    topic="logging-and-monitoring",
    source="https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_settingup.html",
    remediation=(
        "Set enable to true, and autoEnableOrganizationMembers to ALL or NEW; in place, and billed by what is analysed."
    ),
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
def enabled(subject: GuardDutyDetector | GuardDutyOrganization) -> Verdict:
    if isinstance(subject, GuardDutyOrganization):
        # Before version 6 of the provider there was a mere flag.
        if subject.members.is_absent and subject.auto_enable.is_set:
            return is_true(subject.auto_enable)
        return one_of(subject.members, ("ALL", "NEW"))
    return is_true(subject.enabled, absent=not subject.is_native)
