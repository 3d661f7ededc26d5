"""An explicit Deny for everyone else holds against every IAM policy of the account, also against one written later."""

from collections.abc import Iterable

from ...model import PolicyDocument, Stack, Statement, Undecided, Value
from ...model.secret import Secret, SecretPolicy
from ..control import PASS, Severity, Verdict, control, fail, unknown

_WHO = ("aws:principalarn", "aws:principalorgid", "aws:principalorgpaths", "aws:principalaccount")


def _shuts_out_others(statement: Statement) -> bool:
    if statement.allows or not statement.covers("secretsmanager:GetSecretValue"):
        return False
    if statement.not_principals:
        return True
    return statement.is_for_everyone and any(
        "not" in condition.operator.lower() and condition.key.lower() in _WHO and "*" not in condition.values
        for condition in statement.conditions
    )


def _policies(secret: Secret, stack: Stack) -> Iterable[Value[object]]:
    if not secret.is_native:
        yield secret.policy
    for attached in stack.referrers(secret, SecretPolicy, SecretPolicy.secret):
        yield attached.policy


@control(
    title="Secret's resource policy denies everyone who is not named",
    severity=Severity.LOW,
    topic="password-management",
    source="https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html",
    remediation=(
        "Attach a policy that denies secretsmanager:GetSecretValue where aws:PrincipalArn or aws:PrincipalOrgID is"
        " another; the change is in place."
    ),
    opt_in="IAM policies and the key policy decide already; a policy of its own for each secret is a high bar",
)
def restrictive_policy(secret: Secret, stack: Stack) -> Verdict:
    undecided = ""
    for value in _policies(secret, stack):
        try:
            document = PolicyDocument.of(value)
            if document is not None and any(map(_shuts_out_others, document.statements)):
                return PASS
        except Undecided as reason:
            undecided = reason.reason
    if undecided:
        return unknown(undecided)
    return fail(f"No policy of the secret `{secret.name}` denies those who are not named.")
