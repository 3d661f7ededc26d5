"""What is wrong with a set of accounts, before any database is asked."""

import re
from collections.abc import Iterable, Iterator

from . import privileges
from .accounts import CLONE_SUFFIX, Access, Account, Authentication, Desired, Engine, Grant

Problem = tuple[str, str]
"""Path of the field and what is wrong with it, with the fix."""

ADMIN_USERS = frozenset({"admin", "administrator", "master", "postgres", "rdsadmin", "root"})
"""Names of administrators, whatever the cluster's own is called."""

NAME_LIMITS = {Engine.POSTGRESQL: 63, Engine.MYSQL: 32}
"""Longest name of an account."""

AUDIT_CLASSES = ("all", "ddl", "function", "misc", "misc_set", "read", "role", "write")
"""Classes of pgaudit.log."""

_RESERVED = {
    Engine.POSTGRESQL: re.compile(
        r"(pg_|rds).*|public|none|current_user|session_user|current_role|user", re.I
    ),
    Engine.MYSQL: re.compile(r"(mysql\.|rds|aws_).*|event_scheduler|public|none", re.I),
}
"""Names that belong to the engine or to AWS."""

_RESERVED_DATABASES = {
    Engine.POSTGRESQL: frozenset({"rdsadmin", "template0", "template1"}),
    Engine.MYSQL: frozenset({"mysql", "sys", "information_schema", "performance_schema"}),
}

_POWERFUL_ROLES = re.compile(
    r"rds_?(superuser|superuser_role|admin|iam|password|replication).*|mysql\..*|"
    r"pg_(execute_server_program|read_server_files|write_server_files|write_all_data|database_owner|"
    r"create_subscription|maintain)",
    re.I,
)
"""Roles that give more than an application may have, or that say how an account signs in."""

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
_OBJECT = re.compile(r"[A-Za-z_][A-Za-z0-9_$-]{0,62}")
_PATTERN = re.compile(r"[A-Za-z0-9_$*?-]{1,64}")


def problems(desired: Desired, administrator: str | None = None) -> list[Problem]:
    """Every problem, in the order of the accounts. Resolve `desired` first."""
    return list(_problems(desired, administrator))


def _problems(desired: Desired, administrator: str | None) -> Iterator[Problem]:
    yield from _database(desired, "database", desired.database)
    yield from _names(desired, administrator)
    for account in desired.accounts:
        path = f"accounts.{account.name}"
        yield from _account(desired, account, path)
        for index, grant in enumerate(account.grants):
            yield from _grant(desired, grant, f"{path}.grants[{index}]")
        yield from _acts_as(desired, account, path)
    declared = {account.name: account for account in desired.accounts}
    for name, heir in desired.hand_over.items():
        path = f"hand_over.{name}"
        if desired.engine is Engine.MYSQL:
            yield path, "MySQL's tables have no owner; leave it out"
        elif name in declared:
            yield path, f"'{name}' is declared; only an account that was removed hands its objects over"
        elif heir not in declared or not _owns(declared[heir]):
            yield path, f"'{heir}' is no declared account with access owner; name one"


def _names(desired: Desired, administrator: str | None) -> Iterator[Problem]:
    limit = NAME_LIMITS[desired.engine]
    seen: dict[str, str] = {}
    for account in desired.accounts:
        name, path = account.name, f"accounts.{account.name}"
        longest = max(map(len, account.logins))
        if not _NAME.fullmatch(name):
            yield path, "a name begins with a letter or _ and has letters, digits and _ . -; rename it"
        elif longest > limit:
            extra = f" with the suffix {CLONE_SUFFIX}" if longest != len(name) else ""
            yield (
                path,
                f"the name has {longest} characters{extra}; {desired.engine} allows {limit}, so shorten it",
            )
        elif name.lower() in ADMIN_USERS or (administrator and name.lower() == administrator.lower()):
            yield path, f"'{name}' is an administrator's name; choose another for the application"
        elif _RESERVED[desired.engine].fullmatch(name):
            yield path, f"'{name}' is reserved by the engine or by AWS; choose another name"
        for login in account.logins:
            other = seen.setdefault(login.lower(), name)
            if other != name:
                yield path, f"'{login}' is also a login of the account '{other}'; rename one"


def _account(desired: Desired, account: Account, path: str) -> Iterator[Problem]:
    is_mysql = desired.engine is Engine.MYSQL
    if not account.grants and not account.roles:
        yield path, "may do nothing; give access, or grants"
    if account.authentication is Authentication.NONE and (is_mysql or not _owns(account)):
        yield (
            f"{path}.authentication",
            "only an owner of PostgreSQL needs no login; use iam, or remove the account",
        )
    if account.connection_limit is not None and account.connection_limit < 1:
        yield f"{path}.connection_limit", "must be 1 or more; leave it out for no limit"
    if account.statement_timeout_seconds is not None:
        if is_mysql:
            yield (
                f"{path}.statement_timeout_seconds",
                "MySQL has no such limit for one account; set max_execution_time in the cluster's parameters or in "
                "the application",
            )
        elif not 1 <= account.statement_timeout_seconds <= 86_400:
            yield f"{path}.statement_timeout_seconds", "must be 1 to 86400; leave it out for no limit"
    for index, name in enumerate(account.audit_log):
        if is_mysql:
            yield (
                f"{path}.audit_log",
                "Aurora MySQL audits by the cluster's server_audit parameters; leave it out",
            )
            break
        if name not in AUDIT_CLASSES:
            yield (
                f"{path}.audit_log[{index}]",
                f"'{name}' is no class of pgaudit; use {', '.join(AUDIT_CLASSES)}",
            )
    declared = {each.name for each in desired.accounts}
    for index, role in enumerate(account.roles):
        if _POWERFUL_ROLES.fullmatch(role):
            yield f"{path}.roles[{index}]", f"'{role}' is not for applications; leave it out"
        elif role in declared:
            yield (
                f"{path}.roles[{index}]",
                f"'{role}' is an account; give its grants, or let a migrator act as it",
            )
        elif not _OBJECT.fullmatch(role):
            yield f"{path}.roles[{index}]", f"'{role}' is no name of a role; use letters, digits and _"


def _grant(desired: Desired, grant: Grant, path: str) -> Iterator[Problem]:
    yield from _database(desired, f"{path}.database", grant.database)
    if (grant.access is None) is (not grant.privileges):
        yield path, "give either access or privileges"
    for index, privilege in enumerate(grant.privileges):
        if privilege not in privileges.CUSTOM[desired.engine]:
            known = ", ".join(sorted(privileges.CUSTOM[desired.engine]))
            yield (
                f"{path}.privileges[{index}]",
                f"'{privilege}' is no privilege to grant here; use one of {known}",
            )
    if desired.engine is Engine.MYSQL:
        if grant.schemas:
            yield f"{path}.schemas", "a schema of MySQL is a database; give database"
        if grant.tables and (extra := set(grant.privileges) - privileges.MYSQL_TABLE):
            yield (
                f"{path}.privileges",
                f"{', '.join(sorted(extra))} cannot be granted on tables; leave tables out",
            )
    elif not grant.schemas:
        yield f"{path}.schemas", "names no schema; leave it out for public"
    for index, schema in enumerate(grant.schemas):
        if (
            not _OBJECT.fullmatch(schema)
            or schema.lower().startswith("pg_")
            or schema == "information_schema"
        ):
            yield (
                f"{path}.schemas[{index}]",
                f"'{schema}' is no schema of an application; use letters, digits and _",
            )
    for index, table in enumerate(grant.tables):
        if not _PATTERN.fullmatch(table):
            yield (
                f"{path}.tables[{index}]",
                f"'{table}' is no table name or pattern; use letters, digits, _ * and ?",
            )
    if grant.tables and grant.access in (Access.OWNER, Access.MIGRATOR):
        yield f"{path}.tables", f"access {grant.access} is for a whole schema; leave tables out"


def _acts_as(desired: Desired, account: Account, path: str) -> Iterator[Problem]:
    owners = {each.name: each for each in desired.owners(account)}
    if account.acts_as is None:
        if desired.engine is Engine.POSTGRESQL and account.migrates and len(owners) > 1:
            yield f"{path}.acts_as", f"there are several owners; name one of {', '.join(owners)}"
        return
    path = f"{path}.acts_as"
    if desired.engine is Engine.MYSQL:
        yield path, "MySQL's tables have no owner; leave it out"
    elif not account.migrates:
        yield path, "is for a migrator and nothing else; give all its grants access migrator"
    elif account.acts_as not in owners:
        yield (
            path,
            f"'{account.acts_as}' is no account with access owner in the same databases; declare it so",
        )
    else:
        owner = owners[account.acts_as]
        if owner.authentication is Authentication.IAM and account.authentication is Authentication.PASSWORD:
            yield (
                path,
                f"'{account.acts_as}' signs in with IAM, and so would whoever acts as it, which shuts out the "
                "password; give the owner authentication none",
            )


def _database(desired: Desired, path: str, name: str) -> Iterable[Problem]:
    if name.lower() in _RESERVED_DATABASES[desired.engine]:
        return [(path, f"'{name}' belongs to the engine; name a database of the application")]
    if not _OBJECT.fullmatch(name):
        return [(path, f"'{name}' is no name of a database; use letters, digits and _")]
    return []


def _owns(account: Account) -> bool:
    return any(grant.access is Access.OWNER for grant in account.grants)
