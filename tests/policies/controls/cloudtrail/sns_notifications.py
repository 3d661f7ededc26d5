"""Cases of cloudtrail-sns-notifications."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    added,
    compliant,
    mutation,
    res,
    unknown_passes,
    violating,
)

TRAIL = "aws:cloudtrail/trail:Trail"
NATIVE = "aws-native:cloudtrail:Trail"

CASES = [
    compliant("a topic", res(TRAIL, snsTopicName="trail")),
    compliant("a topic, aws-native", res(NATIVE, snsTopicName="trail")),
    violating("none, whatever else it does", res(TRAIL, isMultiRegionTrail=True), says="snsTopicName"),
    absent_fails("none", res(TRAIL)),
    absent_fails("none, aws-native", res(NATIVE)),
    unknown_passes("one that is made with it", res(TRAIL, snsTopicName=UNKNOWN)),
]

MUTATION = mutation(added(res(TRAIL)))
