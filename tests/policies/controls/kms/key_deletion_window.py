"""Cases of kms-key-deletion-window."""

from tests.policies.cases import (
    UNKNOWN,
    absent_passes,
    changed,
    compliant,
    mutation,
    res,
    unknown,
    violating,
)

from ._policies import EXTERNAL, KEY, NATIVE_KEY, REPLICA

CASES = [
    compliant("thirty days", res(KEY, deletionWindowInDays=30.0)),
    compliant("thirty days as a word", res(KEY, deletionWindowInDays="30")),
    compliant("aws-native", res(NATIVE_KEY, pendingWindowInDays=30)),
    compliant("as the settings allow", res(KEY, deletionWindowInDays=7.0), settings={"minimumDays": 7}),
    violating("a week", res(KEY, deletionWindowInDays=7.0), says="`deletionWindowInDays` is 7"),
    violating("a day short", res(KEY, deletionWindowInDays=29)),
    violating("aws-native", res(NATIVE_KEY, pendingWindowInDays=7.0), says="`pendingWindowInDays` is 7"),
    violating("a replica", res(REPLICA, deletionWindowInDays=7)),
    violating("a replica, aws-native", res("aws-native:kms:ReplicaKey", pendingWindowInDays=7)),
    violating("imported material", res(EXTERNAL, deletionWindowInDays=10)),
    violating("under the settings' minimum", res(KEY, deletionWindowInDays=10), settings={"minimumDays": 14}),
    absent_passes("KMS waits for thirty days", res(KEY)),
    absent_passes("aws-native", res(NATIVE_KEY)),
    unknown("the window", res(KEY, deletionWindowInDays=UNKNOWN)),
    unknown("a word that is no number", res(KEY, deletionWindowInDays="soon")),
]

MUTATION = mutation(changed(KEY, deletionWindowInDays=7))
