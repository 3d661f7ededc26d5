"""Whoever may pass any role to a service can have that service do what the role may, also as administrator."""

from dataclasses import dataclass

from ...model import Condition, Statement
from ...model.iam import IdentityPolicy
from ...model.policy_document import all_hold
from ..control import PASS, Severity, Verdict, control, fail, setting
from ._statements import each_allowing, where

# Conditions that choose among the roles, or among the services and resources that get them.
_CHOOSING = ("iam:passedtoservice", "iam:associatedresourcearn")
_TAGS = ("aws:resourcetag/", "iam:resourcetag/")


@dataclass(frozen=True)
class PassRole:
    require_passed_to_service: bool = setting(
        False, "Whether iam:PassedToService is asked for also where the roles are named.", strict=True
    )


def _chooses(condition: Condition) -> bool:
    key = condition.key.lower()
    return key in _CHOOSING or key.startswith(_TAGS)


def _judge(statement: Statement, settings: PassRole) -> Verdict:
    if all_hold(
        lambda: statement.covers("iam:PassRole"),
        lambda: statement.covers_every("iam", "role/"),
        lambda: not statement.is_restricted(_chooses),
    ):
        return fail(f"{where(statement)} allows iam:PassRole on all roles.", statement.path)
    if settings.require_passed_to_service and all_hold(
        lambda: statement.covers("iam:PassRole"), lambda: not statement.is_limited_by("iam:PassedToService")
    ):
        return fail(
            f"{where(statement)} allows iam:PassRole without the condition iam:PassedToService.",
            statement.path,
        )
    return PASS


@control(
    title="IAM policy passes only the roles it names",
    severity=Severity.HIGH,
    topic="iam",
    source="security_iam_troubleshoot",
    remediation=(
        "Name the role's ARN in Resource, and the service in the condition iam:PassedToService, such as"
        " monitoring.rds.amazonaws.com; the change is in place."
    ),
)
def no_passrole_wildcard(policy: IdentityPolicy, settings: PassRole) -> Verdict:
    return each_allowing(policy, lambda statement: _judge(statement, settings))
