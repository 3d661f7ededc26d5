"""AWS Backup passes over the Aurora clusters of a Region that has opted out, whatever the plans select by tag."""

from ...model import to_flag
from ...model.backup import RegionSettings
from ..control import Severity, Verdict, control, is_true, not_applicable


@control(
    title="Region backs up Aurora",
    severity=Severity.LOW,
    topic="resilience",
    source="https://docs.aws.amazon.com/aws-backup/latest/devguide/service-opt-in.html",
    remediation="Set Aurora to true in resourceTypeOptInPreference; in place.",
)
def region_opt_in(region: RegionSettings) -> Verdict:
    aurora = region.preferences.at("Aurora", to_flag)
    if aurora.is_absent:
        return not_applicable("it leaves Aurora as it is")
    return is_true(aurora)
