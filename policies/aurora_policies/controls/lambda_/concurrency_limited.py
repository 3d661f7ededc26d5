"""A flood of events that one function answers without a bound uses up the capacity that all functions share."""

from ...model.lambda_ import Function
from ..control import Severity, Verdict, at_least, control


@control(
    title="Lambda function cannot starve others",
    severity=Severity.LOW,
    topic="resilience",
    source="https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html",
    remediation="Set reservedConcurrentExecutions to what the function needs at most; in place.",
    equivalents=(
        "checkov:CKV_AWS_115",
        "cdk-nag:LambdaConcurrency",
        "cfn-guard:LAMBDA_CONCURRENCY_CHECK",
        "cfn_nag:W92",
        "mondoo:lambda-concurrency-check",
        "steampipe-terraform:lambda_function_concurrent_execution_limit_configured",
        "steampipe:lambda_function_concurrent_execution_limit_configured",
    ),
)
def concurrency_limited(function: Function) -> Verdict:
    return at_least(function.reserved_concurrency, 0, absent=-1)
