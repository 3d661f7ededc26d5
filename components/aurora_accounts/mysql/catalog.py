"""What a MySQL server holds: accounts, their privileges, and the tables of some databases."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

GRANT_OPTION = "GRANT OPTION"
"""Stands among the privileges of a grantee who may pass them on."""

HOST = "%"
"""Host of every account here: the network, not the account, says from where it may come."""

MARK = "aurora-guardrails"
"""Attribute of an account that says who manages it."""


class Cursor(Protocol):
    """As much of a DB-API cursor as is needed."""

    def execute(self, query: str) -> Any: ...
    def fetchall(self) -> Sequence[Sequence[Any]]: ...


@dataclass(frozen=True)
class User:
    """One account of the host `%`."""

    name: str
    plugin: str = ""
    requires_tls: bool = False
    connection_limit: int = 0
    """0: no limit of its own."""
    locked: bool = False
    mark: str | None = None
    everywhere: frozenset[str] = frozenset()
    """Privileges on everything."""
    databases: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Pattern of a database's name, as it was granted -> privileges."""
    tables: Mapping[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    """(database, table) -> privileges."""
    roles: frozenset[str] = frozenset()
    default_roles: frozenset[str] = frozenset()
    """Roles that are active when it signs in."""


@dataclass(frozen=True)
class Catalog:
    """What the server says."""

    administrator: str
    users: Mapping[str, User]
    other_hosts: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Account -> hosts other than `%` that it also exists for."""
    databases: frozenset[str] = frozenset()
    tables: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Database -> its tables and views."""
    partial_revokes: bool = False
    """Whether `_` and `%` in the name of a database are plain letters in a grant."""


_SERVER = "SELECT SUBSTRING_INDEX(CURRENT_USER(), '@', 1)"

_PARTIAL_REVOKES = "SHOW GLOBAL VARIABLES LIKE 'partial_revokes'"

_USERS = "SELECT User, Host, plugin, ssl_type, max_user_connections, account_locked FROM mysql.user"

_ATTRIBUTES = (
    "SELECT USER, HOST, ATTRIBUTE FROM information_schema.USER_ATTRIBUTES WHERE ATTRIBUTE IS NOT NULL"
)

_EVERYWHERE = "SELECT GRANTEE, PRIVILEGE_TYPE, IS_GRANTABLE FROM information_schema.USER_PRIVILEGES"

_SCHEMAS = (
    "SELECT GRANTEE, TABLE_SCHEMA, PRIVILEGE_TYPE, IS_GRANTABLE FROM information_schema.SCHEMA_PRIVILEGES"
)

_TABLES = (
    "SELECT GRANTEE, TABLE_SCHEMA, TABLE_NAME, PRIVILEGE_TYPE, IS_GRANTABLE "
    "FROM information_schema.TABLE_PRIVILEGES"
)

_ROLES = "SELECT TO_USER, TO_HOST, FROM_USER FROM mysql.role_edges"

_DEFAULT_ROLES = "SELECT USER, HOST, DEFAULT_ROLE_USER FROM mysql.default_roles"

_DATABASES = "SELECT SCHEMA_NAME FROM information_schema.SCHEMATA"

_NAMES = (
    "SELECT TABLE_SCHEMA, TABLE_NAME FROM information_schema.TABLES "
    "WHERE TABLE_SCHEMA NOT IN ('mysql', 'sys', 'information_schema', 'performance_schema')"
)


def read(cursor: Cursor) -> Catalog:
    """Read the server's catalog. The administrator of Aurora may read all of it."""

    def rows(query: str) -> Sequence[Sequence[Any]]:
        cursor.execute(query)
        return cursor.fetchall()

    marks = {
        (user, host): json.loads(attribute).get(MARK)
        for user, host, attribute in rows(_ATTRIBUTES)
        if attribute
    }
    everywhere: dict[str, set[str]] = defaultdict(set)
    for grantee, privilege, grantable in rows(_EVERYWHERE):
        everywhere[grantee].update(_held(privilege, grantable))
    databases: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for grantee, database, privilege, grantable in rows(_SCHEMAS):
        databases[grantee][database].update(_held(privilege, grantable))
    tables: dict[str, dict[tuple[str, str], set[str]]] = defaultdict(lambda: defaultdict(set))
    for grantee, database, table, privilege, grantable in rows(_TABLES):
        tables[grantee][database, table].update(_held(privilege, grantable))
    roles = _by_user(rows(_ROLES))
    default_roles = _by_user(rows(_DEFAULT_ROLES))
    users = {}
    other_hosts: dict[str, set[str]] = defaultdict(set)
    for name, host, plugin, ssl_type, limit, locked in rows(_USERS):
        if host != HOST:
            other_hosts[name].add(host)
            continue
        grantee = f"'{name}'@'{host}'"
        users[name] = User(
            name=name,
            plugin=plugin,
            requires_tls=bool(_text(ssl_type)),
            connection_limit=int(limit),
            locked=locked == "Y",
            mark=marks.get((name, host)),
            everywhere=frozenset(everywhere[grantee]),
            databases={database: frozenset(held) for database, held in databases[grantee].items()},
            tables={table: frozenset(held) for table, held in tables[grantee].items()},
            roles=roles.get(name, frozenset()),
            default_roles=default_roles.get(name, frozenset()),
        )
    names: dict[str, list[str]] = defaultdict(list)
    for database, table in sorted((str(row[0]), str(row[1])) for row in rows(_NAMES)):
        names[database].append(table)
    [[administrator]] = rows(_SERVER)
    return Catalog(
        administrator=administrator,
        users=users,
        other_hosts={name: frozenset(hosts) for name, hosts in other_hosts.items()},
        databases=frozenset(name for [name] in rows(_DATABASES)),
        tables=names,
        partial_revokes=any(value == "ON" for _, value in rows(_PARTIAL_REVOKES)),
    )


def empty(database: str, administrator: str) -> Catalog:
    """What a new cluster's catalog says. For showing statements without a database."""
    return Catalog(administrator, users={administrator: User(administrator)}, databases=frozenset({database}))


def _held(privilege: str, grantable: str) -> set[str]:
    held = set() if privilege == "USAGE" else {privilege}
    return held | ({GRANT_OPTION} if grantable == "YES" else set())


def _by_user(rows: Iterable[Sequence[Any]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for user, host, role in rows:
        if host == HOST:
            found[user].add(role)
    return {user: frozenset(roles) for user, roles in found.items()}


def _text(value: Any) -> str:
    return value.decode() if isinstance(value, bytes) else str(value or "")
