"""Anyone can read a secret whose resource policy is public, if they may also use its key."""

from ...model import PolicyDocument, Statement
from ...model.secret import Secret, SecretPolicy
from ..control import PASS, Severity, Verdict, control, each, fail


def _judge(statement: Statement) -> Verdict:
    if not statement.allows or not statement.is_for_everyone:
        return PASS
    where = f"In `{statement.path}`, {statement.position}"
    if statement.not_principals:
        return fail(f"{where} allows everyone except those in NotPrincipal.", statement.path)
    if statement.is_limited_to_known_callers:
        return PASS
    return fail(f"{where} allows anyone, and no condition limits who calls.", statement.path)


@control(
    title="Resource policy of a secret must not be public",
    severity=Severity.CRITICAL,
    topic="password-management",
    source="https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html",
    remediation="Name the principals, or limit the statement by aws:PrincipalOrgID or aws:SourceAccount; in place.",
)
def policy_not_public(subject: SecretPolicy | Secret) -> Verdict:
    document = PolicyDocument.of(subject.policy)
    return PASS if document is None else each(document.statements, _judge)
