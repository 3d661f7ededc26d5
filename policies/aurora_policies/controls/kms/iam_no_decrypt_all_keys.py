"""A policy that decrypts with every key opens every database, secret and backup of the account at once, and keys made
later too."""

import re
from dataclasses import dataclass
from typing import Any

from ...model import PolicyDocument, Statement, Value
from ...model.iam import IdentityPolicy
from ..control import PASS, Severity, Verdict, control, each, fail, setting

# Every key or alias, or everything, of KMS in some Region and account.
_ALL_KEYS = re.compile(
    r"[*?]+|arn:[^:]*:(kms|[*?]+):[^:]*:[^:]*:((key|alias)/)?[*?]+|arn:[*?]+", re.IGNORECASE
)


@dataclass(frozen=True)
class Blocked:
    blocked_actions: tuple[str, ...] = setting(
        ("kms:Decrypt", "kms:ReEncryptFrom"), "Actions that no policy may allow on all keys."
    )
    accept_via_service: bool = setting(
        False, "Whether all keys are accepted where kms:ViaService limits them to one service."
    )


def _picks_keys(statement: Statement, settings: Blocked) -> bool:
    """Whether a condition chooses among the keys."""
    if settings.accept_via_service and statement.is_limited_by("kms:ViaService"):
        return True
    return any(
        condition.limits("kms:ResourceAliases", "kms:RequestAlias")
        or (condition.restricts and condition.key.lower().startswith("aws:resourcetag/"))
        for condition in statement.conditions
    )


def _judge(statement: Statement, settings: Blocked) -> Verdict:
    if not statement.allows:
        return PASS
    allowed = [action for action in settings.blocked_actions if statement.covers(action)]
    if not allowed:
        return PASS
    if not statement.not_resources and not any(_ALL_KEYS.fullmatch(item) for item in statement.resources):
        return PASS
    if _picks_keys(statement, settings):
        return PASS
    return fail(
        f"In `{statement.path}`, {statement.position} allows {', '.join(allowed)} on all keys.",
        statement.path,
    )


def _judge_document(value: Value[Any], settings: Blocked) -> Verdict:
    document = PolicyDocument.of(value)
    return PASS if document is None else each(document.statements, lambda one: _judge(one, settings))


@control(
    title="IAM policy does not decrypt with every KMS key",
    severity=Severity.MEDIUM,
    topic="iam",
    source="https://docs.aws.amazon.com/kms/latest/developerguide/iam-policies-best-practices.html",
    remediation="Name the ARNs of the keys in Resource; the change is in place.",
)
def iam_no_decrypt_all_keys(policy: IdentityPolicy, settings: Blocked) -> Verdict:
    return each(list(policy.documents()), lambda value: _judge_document(value, settings))
