"""A public key policy lets every AWS account decrypt what the key protects.

The root principal of an account leaves the decision to IAM and is no wildcard. A condition counts if it proves who
calls or from where: an identity, an organization or a network. `kms:ViaService` does not, because a service acts for
anyone."""

from ...model import PolicyDocument, Statement
from ...model.kms import PolicyHolder
from ..control import PASS, Severity, Verdict, control, each, fail


def _judge(statement: Statement) -> Verdict:
    if not statement.allows or not statement.is_for_everyone:
        return PASS
    if statement.is_limited_to_known_callers:
        return PASS
    where = f"In `{statement.path}`, {statement.position}"
    if statement.not_principals:
        return fail(f"{where} lets everyone use the key except those in NotPrincipal.", statement.path)
    weak = "its condition does not limit who calls" if statement.conditions else "it has no condition"
    return fail(f'{where} lets anyone use the key: its principal is "*" and {weak}.', statement.path)


@control(
    title="KMS key policy must not be public",
    severity=Severity.CRITICAL,
    topic="data-protection",
    source="https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html",
    remediation=(
        "Name the principals, or limit the statement by kms:CallerAccount or aws:PrincipalOrgID; in place."
    ),
)
def key_no_wildcard_principal(key: PolicyHolder) -> Verdict:
    document = PolicyDocument.of(key.policy)
    return PASS if document is None else each(document.statements, _judge)
