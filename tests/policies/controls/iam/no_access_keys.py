"""Cases of iam-no-access-keys."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    added,
    compliant,
    mutation,
    not_applicable,
    res,
    unknown_fails,
    violating,
)

KEY = "aws:iam/accessKey:AccessKey"

CASES = [
    compliant("turned off", res(KEY, user="deployer", status="Inactive")),
    not_applicable("a role", res("aws:iam/role:Role")),
    violating("a key", res(KEY, user="deployer"), says="never expires"),
    violating("aws-native", res("aws-native:iam:AccessKey", userName="deployer")),
    absent_fails("nothing more said", res(KEY)),
    unknown_fails("whose key it is does not matter", res(KEY, user=UNKNOWN)),
]

MUTATION = mutation(added(res(KEY, user="deployer")))
