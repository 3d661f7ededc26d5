"""Cases of lambda-tracing."""

from tests.policies.cases import UNKNOWN, absent_fails, added, compliant, mutation, res, unknown, violating

FUNCTION = "aws:lambda/function:Function"
NATIVE = "aws-native:lambda:Function"

CASES = [
    compliant("active", res(FUNCTION, tracingConfig={"mode": "Active"})),
    compliant("active, aws-native", res(NATIVE, tracingConfig={"mode": "Active"})),
    violating("only when the caller is", res(FUNCTION, tracingConfig={"mode": "PassThrough"})),
    absent_fails("not traced", res(FUNCTION), says="PassThrough"),
    unknown("from configuration", res(FUNCTION, tracingConfig={"mode": UNKNOWN})),
]

MUTATION = mutation(added(res(FUNCTION)))
