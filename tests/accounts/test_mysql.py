"""Accounts on a real MariaDB server, which stands in for Aurora MySQL: see `mariadb.py` for what is translated."""

import itertools
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from typing import Any

import pymysql
import pytest

from aurora_accounts import connecting
from aurora_accounts.accounts import Access, Account, Authentication, Desired, Engine, Grant
from aurora_accounts.change import AccountsError, Report
from aurora_accounts.mysql import apply as applying
from aurora_accounts.mysql.catalog import Catalog, User
from aurora_accounts.mysql.plan import plan
from tests.accounts import matrix
from tests.accounts.mariadb import TOKEN, Connection, MariaDB
from tests.accounts.servers import ADMINISTRATOR

_numbers = itertools.count(1)

STATEMENTS = {
    "`SELECT`": ["SELECT * FROM t"],
    "`INSERT`, `UPDATE`, `DELETE`": ["INSERT INTO t VALUES (1)", "UPDATE t SET v = 2", "DELETE FROM t"],
    "`CREATE TABLE`, `ALTER TABLE`, `CREATE INDEX`, `TRUNCATE`, `DROP TABLE`": [
        "CREATE TABLE fresh (v int)",
        "ALTER TABLE fresh ADD COLUMN w int",
        "CREATE INDEX i ON fresh (v)",
        "TRUNCATE fresh",
        "DROP TABLE fresh",
    ],
    "`CREATE VIEW`, `CREATE PROCEDURE`, `CREATE TRIGGER`": [
        "CREATE OR REPLACE VIEW looked AS SELECT * FROM t",
        "CREATE OR REPLACE PROCEDURE p() SELECT 1",
        "CREATE OR REPLACE TRIGGER g BEFORE INSERT ON t FOR EACH ROW SET NEW.v = 1",
    ],
    "`CREATE TEMPORARY TABLE`": ["CREATE OR REPLACE TEMPORARY TABLE scratch (v int)"],
    "`CREATE EVENT`": ["CREATE OR REPLACE EVENT e ON SCHEDULE EVERY 1 DAY DISABLE DO SELECT 1"],
    "`GRANT`, `CREATE USER`, `CREATE DATABASE`, `SELECT … INTO OUTFILE`": [
        "GRANT SELECT ON t TO reporting",
        "CREATE USER fresh",
        "CREATE DATABASE fresh",
        "SELECT 1 INTO OUTFILE '/tmp/fresh'",
    ],
}


class Database:
    """A fresh database. Accounts are the server's, so their names begin with the database's."""

    def __init__(self, server: MariaDB) -> None:
        self.server = server
        self.name = f"my_db{next(_numbers)}"
        self.run(f"CREATE DATABASE {self.name}", f"CREATE TABLE {self.name}.t (v int)")

    def account(self, short: str, access: Access | None = None, **fields: Any) -> Account:
        grants = (Grant(self.name, access),) if access else ()
        return Account(**{"name": f"{self.name}_{short}", "grants": grants, **fields})

    def desired(self, *accounts: Account, **fields: Any) -> Desired:
        return Desired(
            **{
                "engine": Engine.MYSQL,
                "database": self.name,
                "mark": self.name,
                "accounts": accounts,
                **fields,
            }
        ).resolved()

    def apply(self, desired: Desired, **passwords: str) -> Report:
        named = {f"{self.name}_{short}": value for short, value in passwords.items()}
        return applying.apply(desired, self.server.connect, named)

    def run(self, *statements: str) -> Any:
        with closing(self.server.superuser()) as connection, connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)
            return cursor.fetchall()

    def denial(self, short: str, statement: str, password: str = TOKEN) -> str | None:
        with closing(self.server.sign_in(f"{self.name}_{short}", self.name, password)) as connection:
            try:
                connection.cursor().execute(statement)
            except pymysql.Error as error:
                return str(error.args[1])
            return None


@pytest.fixture
def database(mariadb: MariaDB) -> Database:
    return Database(mariadb)


def everybody(database: Database) -> Desired:
    return database.desired(
        *(database.account(access.value, access) for access in Access),
        database.account("batch", Access.WRITER, authentication=Authentication.PASSWORD, connection_limit=2),
    )


def test_each_account_may_do_what_the_guide_says_and_nothing_else(database: Database) -> None:
    assert {row.statements for row in matrix.rows("MySQL")} == set(STATEMENTS)
    database.apply(everybody(database))
    database.run(f"CREATE TABLE {database.name}.tomorrow (v int)")
    wrong = []
    for row in matrix.rows("MySQL"):
        for access in Access:
            for sql in STATEMENTS[row.statements]:
                denial = database.denial(access.value, sql)
                if (denial is None) is not (access in row.may):
                    wrong.append(f"{access}: {sql}: {denial or 'allowed'}")
    assert wrong == []
    assert database.denial("reader", "SELECT * FROM tomorrow") is None
    assert "denied" in str(database.denial("reader", "SELECT * FROM mysql.user"))


def test_a_second_run_changes_nothing(database: Database) -> None:
    desired = everybody(database)
    assert database.apply(desired).count > 10
    assert database.apply(desired).statements == {}
    assert [found.statements for found in applying.plans(desired, database.server.connect)] == [[]]


def test_an_underscore_in_a_database_is_no_wildcard(database: Database) -> None:
    database.apply(database.desired(database.account("reader", Access.READER)))
    lookalike = database.name.replace("_", "x", 1)
    database.run(f"CREATE DATABASE {lookalike}", f"CREATE TABLE {lookalike}.t (v int)")
    assert "denied" in str(database.denial("reader", f"SELECT * FROM {lookalike}.t"))


def test_with_partial_revokes_a_name_is_taken_as_it_is() -> None:
    account = Account("app", grants=(Grant("my_db", Access.READER),))
    for partial, pattern in ((True, "`my_db`.*"), (False, r"`my\_db`.*")):
        catalog = Catalog(
            "admin", {"admin": User("admin")}, databases=frozenset({"my_db"}), partial_revokes=partial
        )
        statements = plan(Desired(Engine.MYSQL, "my_db", "m", (account,)), catalog).statements
        assert any(f" ON {pattern} " in statement.sql for statement in statements)


def test_tls_is_required_and_the_limit_holds(database: Database) -> None:
    database.apply(everybody(database), batch="one")
    name = f"{database.name}_batch"
    with pytest.raises(pymysql.Error, match="Access denied"):
        database.server.sign_in(name, password="one", tls=False)
    with (
        closing(database.server.sign_in(name, password="one")),
        closing(database.server.sign_in(name, password="one")),
        pytest.raises(pymysql.Error, match="max_user_connections"),
    ):
        database.server.sign_in(name, password="one")


def test_a_role_is_active_as_soon_as_an_account_signs_in(database: Database) -> None:
    database.run(f"GRANT SELECT ON {database.name}.t TO reporting")
    desired = database.desired(database.account("app", roles=("reporting",)))
    database.apply(desired)
    assert database.denial("app", f"SELECT * FROM {database.name}.t") is None
    assert database.apply(desired).count == 0
    database.apply(database.desired(database.account("app", Access.WRITER)))
    assert database.apply(database.desired(database.account("app", Access.WRITER))).count == 0


def test_drift_is_put_right(database: Database) -> None:
    desired = everybody(database)
    database.apply(desired)
    reader = f"{database.name}_reader"
    database.run(
        f"GRANT SELECT ON *.* TO {reader} WITH GRANT OPTION",
        f"GRANT DELETE ON {database.name}.t TO {reader}",
        f"GRANT INSERT ON mysql.* TO {reader}",
        f"ALTER USER {reader} REQUIRE NONE WITH MAX_USER_CONNECTIONS 3",
        f"ALTER USER {database.name}_writer ACCOUNT LOCK",
    )
    database.apply(desired)
    for statement in (
        "DELETE FROM t",
        "SELECT * FROM mysql.user",
        "INSERT INTO mysql.plugin VALUES ('a', 'b')",
    ):
        assert "denied" in str(database.denial("reader", statement))
    assert database.denial("writer", "INSERT INTO t VALUES (1)") is None
    assert database.apply(desired).count == 0


class _Interrupted(Exception):
    pass


class _DyingConnection(Connection):
    """A connection that is lost right before its change number `count`."""

    def __init__(self, connection: Any, countdown: Iterator[int]) -> None:
        super().__init__(connection)
        self._countdown = countdown

    def cursor(self) -> Any:
        cursor = super().cursor()
        execute = cursor.execute

        def dying(query: str) -> Any:
            if not query.startswith(("SELECT", "SHOW")) and next(self._countdown) == 0:
                raise _Interrupted
            return execute(query)

        cursor.execute = dying  # type: ignore[method-assign]
        return cursor


def test_a_run_killed_at_any_statement_converges_and_nobody_has_too_much(database: Database) -> None:
    desired = database.desired(
        database.account("app", Access.WRITER, roles=("reporting",)),
        database.account("batch", Access.READER, authentication=Authentication.PASSWORD),
    )
    [found] = applying.plans(desired, database.server.connect)
    for number in range(len(found.statements)):
        database.run(f"DROP DATABASE {database.name}", f"CREATE DATABASE {database.name}")
        for login in [login for account in desired.accounts for login in account.logins]:
            database.run(
                f"DROP USER IF EXISTS {login}", f"DELETE FROM standin.attributes WHERE user = '{login}'"
            )
        countdown = iter(range(number, -10_000, -1))
        with pytest.raises(_Interrupted):
            applying.apply(
                desired,
                lambda countdown=countdown: _DyingConnection(  # type: ignore[misc]
                    connecting.mysql(database.server.server()), countdown
                ),
            )
        unlocked = database.run(
            f"SELECT User FROM standin.user WHERE account_locked = 'N' AND User LIKE '{database.name}%'"
        )
        for [login] in unlocked:  # whoever can sign in has all it should have
            assert database.run(f"SELECT 1 FROM mysql.db WHERE User = '{login}'")
        assert database.apply(desired).count > 0
        assert database.apply(desired).count == 0


def test_two_runs_at_once_do_not_meet(database: Database) -> None:
    desired = everybody(database)
    results: list[object] = []

    def run() -> None:
        try:
            results.append(database.apply(desired).count)
        except Exception as error:
            results.append(error)

    threads = [threading.Thread(target=run) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(map(str, results))[:2] == ["0", "0"], results


def test_an_account_that_is_no_longer_declared_is_locked_and_never_dropped(database: Database) -> None:
    desired = everybody(database)
    database.apply(desired, batch="one")
    database.apply(database.desired(database.account("reader", Access.READER)))
    for short, password in (("writer", TOKEN), ("batch", "one")):
        with pytest.raises(pymysql.Error, match="locked"):
            database.server.sign_in(f"{database.name}_{short}", password=password)
    assert database.run(f"SELECT 1 FROM mysql.db WHERE User = '{database.name}_writer'") == ()
    assert database.apply(database.desired(database.account("reader", Access.READER))).count == 0
    database.apply(desired)
    assert database.denial("writer", "INSERT INTO t VALUES (1)") is None


def test_problems_are_told_at_once_and_nothing_is_done(database: Database) -> None:
    database.run(f"CREATE USER {database.name}_one", f"CREATE USER {database.name}_two@localhost")
    desired = database.desired(
        database.account("one", Access.READER),
        database.account("two", Access.READER),
        database.account("three", Access.READER, roles=("nowhere",)),
        Account(ADMINISTRATOR, grants=(Grant(database.name, Access.READER),)),
    )
    with pytest.raises(AccountsError) as caught:
        database.apply(desired)
    for text in (
        "_one: exists and was created elsewhere; set adopt",
        "_two: also exists for the host 'localhost'",
        "role 'nowhere' does not exist",
        "is the administrator",
    ):
        assert text in str(caught.value)
    assert database.run(f"SELECT 1 FROM mysql.user WHERE User = '{database.name}_three'") == ()
    database.apply(database.desired(replace(database.account("one", Access.READER), adopt=True)))
    assert database.denial("one", "SELECT * FROM t") is None


def test_a_wrong_certificate_a_wrong_password_and_a_replica_are_explained(database: Database) -> None:
    server = database.server.server()
    for changed, message in (
        (replace(server, certificates=None), "cannot trust .*self-signed certificate.*ca_certificates"),
        (replace(server, host="127.0.0.1"), "cannot trust .*IP address mismatch"),
        (replace(server, password="wrong"), "the password is refused"),
        (replace(server, port=1), "cannot reach .*security groups"),
    ):
        with pytest.raises(AccountsError, match=message):
            connecting.mysql(changed)
    database.run("SET GLOBAL read_only = 1")
    try:
        with pytest.raises(AccountsError, match="read-only replica; connect to the cluster's writer"):
            database.apply(everybody(database))
    finally:
        database.run("SET GLOBAL read_only = 0")


def test_a_lost_connection_says_to_run_again(database: Database) -> None:
    def connect() -> Any:
        connection = database.server.connect()
        thread = connection._connection.thread_id()
        cursor = connection.cursor()
        original = cursor.execute

        def execute(query: str) -> Any:
            if query.startswith("CREATE USER"):
                database.run(f"KILL {thread}")
            return original(query)

        cursor.execute = execute
        connection.cursor = lambda: cursor
        return connection

    with pytest.raises(AccountsError, match=r"the connection was lost .*run again"):
        applying.apply(everybody(database), connect)
    database.apply(everybody(database))
    assert database.apply(everybody(database)).count == 0
