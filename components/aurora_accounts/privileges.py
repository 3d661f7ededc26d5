"""What each kind of access means, in the engines' own privileges."""

from .accounts import Access, Engine, Grant

_READ = frozenset({"SELECT"})
_WRITE = _READ | {"INSERT", "UPDATE", "DELETE"}

POSTGRESQL_TABLES = {
    Access.READER: _READ,
    Access.WRITER: _WRITE,
    Access.MIGRATOR: _WRITE | {"TRUNCATE", "REFERENCES", "TRIGGER"},
    Access.OWNER: _WRITE | {"TRUNCATE", "REFERENCES", "TRIGGER"},
}

_POSTGRESQL_ELSEWHERE = frozenset({"CREATE", "TEMPORARY"})
"""Privileges that are not of tables: CREATE of the schemas, TEMPORARY of the database."""

_MYSQL_READ = _READ | {"SHOW VIEW"}
_MYSQL_WRITE = _WRITE | {"SHOW VIEW"}
_MYSQL_CHANGE = frozenset(
    {
        "ALTER",
        "ALTER ROUTINE",
        "CREATE",
        "CREATE ROUTINE",
        "CREATE TEMPORARY TABLES",
        "CREATE VIEW",
        "DROP",
        "EXECUTE",
        "INDEX",
        "LOCK TABLES",
        "REFERENCES",
        "TRIGGER",
    }
)

MYSQL_DATABASE = {
    Access.READER: _MYSQL_READ,
    Access.WRITER: _MYSQL_WRITE,
    Access.MIGRATOR: _MYSQL_WRITE | _MYSQL_CHANGE,
    Access.OWNER: _MYSQL_WRITE | _MYSQL_CHANGE | {"EVENT"},
}

MYSQL_TABLE = frozenset(
    {
        "ALTER",
        "CREATE",
        "CREATE VIEW",
        "DELETE",
        "DROP",
        "INDEX",
        "INSERT",
        "REFERENCES",
        "SELECT",
        "SHOW VIEW",
        "TRIGGER",
        "UPDATE",
    }
)
"""What MySQL can grant on one table."""

CUSTOM = {
    Engine.POSTGRESQL: POSTGRESQL_TABLES[Access.OWNER] | _POSTGRESQL_ELSEWHERE,
    Engine.MYSQL: MYSQL_DATABASE[Access.OWNER],
}
"""What a custom grant may name."""


def mysql_database(grant: Grant) -> frozenset[str]:
    """Privileges of a grant on a whole MySQL database, or on each table its patterns match."""
    wanted = MYSQL_DATABASE[grant.access] if grant.access else frozenset(grant.privileges)
    return wanted & MYSQL_TABLE if grant.tables else wanted


def postgresql_tables(grant: Grant) -> frozenset[str]:
    """Privileges of a grant on tables and views."""
    if grant.access:
        return POSTGRESQL_TABLES[grant.access]
    return frozenset(grant.privileges) - _POSTGRESQL_ELSEWHERE


def postgresql_sequences(grant: Grant) -> frozenset[str]:
    """Privileges of a grant on sequences: an account that inserts must be able to draw a number."""
    tables = postgresql_tables(grant)
    if tables & {"INSERT", "UPDATE"}:
        return frozenset({"USAGE", "SELECT", "UPDATE"})
    return tables & {"SELECT"}


def postgresql_schemas(grant: Grant) -> frozenset[str]:
    """Privileges of a grant on its schemas."""
    creates = grant.access in (Access.MIGRATOR, Access.OWNER) or "CREATE" in grant.privileges
    return frozenset({"USAGE", "CREATE"} if creates else {"USAGE"})


def postgresql_database(grant: Grant) -> frozenset[str]:
    """Privileges of a grant on its database."""
    wanted = {"CONNECT"}
    if grant.access is Access.OWNER:
        wanted |= {"CREATE", "TEMPORARY"}
    if grant.access is Access.MIGRATOR or "TEMPORARY" in grant.privileges:
        wanted |= {"TEMPORARY"}
    return frozenset(wanted)
