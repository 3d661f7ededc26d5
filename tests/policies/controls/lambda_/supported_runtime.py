"""Cases of lambda-supported-runtime."""

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

FUNCTION = "aws:lambda/function:Function"
NATIVE = "aws-native:lambda:Function"

CASES = [
    compliant("current", res(FUNCTION, runtime="python3.13")),
    compliant("current, aws-native", res(NATIVE, runtime="nodejs22.x")),
    violating("deprecated", res(FUNCTION, runtime="python3.8"), says='"python3.8": AWS has deprecated'),
    violating("deprecated, aws-native", res(NATIVE, runtime="nodejs12.x")),
    violating(
        "a stricter list", res(FUNCTION, runtime="python3.13"), settings={"deprecated": ["python3.13"]}
    ),
    absent_passes("an archive without a runtime is refused by the API", res(FUNCTION)),
    unknown("from configuration", res(FUNCTION, runtime=UNKNOWN)),
    not_applicable("an image", res(FUNCTION, packageType="Image")),
]

MUTATION = mutation(added(res(FUNCTION, runtime="nodejs12.x")))
