"""Cases of config-recorder-enabled."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    added,
    compliant,
    mutation,
    ref,
    res,
    unknown,
    violating,
)

RECORDER = "aws:cfg/recorder:Recorder"
AGGREGATOR = "aws:cfg/configurationAggregator:ConfigurationAggregator"
SUBJECT = res(RECORDER, recordingGroup={"allSupported": True, "includeGlobalResourceTypes": True})
STATUS = res("aws:cfg/recorderStatus:RecorderStatus", "status", name=ref(SUBJECT), isEnabled=True)

CASES = [
    compliant("everything, and on", SUBJECT, STATUS),
    compliant("aws-native", res("aws-native:configuration:ConfigurationRecorder", **SUBJECT.properties)),
    compliant("the status by itself", STATUS),
    compliant(
        "an aggregator of every Region", res(AGGREGATOR, accountAggregationSource={"allRegions": True})
    ),
    violating("off", res(STATUS.type, isEnabled=False)),
    violating("nothing turns it on", SUBJECT, says="turns the recorder on"),
    violating(
        "not databases",
        res(RECORDER, recordingGroup={"allSupported": False, "resourceTypes": ["AWS::EC2::VPC"]}),
        STATUS,
    ),
    violating("not the global types", res(RECORDER, recordingGroup={"allSupported": True}), STATUS),
    violating(
        "an aggregator of one Region", res(AGGREGATOR, accountAggregationSource={"regions": ["eu-west-1"]})
    ),
    absent_fails("global types are left out by default", res(RECORDER), STATUS),
    unknown("from configuration", res(RECORDER, recordingGroup=UNKNOWN), STATUS),
]

MUTATION = mutation(added(SUBJECT))
