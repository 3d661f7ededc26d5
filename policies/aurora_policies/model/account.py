"""Account-wide security services: AWS Config, GuardDuty, Security Hub, IAM Access Analyzer."""

from .resource import Anything, Flag, Text, View


class ConfigRecorder(View):
    """An AWS Config configuration recorder."""

    TYPES = ("aws:cfg/recorder:Recorder", "aws-native:configuration:ConfigurationRecorder")
    IDENTITIES = ("name", "id")
    NOUN = "configuration recorder"

    all_supported = Flag("recordingGroup.allSupported")
    global_types = Flag("recordingGroup.includeGlobalResourceTypes")
    resource_types = Anything("recordingGroup.resourceTypes")
    exclusions = Anything("recordingGroup.exclusionByResourceTypes")


class ConfigRecorderStatus(View):
    """The switch of a configuration recorder."""

    TYPES = ("aws:cfg/recorderStatus:RecorderStatus",)
    NOUN = "recorder status"

    recorder = Text("name")
    enabled = Flag("isEnabled")


class ConfigAggregator(View):
    """An AWS Config aggregator."""

    TYPES = (
        "aws:cfg/configurationAggregator:ConfigurationAggregator",
        "aws-native:configuration:ConfigurationAggregator",
    )
    NOUN = "configuration aggregator"

    account_source = Anything("accountAggregationSource", native="accountAggregationSources")
    account_all_regions = Flag(
        "accountAggregationSource.allRegions", native="accountAggregationSources.allAwsRegions"
    )
    organization_source = Anything("organizationAggregationSource")
    organization_all_regions = Flag(
        "organizationAggregationSource.allRegions", native="organizationAggregationSource.allAwsRegions"
    )


class ConfigRule(View):
    """An AWS Config rule."""

    TYPES = ("aws:cfg/rule:Rule", "aws-native:configuration:ConfigRule")
    NOUN = "Config rule"

    identifier = Text("source.sourceIdentifier")


class ConformancePack(View):
    """An AWS Config conformance pack."""

    TYPES = ("aws:cfg/conformancePack:ConformancePack", "aws-native:configuration:ConformancePack")
    NOUN = "conformance pack"

    template = Text("templateBody")


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


class SecurityHub(View):
    """Security Hub in an account."""

    TYPES = ("aws:securityhub/account:Account", "aws-native:securityhub:Hub")
    NOUN = "Security Hub"

    default_standards = Flag("enableDefaultStandards")


class SecurityHubStandard(View):
    """A standard that Security Hub checks."""

    TYPES = (
        "aws:securityhub/standardsSubscription:StandardsSubscription",
        "aws-native:securityhub:Standard",
    )
    NOUN = "Security Hub standard"

    standard = Text("standardsArn")


class AccessAnalyzer(View):
    """An IAM Access Analyzer."""

    TYPES = ("aws:accessanalyzer/analyzer:Analyzer", "aws-native:accessanalyzer:Analyzer")
    NOUN = "access analyzer"
