"""`rds-db:connect` on a wildcard signs in to databases as any of their users, the administrator included."""

import re

from ...model import Statement
from ...model.iam import IdentityPolicy
from ...model.policy_document import all_hold, matches
from ..control import PASS, Scope, Severity, Verdict, control, fail
from ._statements import each_allowing, where

# What the id of a cluster, an instance or a proxy starts with: alone it names none.
_KIND = re.compile(r"((cluster|db|prx)-)?", re.IGNORECASE)


def _is_wide(resource: str) -> bool:
    """Whether the ARN leaves the database or the user open. `${aws:username}` names a user."""
    parts = resource.split(":", 6)
    if len(parts) > 2 and not matches(parts[2], "rds-db"):
        return False
    if len(parts) < 7:
        return re.search("[*?]", resource) is not None
    database, _, user = parts[6].partition("/")
    fixed = re.split("[*?]", database, maxsplit=1)[0]
    is_any_database = fixed != database and _KIND.fullmatch(fixed) is not None
    return is_any_database or not user or user.startswith(("*", "?"))


def _judge(statement: Statement) -> Verdict:
    if not all_hold(
        lambda: statement.covers("rds-db:connect"),
        lambda: statement.has("NotResource") or bool(statement.resources_where(_is_wide)),
    ):
        return PASS
    if statement.has("NotResource"):
        return fail(f"{where(statement)} allows rds-db:connect on all but NotResource.", statement.path)
    wide = statement.resources_where(_is_wide)
    return fail(
        f"{where(statement)} allows rds-db:connect on {statement.quoted(wide)}; name the database and the user.",
        statement.path,
    )


@control(
    title="IAM database login names the database and the user",
    severity=Severity.HIGH,
    scope=Scope.DATABASE,
    topic="authentication",
    source="UsingWithRDS.IAMDBAuth.IAMPolicy",
    remediation=(
        "Set Resource to arn:<partition>:rds-db:<region>:<account>:dbuser:<resource id>/<user>; the resource id is"
        " the output clusterResourceId. The change is in place."
    ),
)
def rds_db_connect_scoped(policy: IdentityPolicy) -> Verdict:
    return each_allowing(policy, _judge)
