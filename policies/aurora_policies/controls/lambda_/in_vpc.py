"""A function that works on a database, such as one that rotates its password, reaches it from within."""

from ...model.lambda_ import Function
from ..control import PASS, Severity, Verdict, control, fail


@control(
    title="Lambda function runs in a VPC",
    severity=Severity.LOW,
    topic="infrastructure-security",
    source="https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html",
    remediation="Set vpcConfig; in place.",
    equivalents=(
        "securityhub:Lambda.3",
        "config:LAMBDA_INSIDE_VPC",
        "checkov:CKV_AWS_117",
        "prowler:awslambda_function_inside_vpc",
        "cdk-nag:LambdaInsideVPC",
        "cfn-guard:LAMBDA_INSIDE_VPC",
        "cfn_nag:W89",
        "cloudsploit:lambda/lambdaVpcConfig",
        "mondoo:lambda-in-vpc",
        "steampipe-terraform:lambda_function_in_vpc",
        "steampipe:lambda_function_in_vpc",
        "terrascan:AC_AWS_0486",
        "yatas:AWS_LMD_002",
    ),
)
def in_vpc(function: Function) -> Verdict:
    if function.subnets.is_absent:
        return fail(
            "`vpcConfig.subnetIds` is not set, so the function runs outside of any VPC.", function.subnets
        )
    return PASS
