"""A function that rotates passwords obeys Secrets Manager, for secrets of this account, and nobody else."""

from ...model.lambda_ import FunctionUrl, Permission
from ..control import PASS, Severity, Verdict, all_of, control, fail, none_of


def _limited_origins(url: FunctionUrl) -> Verdict:
    if "*" in url.allowed_origins.get([]):
        return fail(
            "`cors.allowOrigins` holds *, so any web page may call the function.", url.allowed_origins
        )
    return PASS


@control(
    title="Lambda function cannot be invoked by just anyone",
    severity=Severity.CRITICAL,
    topic="infrastructure-security",
    source="https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html",
    remediation=(
        "Name the principal, and give sourceArn or sourceAccount for a service; set authorizationType to"
        " AWS_IAM; in place or replaced."
    ),
    equivalents=(
        "securityhub:Lambda.1",
        "config:LAMBDA_FUNCTION_PUBLIC_ACCESS_PROHIBITED",
        "checkov:CKV2_AWS_75",
        "checkov:CKV_AWS_258",
        "checkov:CKV_AWS_301",
        "checkov:CKV_AWS_364",
        "prowler:awslambda_function_not_publicly_accessible",
        "prowler:awslambda_function_url_cors_policy",
        "prowler:awslambda_function_url_public",
        "trivy:AWS-0067",
        "cdk-nag:LambdaFunctionPublicAccessProhibited",
        "cdk-nag:LambdaFunctionUrlAuth",
        "cfn-guard:LAMBDA_FUNCTION_PUBLIC_ACCESS_PROHIBITED",
        "cfn-guard:LAMBDA_NO_WILDCARD_PRINCIPALS",
        "cfn-guard:LAMBDA_PERMISSION_INVOKE_FUNCTION_ACTION",
        "cfn_nag:F13",
        "cfn_nag:F45",
        "cfn_nag:W24",
        "cloudsploit:lambda/lambdaPublicAccess",
        "hashicorp-fsbp:lambda-function-public-access-prohibited",
        "mondoo:lambda-function-public-access-prohibited",
        "mondoo:lambda-function-url-auth-required",
        "mondoo:lambda-source-arn",
        "pulumi:aws-lambda-permission-configure-source-arn",
        "regula:FG_R00276",
        "regula:FG_R00499",
        "steampipe-terraform:lambda_function_url_auth_type_configured",
        "steampipe-terraform:lambda_permission_restricted_service_permission",
        "steampipe:lambda_function_cors_configuration",
        "steampipe:lambda_function_restrict_public_access",
        "steampipe:lambda_function_restrict_public_url",
        "yatas:AWS_LMD_001",
        "yatas:AWS_LMD_005",
    ),
)
def not_public(grant: Permission | FunctionUrl) -> Verdict:
    if isinstance(grant, FunctionUrl):
        return all_of(
            lambda: none_of(grant.auth_type, ("NONE",), "anyone may call the function"),
            lambda: _limited_origins(grant),
        )
    principal = grant.principal.get("") or ""
    if principal == "*":
        if grant.organization.is_set or grant.source_account.is_set:
            return PASS
        if grant.source_arn.is_set:
            return fail(
                "`principal` is *, although `sourceArn` names a source: name its service.", grant.principal
            )
        return fail("`principal` is *, so anyone may invoke the function.", grant.principal)
    is_service = principal.endswith((".amazonaws.com", ".amazonaws.com.cn"))
    if is_service and grant.source_arn.is_absent and grant.source_account.is_absent:
        return fail(f"{principal} may invoke it for any account: `sourceArn` is not set.", grant.source_arn)
    return PASS
