"""The administrator of a database is for administration: applications and people sign in as users of their own."""

from collections import defaultdict
from dataclasses import dataclass

from ...model import Stack, Statement, UnknownValue
from ...model.iam import IdentityPolicy
from ...model.policy_document import all_hold, matches
from ...model.rds import DbCluster, DbInstance
from ..control import PASS, Scope, Severity, Verdict, control, fail, setting
from ._statements import each_allowing, where


@dataclass(frozen=True)
class Admins:
    admin_users: tuple[str, ...] = setting(
        ("admin", "postgres", "rdsadmin", "root"), "Database users that nobody signs in as with IAM."
    )


def _ends(resource: str) -> tuple[str, str]:
    """The database's resource id and the user in an `rds-db` ARN, or empty strings."""
    parts = resource.split(":", 6)
    if len(parts) < 7 or not matches(parts[2], "rds-db"):
        return "", ""
    database, _, user = parts[6].partition("/")
    return database, user


def _administered(stack: Stack) -> dict[str, set[str]]:
    """The resource ids of the databases that each master user administers; "" for one that is not known yet."""
    databases: list[DbCluster | DbInstance] = [*stack.all(DbCluster), *stack.all(DbInstance)]
    found: dict[str, set[str]] = defaultdict(set)
    for database in databases:
        name = database.master_username
        if not name.is_absent and not name.is_unknown:
            own = database.value("clusterResourceId" if isinstance(database, DbCluster) else "resourceId")
            found[name.get("")].add("" if own.is_unknown else str(own.get("") or ""))
    return found


def _is_admin(resource: str, administered: dict[str, set[str]]) -> bool:
    """Whether an `rds-db` ARN names a database of the stack and its master user. Raises UnknownValue."""
    identifier, user = _ends(resource)
    databases = administered.get(user, set()) if user else set()
    known = databases - {""}
    if identifier in known or ("*" in identifier and any(matches(identifier, item) for item in known)):
        return True
    if "" in databases:
        raise UnknownValue(
            f"whether `{user}` is the administrator of {identifier} is not known before the update"
        )
    return False


def _judge(statement: Statement, administered: dict[str, set[str]], settings: Admins) -> Verdict:
    def is_admin(resource: str) -> bool:
        if _ends(resource)[1].lower() in {user.lower() for user in settings.admin_users}:
            return True
        return _is_admin(resource, administered)

    if not all_hold(
        lambda: statement.covers("rds-db:connect"),
        lambda: bool(statement.resources_where(is_admin)),
    ):
        return PASS
    return fail(
        f"{where(statement)} signs in as an administrator: {statement.quoted(statement.resources_where(is_admin))}.",
        statement.path,
    )


@control(
    title="Nobody signs in to a database as its administrator with IAM",
    severity=Severity.MEDIUM,
    scope=Scope.DATABASE,
    topic="master-user-privileges",
    source="UsingWithRDS.IAMDBAuth.DBAccounts",
    remediation="Create a database user with the rights that are needed, and name it in Resource; in place.",
)
def no_admin_database_login(policy: IdentityPolicy, stack: Stack, settings: Admins) -> Verdict:
    administered = stack.table(_administered)
    return each_allowing(policy, lambda statement: _judge(statement, administered, settings))
