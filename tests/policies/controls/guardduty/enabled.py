"""Cases of guardduty-enabled."""

from tests.policies.cases import UNKNOWN, absent_passes, added, compliant, mutation, res, unknown, violating

DETECTOR = "aws:guardduty/detector:Detector"

CASES = [
    compliant("on", res(DETECTOR, enable=True)),
    compliant("on, aws-native", res("aws-native:guardduty:Detector", enable=True)),
    violating("off", res(DETECTOR, enable=False)),
    violating("off, aws-native", res("aws-native:guardduty:Detector", enable=False)),
    absent_passes("the provider turns it on", res(DETECTOR)),
    unknown("from configuration", res(DETECTOR, enable=UNKNOWN)),
]

MUTATION = mutation(added(res(DETECTOR, enable=False)))
