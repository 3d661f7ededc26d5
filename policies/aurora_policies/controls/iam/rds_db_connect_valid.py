"""A permission for database login with a slip in it allows nothing and says nothing, until the login fails.

The action is `rds-db:connect`; its resource is in the service `rds-db` and has the resource id of the database, not
its name; and keys about the network do not work with it.
"""

import re

from ...model import Statement
from ...model.iam import IdentityPolicy
from ...model.policy_document import matches
from ..control import PASS, Scope, Severity, Verdict, all_of, control, fail
from ._statements import each_allowing, where

_UNSUPPORTED = (
    "aws:referer",
    "aws:sourceip",
    "aws:sourcevpc",
    "aws:sourcevpce",
    "aws:useragent",
    "aws:vpcsourceip",
)
_RESOURCE_ID = re.compile(r"[*?].*|(cluster|db|prx)-[A-Za-z0-9*?]+")


def _is_wrong_action(action: str) -> bool:
    return action.lower() in ("rds:connect", "rds-data:connect", "rdsdb:connect")


def _is_login(resource: str) -> bool:
    """Whether an ARN, or a pattern, names a database user: it is in `rds-db` and has a resource id, not a name."""
    parts = resource.split(":", 6)
    if len(parts) < 7:
        return matches(resource, "arn:aws:rds-db:eu-central-1:123456789012:dbuser:cluster-ABC/user")
    return (
        matches(parts[2], "rds-db")
        and matches(parts[5], "dbuser")
        and _RESOURCE_ID.fullmatch(parts[6].partition("/")[0]) is not None
    )


def _actions(statement: Statement) -> Verdict:
    wrong = statement.actions_where(_is_wrong_action)
    return (
        fail(
            f"{where(statement)} allows {wrong[0]}, which is no action; it is rds-db:connect.", statement.path
        )
        if (wrong)
        else PASS
    )


def _resources(statement: Statement) -> Verdict:
    logs_in = statement.actions_where(lambda action: action.lower().startswith("rds-db:"))
    if not logs_in or not statement.has("Resource"):
        return PASS
    wrong = statement.resources_where(lambda resource: not _is_login(resource))
    others = statement.actions_where(lambda action: not action.lower().startswith("rds-db:"))
    if not wrong or (others and statement.resources_where(_is_login)):
        return PASS
    return fail(
        f"{where(statement)} allows a login on {statement.quoted(wrong)}; it must be"
        " arn:<partition>:rds-db:<region>:<account>:dbuser:<resource id>/<user>.",
        statement.path,
    )


def _conditions(statement: Statement) -> Verdict:
    if not statement.actions_where(lambda action: action.lower() == "rds-db:connect"):
        return PASS
    keys = [condition.key for condition in statement.conditions if condition.key.lower() in _UNSUPPORTED]
    if not keys:
        return PASS
    return fail(
        f"{where(statement)} has a condition on {', '.join(keys)}, which rds-db:connect does not support.",
        statement.path,
    )


@control(
    title="IAM database login is spelled so that it works",
    severity=Severity.LOW,
    scope=Scope.DATABASE,
    topic="authentication",
    source="UsingWithRDS.IAMDBAuth.IAMPolicy",
    remediation=(
        "Use the action rds-db:connect on the database's resource id (the output clusterResourceId), and limit the"
        " network by security groups instead of conditions; in place."
    ),
)
def rds_db_connect_valid(policy: IdentityPolicy) -> Verdict:
    return each_allowing(
        policy,
        lambda statement: all_of(
            lambda: _actions(statement), lambda: _resources(statement), lambda: _conditions(statement)
        ),
    )
