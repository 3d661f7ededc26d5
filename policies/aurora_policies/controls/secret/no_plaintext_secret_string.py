"""A value that stands in the program stands in its repository, for everyone who may read that, and in its history.

A value that is marked secret and comes from no other resource may be configuration or a literal: providers mark
this property as secret themselves, and the two look the same."""

from ...model import Stack, Value
from ...model.secret import Secret, SecretVersion
from ..control import PASS, Severity, Verdict, control, each, fail, not_applicable, unknown


def _judge(value: Value[str], stack: Stack) -> Verdict:
    owner = stack.by_urn[value.owner]
    if value.is_absent or value.is_unknown or owner.property_dependencies.get(value.path):
        return PASS
    if value.secret:
        return unknown(
            f"`{value.path}` comes from no resource of this stack: it may be secret configuration, or a literal",
            value,
        )
    return fail(f"`{value.path}` is a literal in the program.", value)


@control(
    title="Secret's value is not a literal in the program",
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
        return each((subject.secret_string, subject.secret_binary), lambda value: _judge(value, stack))
    if not subject.is_native:
        return not_applicable("its value is in a secret version")
    return _judge(subject.secret_string, stack)
