"""Everyone who may read the repository can read a value that the program contains.

Pulumi's SDKs mark the property as a secret, whether its value is a literal or secret configuration. Such a value is
unknown to this control. Write-only values are judged alike."""

from ...model import Stack, Value
from ...model.secret import Secret, SecretVersion
from ..control import PASS, Severity, Verdict, control, each, fail, not_applicable, unknown


def _judge(value: Value[str], stack: Stack) -> Verdict:
    owner = stack.by_urn[value.owner]
    if value.is_absent or value.is_unknown or owner.property_dependencies.get(value.path):
        return PASS
    if value.secret:
        return unknown(
            f"`{value.path}` is a secret: a literal and secret configuration look the same",
            value,
        )
    return fail(f"`{value.path}` is a literal in the program and not marked as a secret.", value)


@control(
    title="Program must not contain the value of a secret",
    severity=Severity.HIGH,
    topic="password-management",
    source="https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html",
    remediation=(
        "Generate the value (a random password, generateSecretString) or read it from secret configuration, give it"
        " by secretStringWo, and rotate what was exposed."
    ),
)
def no_plaintext_secret_string(subject: SecretVersion | Secret, stack: Stack) -> Verdict:
    if isinstance(subject, SecretVersion):
        return each(
            (subject.secret_string, subject.secret_binary, subject.secret_string_write_only),
            lambda value: _judge(value, stack),
        )
    if not subject.is_native:
        return not_applicable("its value is in a secret version")
    return _judge(subject.secret_string, stack)
