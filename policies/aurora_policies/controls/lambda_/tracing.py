"""When a rotation fails, the trace says where it was waiting."""

from ...model.lambda_ import Function
from ..control import Severity, Verdict, control, one_of


@control(
    title="Lambda function is traced",
    severity=Severity.LOW,
    topic="logging-and-monitoring",
    source="https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html",
    remediation="Set tracingConfig.mode to Active; in place, traces are billed.",
    equivalents=(
        "checkov:CKV_AWS_50",
        "trivy:AWS-0066",
        "cdk-nag:LambdaTracing",
        "cloudsploit:lambda/lambdaTracingEnabled",
        "kics:lambda_functions_without_x-ray_tracing",
        "mondoo:lambda-xray-tracing",
        "pulumi:aws-lambda-function-configure-tracing-config",
        "pulumi:aws-lambda-function-enable-tracing-config",
        "pulumi:awsnative-lambda-function-configure-tracing-config",
        "pulumi:awsnative-lambda-function-enable-tracing-config",
        "steampipe-terraform:lambda_function_xray_tracing_enabled",
        "steampipe:lambda_function_tracing_enabled",
        "terrascan:AC_AWS_0163",
        "terrascan:AC_AWS_0485",
    ),
)
def tracing(function: Function) -> Verdict:
    return one_of(function.tracing_mode, ("Active",), absent="PassThrough")
