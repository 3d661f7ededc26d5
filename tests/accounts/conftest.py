"""Servers that the tests of accounts share. Without an engine its tests are skipped, and say why."""

import itertools
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass

import pg8000.native
import pytest

from aurora_accounts import connecting
from aurora_accounts.accounts import Access, Account, Desired, Engine, Grant
from aurora_accounts.change import Report
from aurora_accounts.postgresql import apply as postgresql_apply
from tests.accounts import mariadb as mariadb_server
from tests.accounts import servers

POSTGRESQL_VERSIONS = (15, 17)

_numbers = itertools.count(1)


@dataclass
class Database:
    """A fresh PostgreSQL database. Roles are the server's, so their names begin with the database's."""

    server: servers.PostgreSQL
    name: str

    def role(self, short: str) -> str:
        """Full name of a role."""
        return f"{self.name}_{short}"

    def account(self, short: str, access: Access | None = None, **fields: object) -> Account:
        """An account with one kind of access to the schema public."""
        grants = (Grant(self.name, access, schemas=("public",)),) if access else ()
        return Account(**{"name": self.role(short), "grants": grants, **fields})  # type: ignore[arg-type]

    def desired(self, *accounts: Account, **fields: object) -> Desired:
        """These accounts and no other."""
        values = {"engine": Engine.POSTGRESQL, "database": self.name, "mark": self.name, "accounts": accounts}
        return Desired(**{**values, **fields}).resolved()  # type: ignore[arg-type]

    def connect(self, database: str) -> pg8000.native.Connection:
        """As the administrator, the way the function does."""
        return connecting.postgresql(self.server.server(), database)

    def apply(self, desired: Desired, **passwords: str) -> Report:
        """Apply, and give the accounts their passwords."""
        return postgresql_apply.apply(
            desired, self.connect, {self.role(short): value for short, value in passwords.items()}
        )

    def run(self, *statements: str) -> list[list[object]]:
        """As the administrator. Returns the rows of the last statement."""
        connection = self.connect(self.name)
        try:
            for statement in statements:
                rows = connection.run(statement)
            return rows or []
        finally:
            connection.close()

    def sign_in(self, short: str, password: str | None = None) -> pg8000.native.Connection:
        """As an account."""
        return self.server.sign_in(self.role(short), self.name, password)

    def denial(self, short: str, statement: str, password: str | None = None) -> str | None:
        """Why an account may not run a statement, None if it may. What it does is undone."""
        with closing(self.sign_in(short, password)) as connection:
            return denied(connection, statement)


def denied(connection: pg8000.native.Connection, statement: str) -> str | None:
    """Why the user of a connection may not run a statement, None if it may. What it does is undone."""
    connection.notices.clear()
    connection.run("BEGIN")
    try:
        connection.run(statement)
        for notice in connection.notices:  # a GRANT that grants nothing is no error
            if notice[b"S"] == b"WARNING":
                return str(notice[b"M"].decode())
    except pg8000.native.DatabaseError as error:
        return str(error.args[0]["M"])
    finally:
        connection.run("ROLLBACK")
    return None


@pytest.fixture(scope="session")
def postgresql_servers(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Callable[[int], servers.PostgreSQL]]:
    """Start a server of a version once, when it is first asked for."""
    running: dict[int, servers.PostgreSQL] = {}

    def start(version: int) -> servers.PostgreSQL:
        if version not in running:
            if version not in servers.postgresql_programs():
                pytest.skip(f"PostgreSQL {version} is not installed; .ci/run installs it")
            running[version] = servers.start_postgresql(
                version, servers.folder(tmp_path_factory, "postgresql")
            )
        return running[version]

    yield start
    for each in running.values():
        each.stop()


@pytest.fixture(params=POSTGRESQL_VERSIONS)
def database(
    request: pytest.FixtureRequest, postgresql_servers: Callable[[int], servers.PostgreSQL]
) -> Database:
    """A fresh database of each version."""
    return _fresh(postgresql_servers(request.param))


@pytest.fixture
def database_15(postgresql_servers: Callable[[int], servers.PostgreSQL]) -> Database:
    """A fresh database of PostgreSQL 15, where a test is about something that versions have alike."""
    return _fresh(postgresql_servers(15))


def _fresh(server: servers.PostgreSQL) -> Database:
    name = f"db{next(_numbers)}"
    with connecting.postgresql(server.server(), "postgres") as connection:
        connection.run(f"CREATE DATABASE {name}")
    return Database(server, name)


@pytest.fixture(scope="session")
def mariadb(tmp_path_factory: pytest.TempPathFactory) -> Iterator[mariadb_server.MariaDB]:
    """A running MariaDB."""
    if servers.mariadb_program() is None:
        pytest.skip("MariaDB is not installed; .ci/run installs it")
    server = mariadb_server.start_mariadb(servers.folder(tmp_path_factory, "mariadb"))
    yield server
    server.stop()
