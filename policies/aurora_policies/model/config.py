"""AWS Config."""

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
