"""Cases of lambda-concurrency."""

from tests.policies.cases import UNKNOWN, absent_fails, added, compliant, mutation, res, unknown, violating

FUNCTION = "aws:lambda/function:Function"
NATIVE = "aws-native:lambda:Function"

CASES = [
    compliant("a bound", res(FUNCTION, reservedConcurrentExecutions=5)),
    compliant("switched off, aws-native", res(NATIVE, reservedConcurrentExecutions=0)),
    violating(
        "minus one is no bound",
        res(FUNCTION, reservedConcurrentExecutions=-1),
        says="reservedConcurrentExecutions",
    ),
    absent_fails("no bound", res(FUNCTION)),
    absent_fails("no bound, aws-native", res(NATIVE)),
    unknown("the bound", res(FUNCTION, reservedConcurrentExecutions=UNKNOWN)),
]

MUTATION = mutation(added(res(FUNCTION)))
