"""Cases of secret-recovery-window."""

from tests.policies.cases import (
    UNKNOWN,
    absent_passes,
    added,
    compliant,
    mutation,
    not_applicable,
    res,
    unknown,
    violating,
)

from ._secrets import NATIVE_SECRET, SECRET

CASES = [
    compliant("thirty days", res(SECRET, recoveryWindowInDays=30.0)),
    compliant("a week, as a word", res(SECRET, recoveryWindowInDays="7")),
    violating("deleted at once", res(SECRET, recoveryWindowInDays=0.0), says="`recoveryWindowInDays` is 0"),
    violating(
        "under the settings' minimum", res(SECRET, recoveryWindowInDays=7), settings={"minimumDays": 14}
    ),
    absent_passes("Secrets Manager keeps it for thirty days", res(SECRET)),
    unknown("the window", res(SECRET, recoveryWindowInDays=UNKNOWN)),
    not_applicable("aws-native deletes as CloudFormation does", res(NATIVE_SECRET)),
]

MUTATION = mutation(added(res(SECRET, "fleeting", description="x", recoveryWindowInDays=0)))
