"""An event that a function could not handle is kept, and a flood of them does not use up the account's capacity."""

from ...model import Stack
from ...model.lambda_ import EventInvokeConfig, Function
from ..control import PASS, Severity, Verdict, all_of, at_least, control, fail


def _keeps_failures(function: Function, stack: Stack) -> Verdict:
    configured = stack.referrers(function, EventInvokeConfig, "functionName")
    if function.dead_letter_target.is_set or any(item.on_failure.is_set for item in configured):
        return PASS
    return fail(
        "`deadLetterConfig.targetArn` is not set, so failed events are lost.", function.dead_letter_target
    )


def _is_bounded(function: Function) -> Verdict:
    return at_least(function.reserved_concurrency, 0, absent=-1)


@control(
    title="Lambda function keeps failed events and cannot starve others",
    severity=Severity.LOW,
    topic="resilience",
    source="https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html",
    remediation=(
        "Set deadLetterConfig.targetArn, or an onFailure destination, and reservedConcurrentExecutions; "
        "in place."
    ),
    equivalents=(
        "checkov:CKV_AWS_115",
        "checkov:CKV_AWS_116",
        "prowler:awslambda_function_no_dead_letter_queue",
        "cdk-nag:LambdaAsyncFailureDestination",
        "cdk-nag:LambdaConcurrency",
        "cdk-nag:LambdaDLQ",
        "cdk-nag:LambdaEventSourceMappingDestination",
        "cfn-guard:LAMBDA_CONCURRENCY_CHECK",
        "cfn-guard:LAMBDA_DLQ_CHECK",
        "cfn_nag:W92",
        "cloudsploit:lambda/lambdaDeadLetterQueue",
        "mondoo:lambda-concurrency-check",
        "steampipe-terraform:lambda_function_concurrent_execution_limit_configured",
        "steampipe-terraform:lambda_function_dead_letter_queue_configured",
        "steampipe:lambda_function_concurrent_execution_limit_configured",
        "steampipe:lambda_function_dead_letter_queue_configured",
    ),
)
def dlq_and_concurrency(function: Function, stack: Stack) -> Verdict:
    return all_of(lambda: _keeps_failures(function, stack), lambda: _is_bounded(function))
