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
)
def dlq(function: Function, stack: Stack) -> Verdict:
    configured = stack.referrers(function, EventInvokeConfig, "functionName")
    if function.dead_letter_target.is_set or any(item.on_failure.is_set for item in configured):
        return PASS
    return fail(
        "`deadLetterConfig.targetArn` is not set, so failed events are lost.", function.dead_letter_target
    )
