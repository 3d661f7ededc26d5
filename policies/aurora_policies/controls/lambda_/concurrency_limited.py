"""A flood of events that one function answers without a bound uses up the capacity that all functions share."""

from ...model.lambda_ import Function
from ..control import Severity, Verdict, at_least, control


@control(
    title="Lambda function cannot starve others",
    severity=Severity.LOW,
    topic="resilience",
    source="https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html",
    remediation="Set reservedConcurrentExecutions to what the function needs at most; in place.",
)
def concurrency_limited(function: Function) -> Verdict:
    return at_least(function.reserved_concurrency, 0, absent=-1)
