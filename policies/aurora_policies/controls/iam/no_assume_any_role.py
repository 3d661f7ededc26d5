"""Whoever may take on any role has the permissions of the mightiest one that trusts the account."""

import re
from dataclasses import dataclass

from ...model import Condition, Statement
from ...model.iam import IdentityPolicy
from ...model.policy_document import all_hold
from ..control import PASS, Severity, Verdict, control, fail, setting
from ._statements import each_allowing, where


@dataclass(frozen=True)
class AssumedRoles:
    any_account: bool = setting(
        True, "Whether a role of any account, such as arn:aws:iam::*:role/deploy, is refused too."
    )


def _chooses(condition: Condition) -> bool:
    key = condition.key.lower()
    return key.startswith(("aws:resource", "iam:resourcetag/", "sts:externalid"))


def _judge(statement: Statement, settings: AssumedRoles) -> Verdict:
    def is_wide(resource: str) -> bool:
        account = resource.split(":")[4:5]
        return settings.any_account and bool(account) and re.search("[*?]", account[0]) is not None

    if not all_hold(
        lambda: statement.covers("sts:AssumeRole"),
        lambda: statement.covers_every("iam", "role/") or bool(statement.resources_where(is_wide)),
        lambda: not statement.is_restricted(_chooses),
    ):
        return PASS
    which = "every role" if statement.covers_every("iam", "role/") else "roles of any account"
    return fail(f"{where(statement)} allows sts:AssumeRole on {which}.", statement.path)


@control(
    title="IAM policy takes on only the roles it names",
    severity=Severity.HIGH,
    topic="iam",
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_permissions-to-switch.html",
    remediation="Name the ARNs of the roles in Resource, with their account; the change is in place.",
)
def no_assume_any_role(policy: IdentityPolicy, settings: AssumedRoles) -> Verdict:
    return each_allowing(policy, lambda statement: _judge(statement, settings))
