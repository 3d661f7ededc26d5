"""Cases of secret-block-public-policy."""

from tests.policies.cases import UNKNOWN, absent_fails, added, compliant, mutation, res, unknown, violating

from ._secrets import APP, NATIVE_POLICY, POLICY, policy, statement

CASES = [
    compliant("blocked", res(POLICY, blockPublicPolicy=True)),
    compliant("said in words", res(POLICY, blockPublicPolicy="true")),
    compliant("aws-native", res(NATIVE_POLICY, blockPublicPolicy=True)),
    violating("not blocked", res(POLICY, blockPublicPolicy=False), says="`blockPublicPolicy` is false"),
    violating("aws-native", res(NATIVE_POLICY, blockPublicPolicy=False)),
    absent_fails("AWS blocks nothing unasked", res(POLICY, policy=policy(statement(APP)))),
    absent_fails("aws-native", res(NATIVE_POLICY)),
    unknown("the flag", res(POLICY, blockPublicPolicy=UNKNOWN)),
]

MUTATION = mutation(added(res(POLICY, "unblocked", secretArn="s", policy=policy(statement(APP)))))
