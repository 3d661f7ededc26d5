"""Cases of lambda-description."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    added,
    compliant,
    mutation,
    res,
    unknown_passes,
    violating,
)

FUNCTION = "aws:lambda/function:Function"
NATIVE = "aws-native:lambda:Function"

CASES = [
    compliant("described", res(FUNCTION, description="rotates the password of the shop database")),
    compliant("described, aws-native", res(NATIVE, description="rotates")),
    violating("empty", res(FUNCTION, description="")),
    violating(
        "no limits", res(FUNCTION, description="d"), settings={"requireLimits": True}, says="memorySize"
    ),
    absent_fails("no description", res(FUNCTION), says="what it is for"),
    unknown_passes("a description not known yet is one", res(FUNCTION, description=UNKNOWN)),
]

MUTATION = mutation(added(res(FUNCTION)))
