"""An event that a function could not handle is kept, for someone to look at and send again."""

from ...model import Stack
from ...model.lambda_ import EventInvokeConfig, Function
from ..control import PASS, Severity, Verdict, control, fail


@control(
    title="Lambda function keeps failed events",
    severity=Severity.LOW,
    topic="resilience",
    source="https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html",
    remediation="Set deadLetterConfig.targetArn, or an onFailure destination; in place.",
    equivalents=(
        "checkov:CKV_AWS_116",
        "prowler:awslambda_function_no_dead_letter_queue",
        "cdk-nag:LambdaAsyncFailureDestination",
        "cdk-nag:LambdaDLQ",
        "cfn-guard:LAMBDA_DLQ_CHECK",
        "cloudsploit:lambda/lambdaDeadLetterQueue",
        "steampipe-terraform:lambda_function_dead_letter_queue_configured",
        "steampipe:lambda_function_dead_letter_queue_configured",
    ),
)
def dlq_and_concurrency(function: Function, stack: Stack) -> Verdict:
    configured = stack.referrers(function, EventInvokeConfig, "functionName")
    if function.dead_letter_target.is_set or any(item.on_failure.is_set for item in configured):
        return PASS
    return fail(
        "`deadLetterConfig.targetArn` is not set, so failed events are lost.", function.dead_letter_target
    )
