"""Cases of cloudtrail-log-validation."""

from tests.policies.cases import UNKNOWN, absent_fails, added, compliant, mutation, res, unknown, violating

TRAIL = "aws:cloudtrail/trail:Trail"
NATIVE = "aws-native:cloudtrail:Trail"

CASES = [
    compliant("on", res(TRAIL, enableLogFileValidation=True)),
    compliant("on, aws-native", res(NATIVE, enableLogFileValidation=True)),
    violating("off", res(TRAIL, enableLogFileValidation=False)),
    absent_fails("off is the default", res(TRAIL)),
    absent_fails("off is the default, aws-native", res(NATIVE)),
    unknown("from configuration", res(TRAIL, enableLogFileValidation=UNKNOWN)),
]

MUTATION = mutation(added(res(TRAIL)))
