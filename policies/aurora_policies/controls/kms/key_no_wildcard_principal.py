"""A key policy that admits anyone lets every AWS account decrypt what the key protects.

The account's own root principal hands the decision to IAM and is no wildcard. A condition counts where it really
ties the caller down: to an account, an organization, a principal, a source or a service."""

from ...model import PolicyDocument, Statement
from ...model.kms import PolicyHolder
from ..control import PASS, Severity, Verdict, control, each, fail


def _judge(statement: Statement) -> Verdict:
    if not statement.allows or not statement.is_for_everyone or statement.is_limited_by():
        return PASS
    where = f"In `{statement.path}`, {statement.position}"
    if statement.not_principals:
        return fail(f"{where} lets everyone use the key but those in NotPrincipal.", statement.path)
    weak = "its condition does not tie the caller down" if statement.conditions else "it has no condition"
    return fail(f'{where} lets anyone use the key: its principal is "*" and {weak}.', statement.path)


@control(
    title="KMS key policy does not admit everyone",
    severity=Severity.CRITICAL,
    topic="data-protection",
    source="https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html",
    remediation=(
        "Name the principals, or limit the statement by kms:CallerAccount, aws:PrincipalOrgID or kms:ViaService; the"
        " change is in place."
    ),
)
def key_no_wildcard_principal(key: PolicyHolder) -> Verdict:
    document = PolicyDocument.of(key.policy)
    return PASS if document is None else each(document.statements, _judge)
