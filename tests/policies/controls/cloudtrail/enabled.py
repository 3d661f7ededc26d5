"""Cases of cloudtrail-enabled."""

from tests.policies.cases import UNKNOWN, absent_passes, added, compliant, mutation, res, unknown, violating

TRAIL = "aws:cloudtrail/trail:Trail"
NATIVE = "aws-native:cloudtrail:Trail"

CASES = [
    compliant("on", res(TRAIL, enableLogging=True)),
    compliant("on, aws-native", res(NATIVE, isLogging=True)),
    violating("off", res(TRAIL, enableLogging=False)),
    violating("off, aws-native", res(NATIVE, isLogging=False)),
    absent_passes("the provider turns it on", res(TRAIL)),
    unknown("from configuration", res(TRAIL, enableLogging=UNKNOWN)),
]

MUTATION = mutation(added(res(TRAIL, enableLogging=False)))
