"""When a rotation fails, the trace says where it was waiting."""

from ...model.lambda_ import Function
from ..control import Severity, Verdict, control, one_of


@control(
    title="Lambda function is traced",
    severity=Severity.LOW,
    topic="logging-and-monitoring",
    source="https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html",
    remediation="Set tracingConfig.mode to Active; in place, traces are billed.",
)
def tracing(function: Function) -> Verdict:
    return one_of(function.tracing_mode, ("Active",), absent="PassThrough")
