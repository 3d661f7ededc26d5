"""Cases of secret-rotation-lambda-in-vpc."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    absent_not_applicable,
    added,
    compliant,
    external,
    mutation,
    ref,
    res,
    unknown,
    unknown_passes,
    violating,
)

from ._secrets import NATIVE_ROTATION, ROTATION

FUNCTION = "aws:lambda/function:Function"
INSIDE = res(FUNCTION, "f", vpcConfig={"subnetIds": ["subnet-1"], "securityGroupIds": ["sg-1"]})
OUTSIDE = res(FUNCTION, "f", arn="arn:aws:lambda:eu-central-1:123456789012:function:f")
NATIVE = res("aws-native:lambda:Function", "f", vpcConfig={"subnetIds": ["subnet-1"]})
STACKED = res("aws:serverlessrepository/cloudFormationStack:CloudFormationStack", "f")

CASES = [
    compliant("in a VPC", res(ROTATION, rotationLambdaArn=ref(INSIDE)), INSIDE),
    compliant("aws-native", res(NATIVE_ROTATION, rotationLambdaArn=ref(NATIVE)), NATIVE),
    compliant(
        "hosted, in a VPC",
        res(NATIVE_ROTATION, hostedRotationLambda={"rotationType": "x", "vpcSubnetIds": "subnet-1,subnet-2"}),
    ),
    violating("in none", res(ROTATION, rotationLambdaArn=ref(OUTSIDE)), OUTSIDE, says="`f` is in no VPC"),
    violating("in none, by its ARN", res(ROTATION, rotationLambdaArn=OUTSIDE.properties["arn"]), OUTSIDE),
    violating(
        "no subnets",
        res(ROTATION, rotationLambdaArn="f"),
        res(FUNCTION, "f", name="f", vpcConfig={"subnetIds": []}),
    ),
    absent_fails("a function is in no VPC unasked", res(ROTATION, rotationLambdaArn=ref(OUTSIDE)), OUTSIDE),
    absent_not_applicable("RDS rotates its own secret", res(ROTATION, secretId="rds!cluster-1")),
    unknown("the function", res(ROTATION, rotationLambdaArn=UNKNOWN), OUTSIDE),
    unknown("hosted, made elsewhere", res(NATIVE_ROTATION, hostedRotationLambda={"rotationType": "x"})),
    unknown_passes(
        "which subnets",
        res(ROTATION, rotationLambdaArn="f"),
        res(FUNCTION, "f", name="f", vpcConfig={"subnetIds": UNKNOWN}),
    ),
    external("a function of another stack", res(ROTATION, rotationLambdaArn="arn:of:another"), INSIDE),
    external("made by the application repository", res(ROTATION, rotationLambdaArn=ref(STACKED)), STACKED),
]

MUTATION = mutation(added(res(ROTATION, "r", secretId="s", rotationLambdaArn=ref(OUTSIDE)), OUTSIDE))
