"""A secret whose policy admits anyone is read by anyone who also may use its key."""

from ...model import PolicyDocument, Statement
from ...model.secret import Secret, SecretPolicy
from ..control import PASS, Severity, Verdict, control, each, fail


def _judge(statement: Statement) -> Verdict:
    if not statement.allows or not statement.is_for_everyone:
        return PASS
    where = f"In `{statement.path}`, {statement.position}"
    if statement.not_principals:
        return fail(f"{where} admits everyone but those in NotPrincipal.", statement.path)
    if statement.is_limited_by():
        return PASS
    return fail(f"{where} admits anyone, and no condition ties the caller down.", statement.path)


@control(
    title="Secret's resource policy is not open to everyone",
    severity=Severity.CRITICAL,
    topic="password-management",
    source="https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html",
    remediation="Name the principals, or limit the statement by aws:PrincipalOrgID or aws:SourceAccount; in place.",
)
def policy_not_public(subject: SecretPolicy | Secret) -> Verdict:
    document = PolicyDocument.of(subject.policy)
    return PASS if document is None else each(document.statements, _judge)
