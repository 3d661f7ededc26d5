"""An output that is not a secret is in plain text in the state, on the console and in stacks that refer to it."""

from ...model import UNKNOWN, Stack, Value
from ...model.outputs import StackOutputs
from ...model.values import Secret
from .._credentials import is_credential, names_password, pairs
from ..control import PASS, Severity, Verdict, control, each, fail, unknown


def _judge(value: Value[object]) -> Verdict:
    if value.secret or isinstance(value.raw, Secret):
        return PASS
    raw = value.raw
    given = [(value.path, raw)] if isinstance(raw, str) or raw is UNKNOWN else list(pairs(_public(raw)))
    if any(isinstance(text, str) and is_credential(name, text) for name, text in given):
        return fail(f"Output `{value.path}` contains a credential and is not marked as a secret.", value)
    if any(text is UNKNOWN and names_password(name) for name, text in given):
        return unknown(f"output `{value.path}` is not known before the update", value)
    return PASS


def _public(raw: object) -> object:
    """What of an output is not marked as a secret."""
    if isinstance(raw, dict):
        return {key: _public(item) for key, item in raw.items() if not isinstance(item, Secret)}
    if isinstance(raw, list):
        return [_public(item) for item in raw if not isinstance(item, Secret)]
    return raw


@control(
    title="Stack outputs must not contain passwords in plain text",
    severity=Severity.HIGH,
    topic="password-management",
    source="https://www.pulumi.com/docs/iac/concepts/secrets/",
    remediation="Export the ARN of the secret instead, or mark the output with pulumi.Output.secret; in place.",
)
def no_plaintext_password_output(stack_outputs: StackOutputs, stack: Stack) -> Verdict:
    return each(list(stack_outputs.outputs()), _judge)
