"""The difference between the accounts that should be and what a MySQL server holds, as statements.

MySQL commits each of these statements by itself. A new account is therefore locked until it has all it needs, and
a declared one loses before it gains: wherever a run ends, nobody has more than is declared, and the next run
does the rest.
"""

import json
from collections.abc import Mapping
from fnmatch import fnmatchcase

from pymysql.converters import escape_string

from .. import privileges
from ..accounts import Account, Authentication, Desired, Grant
from ..change import Plan
from .catalog import GRANT_OPTION, HOST, MARK, Catalog, User

IAM_PLUGIN = "AWSAuthenticationPlugin"
"""Aurora's plugin that takes an IAM token."""

PASSWORD_PLUGIN = "caching_sha2_password"
"""MySQL's own plugin that keeps no password that could be read back."""

_PASSWORD_PLUGINS = (PASSWORD_PLUGIN, "mysql_native_password", "sha256_password")


def literal(text: str) -> str:
    """A string literal, for a session whose sql_mode lets backslashes escape."""
    return f"'{escape_string(text)}'"


def identifier(name: str) -> str:
    """A quoted identifier."""
    return f"`{name.replace('`', '``')}`"


def account_name(login: str) -> str:
    """A login as MySQL names it: user and host."""
    return f"{literal(login)}@{literal(HOST)}"


def plan(desired: Desired, catalog: Catalog) -> Plan:
    """What changes the server into what is desired. A second plan after the first was applied is empty."""
    result = Plan(desired.database)
    for account in desired.accounts:
        for login in account.logins:
            _refuse(desired, catalog, account, login, result)
        for role in account.roles:
            if role not in catalog.users and role not in catalog.other_hosts:
                result.problems.append(
                    f"{account.name}: role '{role}' does not exist; create it, or leave it out"
                )
    if result.problems:
        return result
    declared = {login for account in desired.accounts for login in account.logins}
    for user in catalog.users.values():
        if user.mark == desired.mark and user.name not in declared:
            _lock(user, result)
    for database in desired.databases:
        if database not in catalog.databases:
            result.add(f"CREATE DATABASE {identifier(database)}")
    for account in desired.accounts:
        for login in account.logins:
            _account(desired, catalog, account, login, result)
    return result


def _refuse(desired: Desired, catalog: Catalog, account: Account, login: str, result: Plan) -> None:
    if login == catalog.administrator:
        result.problems.append(
            f"{login}: is the administrator, which no application uses; choose another name"
        )
    user = catalog.users.get(login)
    if user is not None and user.mark != desired.mark and not account.adopt:
        owner = f" ({user.mark})" if user.mark else ""
        result.problems.append(
            f"{login}: exists and was created elsewhere{owner}; set adopt to take it over, or choose another name"
        )
    for host in sorted(catalog.other_hosts.get(login, ())):
        result.problems.append(
            f"{login}: also exists for the host '{host}', and MySQL prefers the narrower host; drop {login}@{host}"
        )


def _lock(user: User, result: Plan) -> None:
    """Shut out an account that is no longer declared. It is never dropped: views and routines may run as it."""
    if not user.locked:
        result.add(f"ALTER USER {account_name(user.name)} ACCOUNT LOCK", user.name)
    _privileges(user.name, user, {}, {}, result)
    _roles(user.name, user, frozenset(), result)


def _account(desired: Desired, catalog: Catalog, account: Account, login: str, result: Plan) -> None:
    user = catalog.users.get(login)
    name = account_name(login)
    locked = account.authentication is Authentication.NONE
    limit = account.connection_limit or 0
    if user is None:
        result.add(
            f"CREATE USER {name} {_identified(account)} REQUIRE SSL WITH MAX_USER_CONNECTIONS {limit} ACCOUNT LOCK "
            f"ATTRIBUTE {_mark(desired)}",
            account.name,
        )
        user = User(login, _plugin(account), True, limit, True, desired.mark)
    changes = []
    if not _signs_in_alike(user.plugin, account):
        changes.append(_identified(account))
    if not user.requires_tls:
        changes.append("REQUIRE SSL")
    if user.connection_limit != limit:
        changes.append(f"WITH MAX_USER_CONNECTIONS {limit}")
    if user.mark != desired.mark:
        changes.append(f"ATTRIBUTE {_mark(desired)}")
    if changes:
        result.add(f"ALTER USER {name} {' '.join(changes)}", account.name)
    databases, tables = _wanted(account, catalog)
    _privileges(account.name, user, databases, tables, result, login)
    _roles(account.name, user, frozenset(account.roles), result, login)
    if user.locked is not locked:
        result.add(f"ALTER USER {name} ACCOUNT {'LOCK' if locked else 'UNLOCK'}", account.name)


def _plugin(account: Account) -> str:
    return IAM_PLUGIN if account.authentication is Authentication.IAM else PASSWORD_PLUGIN


def _signs_in_alike(plugin: str, account: Account) -> bool:
    if account.authentication is Authentication.IAM:
        return plugin == IAM_PLUGIN
    return plugin in _PASSWORD_PLUGINS


def _identified(account: Account) -> str:
    if account.authentication is Authentication.IAM:
        return f"IDENTIFIED WITH {IAM_PLUGIN} AS 'RDS'"
    # Nobody learns this password; the one of the secret replaces it. Without any, the account would be open.
    return f"IDENTIFIED WITH {PASSWORD_PLUGIN} BY RANDOM PASSWORD"


def _mark(desired: Desired) -> str:
    return literal(json.dumps({MARK: desired.mark}))


def _wanted(
    account: Account, catalog: Catalog
) -> tuple[dict[str, frozenset[str]], dict[tuple[str, str], frozenset[str]]]:
    """Privileges by pattern of a database, and by table."""
    databases: dict[str, frozenset[str]] = {}
    tables: dict[tuple[str, str], frozenset[str]] = {}
    for grant in account.grants:
        wanted = privileges.mysql_database(grant)
        if grant.tables:
            for table in _matching(grant, catalog):
                tables[table] = tables.get(table, frozenset()) | wanted
        else:
            pattern = database_pattern(grant.database, catalog.partial_revokes)
            databases[pattern] = databases.get(pattern, frozenset()) | wanted
    return databases, tables


def _matching(grant: Grant, catalog: Catalog) -> list[tuple[str, str]]:
    names = catalog.tables.get(grant.database, ())
    return [(grant.database, name) for name in names if any(fnmatchcase(name, each) for each in grant.tables)]


def database_pattern(database: str, partial_revokes: bool) -> str:
    """A database's name in a grant, where `_` and `%` match other names too unless they are escaped."""
    if partial_revokes:
        return database
    return database.replace("_", r"\_").replace("%", r"\%")


def _privileges(
    account: str,
    user: User,
    databases: Mapping[str, frozenset[str]],
    tables: Mapping[tuple[str, str], frozenset[str]],
    result: Plan,
    login: str | None = None,
) -> None:
    name = account_name(login or user.name)
    held: dict[str, frozenset[str]] = {"*.*": user.everywhere}
    wanted: dict[str, frozenset[str]] = {}
    held |= {f"{identifier(database)}.*": each for database, each in user.databases.items()}
    wanted |= {f"{identifier(database)}.*": each for database, each in databases.items()}
    held |= {
        f"{identifier(database)}.{identifier(table)}": each for (database, table), each in user.tables.items()
    }
    wanted |= {
        f"{identifier(database)}.{identifier(table)}": each for (database, table), each in tables.items()
    }
    nothing: frozenset[str] = frozenset()
    for place in sorted(held):
        if extra := held[place] - wanted.get(place, nothing):
            result.add(f"REVOKE {', '.join(sorted(extra))} ON {place} FROM {name}", account)
    for place in sorted(wanted):
        if missing := wanted[place] - held.get(place, nothing) - {GRANT_OPTION}:
            result.add(f"GRANT {', '.join(sorted(missing))} ON {place} TO {name}", account)


def _roles(account: str, user: User, wanted: frozenset[str], result: Plan, login: str | None = None) -> None:
    name = account_name(login or user.name)
    for role in sorted(user.roles - wanted):
        result.add(f"REVOKE {account_name(role)} FROM {name}", account)
    for role in sorted(wanted - user.roles):
        result.add(f"GRANT {account_name(role)} TO {name}", account)
    # A role does nothing before it is activated, and activate_all_roles_on_login is off unless somebody set it.
    if wanted != user.default_roles & wanted:
        result.add(f"SET DEFAULT ROLE {', '.join(map(account_name, sorted(wanted)))} TO {name}", account)
