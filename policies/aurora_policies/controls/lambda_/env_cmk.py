"""What a function is told at its start may be read by whoever may read the function, unless a key forbids it."""

from ...model.lambda_ import Function
from ..control import Severity, Verdict, control, is_set, not_applicable


@control(
    title="Lambda function encrypts its environment with a customer-managed key",
    severity=Severity.LOW,
    topic="data-protection",
    source="https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html",
    remediation="Set kmsKeyArn to a key that the function's role may use; in place.",
)
def env_cmk(function: Function) -> Verdict:
    if function.variables.is_absent:
        return not_applicable("the function has no environment variables")
    return is_set(function.kms_key_arn, "the environment is encrypted with a key that AWS manages")
