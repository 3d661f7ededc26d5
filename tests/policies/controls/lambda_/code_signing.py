"""Cases of lambda-code-signing."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    added,
    compliant,
    mutation,
    not_applicable,
    res,
    unknown,
    unknown_passes,
    violating,
)

FUNCTION = "aws:lambda/function:Function"
NATIVE = "aws-native:lambda:Function"
CONFIG = "arn:aws:lambda:eu-central-1:123456789012:code-signing-config:csc-0f6c334abcdea4d8b"

CASES = [
    compliant("signed", res(FUNCTION, codeSigningConfigArn=CONFIG)),
    compliant("signed, aws-native", res(NATIVE, codeSigningConfigArn=CONFIG)),
    violating(
        "an archive",
        res(FUNCTION, packageType="Zip", description="signs nothing"),
        says="codeSigningConfigArn",
    ),
    absent_fails("unsigned", res(FUNCTION)),
    absent_fails("unsigned, aws-native", res(NATIVE)),
    unknown_passes("a configuration that is made with it", res(FUNCTION, codeSigningConfigArn=UNKNOWN)),
    unknown("how it is packed", res(FUNCTION, packageType=UNKNOWN)),
    not_applicable("an image", res(FUNCTION, packageType="Image")),
]

MUTATION = mutation(added(res(FUNCTION)))
