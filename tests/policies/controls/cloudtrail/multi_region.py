"""Cases of cloudtrail-multi-region."""

from tests.policies.cases import UNKNOWN, absent_fails, added, compliant, mutation, res, unknown, violating

TRAIL = "aws:cloudtrail/trail:Trail"
NATIVE = "aws-native:cloudtrail:Trail"

CASES = [
    compliant("every Region", res(TRAIL, isMultiRegionTrail=True)),
    compliant(
        "every Region, aws-native", res(NATIVE, isMultiRegionTrail=True, includeGlobalServiceEvents=True)
    ),
    violating("one Region", res(TRAIL, isMultiRegionTrail=False)),
    violating("no global services", res(TRAIL, isMultiRegionTrail=True, includeGlobalServiceEvents=False)),
    violating("one Region, aws-native", res(NATIVE, isMultiRegionTrail=False)),
    absent_fails("one Region is the default", res(TRAIL), says="isMultiRegionTrail"),
    unknown("from configuration", res(TRAIL, isMultiRegionTrail=UNKNOWN)),
    violating(
        "a known fault beside an unknown",
        res(TRAIL, isMultiRegionTrail=UNKNOWN, includeGlobalServiceEvents=False),
    ),
]

MUTATION = mutation(added(res(TRAIL)))
