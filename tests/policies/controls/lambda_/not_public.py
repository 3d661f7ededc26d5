"""Cases of lambda-not-public."""

from tests.policies.cases import UNKNOWN, absent_passes, added, compliant, mutation, res, unknown, violating

PERMISSION = "aws:lambda/permission:Permission"
LAYER = "aws:lambda/layerVersionPermission:LayerVersionPermission"
NATIVE_LAYER = "aws-native:lambda:LayerVersionPermission"
URL = "aws:lambda/functionUrl:FunctionUrl"

CASES = [
    compliant(
        "regula FG_R00276: a service, whose source another control asks for",
        res(PERMISSION, principal="apigateway.amazonaws.com"),
    ),
    compliant("an account", res(PERMISSION, principal="123456789012")),
    compliant("everyone of an organization", res(PERMISSION, principal="*", principalOrgId="o-1")),
    compliant("a URL behind IAM", res(URL, authorizationType="AWS_IAM")),
    compliant("aws-native", res("aws-native:lambda:Permission", principal="sns.amazonaws.com")),
    compliant(
        "a service for one organization",
        res(PERMISSION, principal="sns.amazonaws.com", principalOrgId="o-1"),
    ),
    compliant(
        "an invocation by URL", res(PERMISSION, principal="123456789012", action="lambda:InvokeFunctionUrl")
    ),
    compliant(
        "a layer for an account", res(LAYER, action="lambda:GetLayerVersion", principal="123456789012")
    ),
    compliant("a layer for an organization", res(NATIVE_LAYER, principal="*", organizationId="o-1")),
    violating(
        "a layer for everyone", res(LAYER, action="lambda:GetLayerVersion", principal="*"), says="layer"
    ),
    violating("a layer for everyone, aws-native", res(NATIVE_LAYER, principal="*")),
    violating(
        "more than an invocation",
        res(PERMISSION, principal="123456789012", action="lambda:GetFunction"),
        says="lambda:GetFunction",
    ),
    violating(
        "two actions, which the API refuses",
        res(PERMISSION, principal="123456789012", action=["lambda:InvokeFunction", "lambda:GetFunction"]),
    ),
    violating("every action", res(PERMISSION, principal="123456789012", action="lambda:*")),
    violating("everyone", res(PERMISSION, principal="*"), says="anyone"),
    violating(
        "everyone, through one source",
        res(PERMISSION, principal="*", sourceArn="arn:aws:sns:eu-central-1:123456789012:ops"),
        says="name its service",
    ),
    violating("everyone, aws-native", res("aws-native:lambda:Permission", principal="*")),
    violating("a URL for everyone", res(URL, authorizationType="NONE")),
    violating(
        "a URL for every web page", res(URL, authorizationType="AWS_IAM", cors={"allowOrigins": ["*"]})
    ),
    violating("a URL for everyone, aws-native", res("aws-native:lambda:Url", authType="NONE")),
    absent_passes("the API refuses a permission without a principal", res(PERMISSION)),
    unknown("what", res(PERMISSION, principal="123456789012", action=UNKNOWN)),
    unknown("who may", res(PERMISSION, principal=UNKNOWN)),
]

MUTATION = mutation(added(res(PERMISSION, principal="*")))
