"""Cases of kms-key-single-region."""

from tests.policies.cases import (
    UNKNOWN,
    absent_passes,
    added,
    compliant,
    mutation,
    ref,
    removed,
    res,
    unknown,
    violating,
)

from ._policies import KEY, NATIVE_KEY, REPLICA

PRIMARY = res(KEY, multiRegion=True)

CASES = [
    compliant("one Region", res(KEY, multiRegion=False)),
    compliant("aws-native", res(NATIVE_KEY, multiRegion=False)),
    compliant("a replica in the stack", PRIMARY, res(REPLICA, "replica", primaryKeyArn=ref(PRIMARY))),
    compliant("a global cluster in the stack", PRIMARY, res("aws:rds/globalCluster:GlobalCluster", "g")),
    compliant("allowed by the settings", PRIMARY, settings={"allowMultiRegion": True}),
    violating("without a replica", PRIMARY, says="`multiRegion` is true"),
    violating("aws-native", res(NATIVE_KEY, multiRegion=True)),
    absent_passes("keys stay in their Region", res(KEY)),
    unknown("the flag", res(KEY, multiRegion=UNKNOWN)),
]

MUTATION = mutation(
    removed("aws:rds/globalCluster:GlobalCluster"), added(res(NATIVE_KEY, "everywhere", multiRegion=True))
)
