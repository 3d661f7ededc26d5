"""Amazon GuardDuty."""

from .resource import Anything, Flag, Text, View


class GuardDutyDetector(View):
    """A GuardDuty detector."""

    TYPES = ("aws:guardduty/detector:Detector", "aws-native:guardduty:Detector")
    IDENTITIES = ("id", "detectorId", "arn")
    NOUN = "GuardDuty detector"

    enabled = Flag("enable")
    features = Anything("features")


class GuardDutyOrganization(View):
    """What the detector of an organization's administrator does for the accounts of the organization."""

    TYPES = ("aws:guardduty/organizationConfiguration:OrganizationConfiguration",)
    NOUN = "GuardDuty organization configuration"

    detector = Text("detectorId")
    members = Text("autoEnableOrganizationMembers")
    auto_enable = Flag("autoEnable")


class GuardDutyFeature(View):
    """A feature of a GuardDuty detector, or of the organization's detectors."""

    TYPES = (
        "aws:guardduty/detectorFeature:DetectorFeature",
        "aws:guardduty/organizationConfigurationFeature:OrganizationConfigurationFeature",
    )
    NOUN = "GuardDuty feature"

    detector = Text("detectorId")
    feature = Text("name")
    status = Text("status")
    auto_enable = Text("autoEnable")
