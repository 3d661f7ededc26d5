"""A function that works on a database, such as one that rotates its password, reaches it from within."""

from ...model.lambda_ import Function
from ..control import PASS, Severity, Verdict, control, fail


@control(
    title="Lambda function runs in a VPC, in more than one subnet",
    severity=Severity.LOW,
    topic="infrastructure-security",
    source="https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html",
    remediation="Set vpcConfig with subnets of two Availability Zones; in place.",
    equivalents=(
        "securityhub:Lambda.3",
        "securityhub:Lambda.5",
        "config:LAMBDA_INSIDE_VPC",
        "checkov:CKV_AWS_117",
        "prowler:awslambda_function_inside_vpc",
        "prowler:awslambda_function_vpc_multi_az",
        "cdk-nag:LambdaInsideVPC",
        "cfn-guard:LAMBDA_INSIDE_VPC",
        "cfn_nag:W89",
        "cloudsploit:lambda/lambdaVpcConfig",
        "hashicorp-fsbp:lambda-vpc-multi-az-check",
        "mondoo:lambda-in-vpc",
        "steampipe-terraform:lambda_function_in_vpc",
        "steampipe:lambda_function_in_vpc",
        "steampipe:lambda_function_multiple_az_configured",
        "terrascan:AC_AWS_0486",
        "yatas:AWS_LMD_002",
    ),
)
def in_vpc(function: Function) -> Verdict:
    if function.subnets.is_absent:
        return fail(
            "`vpcConfig.subnetIds` is not set, so the function runs outside of any VPC.", function.subnets
        )
    if function.value("vpcConfig").is_unknown and not isinstance(function.subnets.raw, list):
        return PASS
    if len(list(function.subnets.items())) < 2:
        return fail(
            "`vpcConfig.subnetIds` holds one subnet; a function in one zone stops with it.", function.subnets
        )
    return PASS
