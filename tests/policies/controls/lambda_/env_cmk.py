"""Cases of lambda-env-cmk."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    absent_not_applicable,
    added,
    compliant,
    mutation,
    not_applicable,
    res,
    unknown_fails,
    unknown_passes,
    violating,
)

FUNCTION = "aws:lambda/function:Function"
NATIVE = "aws-native:lambda:Function"

CASES = [
    compliant(
        "a key",
        res(FUNCTION, environment={"variables": {"A": "b"}}, kmsKeyArn="arn:aws:kms:eu-west-1:1:key/1"),
    ),
    compliant("a key, aws-native", res(NATIVE, environment={"variables": {"A": "b"}}, kmsKeyArn="arn")),
    violating("an empty name", res(FUNCTION, environment={"variables": {"A": "b"}}, kmsKeyArn="")),
    absent_fails("no key", res(FUNCTION, environment={"variables": {"A": "b"}})),
    absent_not_applicable("no environment", res(FUNCTION)),
    unknown_fails("variables not known yet are variables", res(FUNCTION, environment=UNKNOWN)),
    unknown_passes(
        "a key not known yet is a key",
        res(FUNCTION, environment={"variables": {"A": "b"}}, kmsKeyArn=UNKNOWN),
    ),
    not_applicable("an empty environment", res(FUNCTION, environment={"variables": {}})),
]

MUTATION = mutation(added(res(FUNCTION, environment={"variables": {"A": "b"}})))
