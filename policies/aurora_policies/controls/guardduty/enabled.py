"""A detector that is suspended sees nothing, and an organization that turns GuardDuty on for no account sees only its
own."""

from ...model.guardduty import GuardDutyDetector, GuardDutyOrganization
from ..control import Fix, Severity, Verdict, control, is_true, one_of


@control(
    title="GuardDuty is on, for the accounts of an organization too",
    severity=Severity.HIGH,
    topic="logging-and-monitoring",
    source="https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_settingup.html",
    remediation=(
        "Set enable to true, and autoEnableOrganizationMembers to ALL or NEW; in place, and billed by what is analysed."
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
