"""Whoever administers a key should not read what it protects, and whoever reads should not be able to give the key
away or delete it.

The root principal of an account stands for its IAM policies and is left out. Use through another service only
(`kms:ViaService`) is no use of the administrator's own."""

from collections.abc import Iterable

from ...model import PolicyDocument, Principal, Statement
from ...model.kms import PolicyHolder
from ..control import PASS, Severity, Status, Verdict, control, decide, each, every, fail

_ADMINISTRATION = ("kms:PutKeyPolicy", "kms:ScheduleKeyDeletion", "kms:DisableKey")
_USE = (
    "kms:Decrypt",
    "kms:Encrypt",
    "kms:GenerateDataKey",
    "kms:ReEncryptFrom",
    "kms:Sign",
    "kms:GenerateMac",
)


def _covers_any(statement: Statement, actions: Iterable[str]) -> bool:
    return any(statement.covers(action) for action in actions)


def _whole_service(statement: Statement) -> Verdict:
    if not statement.allows or not all(statement.covers(action) for action in (*_ADMINISTRATION, *_USE)):
        return PASS
    holders = [principal for principal in statement.principals if not principal.is_account_root]
    if not holders and not statement.not_principals:
        return PASS
    who = ", ".join(f"`{principal.id}`" for principal in holders) or "everyone but those in NotPrincipal"
    return fail(
        f"In `{statement.path}`, {statement.position} lets {who} both administer and use the key.",
        statement.path,
    )


def _both_duties(document: PolicyDocument) -> Verdict:
    administrators: set[Principal] = set()
    users: set[Principal] = set()
    for statement in document.allowing():
        holders = {principal for principal in statement.principals if not principal.is_account_root}
        if _covers_any(statement, _ADMINISTRATION):
            administrators |= holders
        if _covers_any(statement, _USE) and not statement.is_limited_by("kms:ViaService"):
            users |= holders
    both = sorted(principal.id for principal in administrators & users)
    if not both:
        return PASS
    return fail(f"`{document.path}` lets {', '.join(f'`{one}`' for one in both)} administer and use the key.")


@control(
    title="KMS key policy keeps administration and use apart",
    severity=Severity.MEDIUM,
    topic="data-protection",
    source="https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html",
    remediation="Give kms:* to the account's root only, and administration and use to different roles; in place.",
)
def key_policy_separation_of_duties(key: PolicyHolder) -> Verdict:
    document = PolicyDocument.of(key.policy)
    if document is None:
        return PASS
    alone = each(document.statements, _whole_service)
    return alone if alone.status is Status.FAIL else every([alone, decide(_both_duties, document)])
