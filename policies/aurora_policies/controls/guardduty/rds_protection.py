"""Somebody who guesses passwords, or signs in from where nobody works, is noticed while it happens."""

from ...model import Stack, to_text
from ...model.guardduty import GuardDutyDetector, GuardDutyFeature
from ..control import Severity, Verdict, control, equals, fail, one_of

NAME = "RDS_LOGIN_EVENTS"


@control(
    title="GuardDuty watches sign-ins to databases",
    severity=Severity.HIGH,
    topic="logging-and-monitoring",
    source="https://docs.aws.amazon.com/guardduty/latest/ug/rds-protection.html",
    remediation=(
        "Add an aws.guardduty.DetectorFeature named RDS_LOGIN_EVENTS with status ENABLED; billed by instance."
    ),
)
def rds_protection(detector: GuardDutyDetector, stack: Stack) -> Verdict:
    for feature in detector.features.items() if detector.is_native else ():
        if feature.at("name", to_text).get() == NAME:
            return equals(feature.at("status", to_text), "ENABLED")
    for found in stack.referrers(detector, GuardDutyFeature, GuardDutyFeature.detector):
        if found.feature.get("") == NAME:
            if found.auto_enable.is_set:
                return one_of(found.auto_enable, ("ALL", "NEW"))
            return equals(found.status, "ENABLED")
    return fail(f"No feature {NAME} of this stack belongs to the detector.")
