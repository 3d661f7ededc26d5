"""Accounts on a real PostgreSQL server: what they may do, and what happens when a run does not go well."""

import threading
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import replace

import pg8000.native
import pytest

from aurora_accounts import connecting
from aurora_accounts.accounts import Access, Account, Authentication, Desired, Grant
from aurora_accounts.change import AccountsError
from aurora_accounts.postgresql import apply as applying
from tests.accounts import matrix
from tests.accounts.conftest import Database, denied
from tests.accounts.servers import ADMINISTRATOR

# Statement of the guide -> SQL, with `owned` or `other` for {table}. A prefix stands for the alternatives.
STATEMENTS = {
    "`SELECT`": ["SELECT * FROM {table}"],
    "`INSERT`, `UPDATE`, `DELETE`": [
        "INSERT INTO {table} (v) VALUES (1)",
        "UPDATE {table} SET v = 2",
        "DELETE FROM {table}",
    ],
    "`nextval` of a sequence": ["SELECT nextval('{table}_id_seq')"],
    "`TRUNCATE`": ["TRUNCATE {table}"],
    "`ALTER TABLE`, `DROP TABLE`, `CREATE INDEX`": [
        "ALTER TABLE {table} ADD COLUMN w int",
        "DROP TABLE {table}",
        "CREATE INDEX ON {table} (v)",
    ],
    "`GRANT`": ["GRANT SELECT ON {table} TO pg_monitor"],
    "`CREATE TABLE`, `CREATE VIEW`, `CREATE FUNCTION`": [
        "CREATE TABLE fresh (x int)",
        "CREATE VIEW fresh AS SELECT 1 AS one",
        "CREATE FUNCTION fresh() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    ],
    "`CREATE TEMPORARY TABLE`": ["CREATE TEMPORARY TABLE fresh (x int)"],
    "`CREATE SCHEMA`": ["CREATE SCHEMA fresh"],
    "`CREATE ROLE`, `CREATE DATABASE`, `SET ROLE` to the administrator, `COPY … TO PROGRAM`": [
        "CREATE ROLE fresh",
        "CREATE DATABASE fresh",
        f"SET ROLE {ADMINISTRATOR}",
        "COPY (SELECT 1) TO PROGRAM 'true'",
    ],
}


def everybody(database: Database) -> Desired:
    return database.desired(
        database.account("reader", Access.READER),
        database.account("writer", Access.WRITER, connection_limit=9, statement_timeout_seconds=20),
        database.account("owner", Access.OWNER),
        database.account("migrator", Access.MIGRATOR),
        database.account("batch", Access.WRITER, authentication=Authentication.PASSWORD),
    )


def test_each_account_may_do_what_the_guide_says_and_nothing_else(database: Database) -> None:
    database.run("CREATE TABLE other (id serial, v int)", "INSERT INTO other (v) VALUES (1)")
    database.apply(everybody(database))
    with closing(database.sign_in("migrator")) as migrator:  # a table of tomorrow
        migrator.run("CREATE TABLE owned (id serial, v int)")
        migrator.run("INSERT INTO owned (v) VALUES (1)")
    assert database.run("SELECT tableowner FROM pg_tables WHERE tablename = 'owned'") == [
        [database.role("owner")]
    ]
    wrong = []
    for access in Access:
        with closing(database.sign_in(access.value)) as account:
            for row in matrix.rows("PostgreSQL"):
                for place in row.place.split(", "):
                    for sql in STATEMENTS[row.statements]:
                        denial = denied(account, sql.format(table=place))
                        if (denial is None) is not (access in row.may):
                            wrong.append(f"{access}: {sql.format(table=place)}: {denial or 'allowed'}")
    assert wrong == []


def test_every_statement_of_the_guide_is_tried() -> None:
    assert {row.statements for row in matrix.rows("PostgreSQL")} == set(STATEMENTS)


def test_a_second_run_changes_nothing(database: Database) -> None:
    desired = everybody(database)
    assert database.apply(desired).count > 20
    with closing(database.sign_in("migrator")) as migrator:
        migrator.run("CREATE TABLE owned (id serial)")
        migrator.run("CREATE VIEW looked AS SELECT * FROM owned")
    assert database.apply(desired).statements == {}
    assert [plan.statements for plan in applying.plans(desired, database.connect)] == [[]]


def test_limits_and_timeouts_are_set_changed_and_taken_back(database_15: Database) -> None:
    database = database_15
    account = database.account("app", Access.WRITER, connection_limit=1, statement_timeout_seconds=3)
    database.apply(database.desired(account))
    with closing(database.sign_in("app")) as app:
        assert app.run("SHOW statement_timeout") == [["3s"]]
        with pytest.raises(pg8000.native.DatabaseError, match="too many connections"):
            database.sign_in("app")
    database.apply(database.desired(replace(account, connection_limit=None, statement_timeout_seconds=None)))
    with closing(database.sign_in("app")) as app, closing(database.sign_in("app")):
        assert app.run("SHOW statement_timeout") == [["0"]]


def test_drift_is_put_right(database: Database) -> None:
    desired = everybody(database)
    database.run("CREATE TABLE other (id serial, v int)")
    database.apply(desired)
    reader, writer = database.role("reader"), database.role("writer")
    database.run(
        f"GRANT DELETE ON other TO {reader}",
        f"REVOKE INSERT ON other FROM {writer}",
        f"GRANT CREATE ON SCHEMA public TO {reader}",
        f"GRANT pg_read_all_data TO {reader}" if database.server.version < 16 else "SELECT 1",
        f"ALTER ROLE {reader} CREATEDB",
        f"ALTER ROLE {writer} NOLOGIN",
        "GRANT SELECT ON other TO PUBLIC",
        f"ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT UPDATE ON TABLES TO {reader}",
    )
    assert database.apply(desired).count > 0
    assert "permission denied" in str(database.denial("reader", "DELETE FROM other"))
    assert database.denial("writer", "INSERT INTO other (v) VALUES (1)") is None
    assert database.run(
        "SELECT rolcreatedb FROM pg_roles WHERE rolname = :name".replace(":name", f"'{reader}'")
    ) == [[False]]
    assert database.apply(desired).count == 0


def test_custom_grants_reach_the_tables_they_name_and_no_other(database_15: Database) -> None:
    database = database_15
    database.run(
        "CREATE TABLE event_log (id serial, v int)",
        "CREATE TABLE orders (id serial, v int)",
        "CREATE SCHEMA app",
        "CREATE TABLE app.event_log (v int)",
    )
    grant = Grant(database.name, privileges=("INSERT", "SELECT"), schemas=("public",), tables=("event_*",))
    desired = database.desired(database.account("sink", grants=(grant,)))
    database.apply(desired)
    assert database.denial("sink", "INSERT INTO event_log (v) VALUES (1)") is None
    for statement in ("DELETE FROM event_log", "SELECT * FROM orders", "SELECT * FROM app.event_log"):
        assert "permission denied" in str(database.denial("sink", statement))
    # A pattern has no default privilege: the next run finds the new table.
    database.run("CREATE TABLE event_late (v int)")
    assert "permission denied" in str(database.denial("sink", "SELECT * FROM event_late"))
    database.apply(desired)
    assert database.denial("sink", "SELECT * FROM event_late") is None


def test_several_databases_and_schemas(database_15: Database) -> None:
    database = database_15
    second = f"{database.name}_second"
    grants = (
        Grant(database.name, Access.READER, schemas=("public",)),
        Grant(second, Access.OWNER, schemas=("public", "app")),
    )
    desired = database.desired(
        database.account("both", grants=grants), database.account("one", Access.READER)
    )
    report = database.apply(desired)
    assert report.statements[second][0] == f'CREATE DATABASE "{second}"'
    with closing(database.server.sign_in(database.role("both"), second)) as both:
        both.run("CREATE TABLE app.t (x int)")
    with pytest.raises(pg8000.native.DatabaseError, match="permission denied for database"):
        database.server.sign_in(database.role("one"), second)
    assert database.apply(desired).count == 0
    # No longer declared: locked, and without a privilege in both databases.
    database.apply(database.desired(database.account("one", Access.READER)))
    with closing(database.connect(second)) as connection:
        assert connection.run(
            f"SELECT has_database_privilege('{database.role('both')}', '{second}', 'CONNECT')"
        ) == [[False]]


# A run that does not go well.


class _Interrupted(Exception):
    pass


class _DyingConnection:
    """A connection that is lost right before its statement number `count`."""

    def __init__(self, connection: pg8000.native.Connection, countdown: Iterator[int]) -> None:
        self._connection, self._countdown = connection, countdown

    def execute_simple(self, sql: str) -> object:
        if next(self._countdown) == 0:
            self._connection._usock.close()  # the server sees the client vanish
            raise _Interrupted
        return self._connection.execute_simple(sql)

    def __getattr__(self, name: str) -> object:
        return getattr(self._connection, name)


def test_a_run_killed_at_any_statement_leaves_nothing_half_done(database_15: Database) -> None:
    database = database_15
    desired = database.desired(
        database.account("app", Access.WRITER, statement_timeout_seconds=9),
        database.account("owner", Access.OWNER, authentication=Authentication.NONE),
        database.account("migrator", Access.MIGRATOR, authentication=Authentication.PASSWORD),
    )
    database.run("CREATE TABLE other (id serial, v int)")
    statements = sum(len(plan.statements) for plan in applying.plans(desired, database.connect))
    before = database.run("SELECT rolname FROM pg_roles ORDER BY 1"), _acls(database)
    for number in range(statements + 2):  # the statements, BEGIN and COMMIT
        countdown = iter(range(number, -10_000, -1))

        def connect(name: str, countdown: Iterator[int] = countdown) -> pg8000.native.Connection:
            connection = database.connect(name)
            return _DyingConnection(connection, countdown) if name == database.name else connection  # type: ignore[return-value]

        with pytest.raises(_Interrupted):
            applying.apply(desired, connect)
        assert (database.run("SELECT rolname FROM pg_roles ORDER BY 1"), _acls(database)) == before
    assert database.apply(desired).count == statements
    assert database.apply(desired).count == 0


def _acls(database: Database) -> list[list[object]]:
    return database.run(
        "SELECT relname::text, relacl::text FROM pg_class WHERE relnamespace = 'public'::regnamespace "
        "UNION ALL SELECT datname::text, datacl::text FROM pg_database WHERE datname = current_database() "
        "UNION ALL SELECT 'defaults', count(*)::text FROM pg_default_acl ORDER BY 1"
    )


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
    assert database.apply(desired).count == 0


def test_a_change_by_somebody_else_is_waited_for_and_tried_again(
    database_15: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = database_15
    database.run("CREATE TABLE busy (x int)")
    desired = database.desired(database.account("app", Access.READER))
    execute, failures = applying._execute, [1, 1]

    def colliding(
        connection: pg8000.native.Connection, sql: str, name: str, shown: str | None = None
    ) -> None:
        if "ON TABLE" in sql and failures:
            failures.pop()
            raise applying.Collision("tuple concurrently updated")
        execute(connection, sql, name, shown)

    monkeypatch.setattr(applying, "_execute", colliding)
    database.apply(desired)
    assert failures == []
    assert database.apply(desired).count == 0


def test_tuple_concurrently_updated_is_a_collision(database_15: Database) -> None:
    database = database_15
    with closing(database.connect(database.name)) as one, closing(database.connect(database.name)) as two:
        one.run("CREATE TABLE busy (x int)")
        one.run("BEGIN")
        one.run("GRANT SELECT ON busy TO pg_monitor")
        threading.Timer(0.3, lambda: one.run("COMMIT")).start()
        with pytest.raises(applying.Collision, match="concurrently"):
            applying._execute(two, "GRANT SELECT ON busy TO pg_read_all_stats", database.name)


def test_a_replica_is_refused(database_15: Database) -> None:
    database = database_15

    def connect(name: str) -> pg8000.native.Connection:
        connection = database.connect(name)
        connection.run("SET default_transaction_read_only = on")
        return connection

    with pytest.raises(AccountsError, match="read-only replica; connect to the cluster's writer endpoint"):
        applying.apply(everybody(database), connect)


def test_a_wrong_certificate_password_host_and_database_are_explained(database_15: Database) -> None:
    server = database_15.server.server()
    for changed, name, message in (
        (
            replace(server, certificates=None),
            "postgres",
            "cannot trust .*: self-signed certificate.*ca_certificates",
        ),
        (replace(server, host="127.0.0.1"), "postgres", "cannot trust .*IP address mismatch"),
        (replace(server, password="wrong"), "postgres", "the password is refused"),
        (replace(server, port=1), "postgres", "cannot reach .*security groups"),
        (replace(server, host="nowhere.invalid"), "postgres", "does not resolve"),
        (server, "nowhere", "the database does not exist"),
    ):
        with pytest.raises(AccountsError, match=message) as caught:
            connecting.postgresql(changed, name)
        assert "wrong" not in str(caught.value) and server.password not in str(caught.value)


def test_a_full_connection_table_is_explained(database_15: Database) -> None:
    database = database_15
    with ExitStack() as stack, pytest.raises(AccountsError, match="all connections are in use"):
        for _ in range(60):
            stack.enter_context(closing(database.connect(database.name)))


# PUBLIC, memberships, removal: what others fell into.


def test_public_loses_what_it_had_and_nobody_who_signs_in_loses_connect(database: Database) -> None:
    bystander = database.role("bystander")
    database.run(f"CREATE ROLE {bystander} LOGIN PASSWORD 'x'", "CREATE TABLE other (x int)")
    database.run("GRANT SELECT ON other TO PUBLIC", "GRANT CREATE ON SCHEMA public TO pg_monitor")
    with closing(database.server.superuser(database.name)) as superuser:
        superuser.run("GRANT CREATE ON SCHEMA public TO PUBLIC")  # as before version 15
    database.apply(everybody(database))
    for short in Access:
        assert database.denial(short.value, "SELECT 1") is None
    with closing(database.sign_in("bystander", "x")) as connection:
        for statement in (
            "SELECT * FROM other",
            "CREATE TABLE t (x int)",
            "CREATE TEMPORARY TABLE t (x int)",
        ):
            with pytest.raises(pg8000.native.DatabaseError, match="permission denied"):
                connection.run(statement)
    database.run(f"CREATE ROLE {database.role('late')} LOGIN PASSWORD 'x'")
    with pytest.raises(pg8000.native.DatabaseError, match="permission denied for database"):
        database.sign_in("late", "x")


def test_public_is_left_alone_on_demand(database_15: Database) -> None:
    database = database_15
    database.run("CREATE TABLE other (x int)", "GRANT SELECT ON other TO PUBLIC")
    database.apply(database.desired(database.account("app", Access.READER), revoke_public=False))
    database.run(f"CREATE ROLE {database.role('late')} LOGIN PASSWORD 'x'")
    assert database.denial("late", "SELECT * FROM other", "x") is None


def test_tables_of_other_owners_are_reached_and_the_administrator_leaves_them(database_15: Database) -> None:
    database = database_15
    legacy = database.role("legacy")
    database.run(f"CREATE ROLE {legacy} LOGIN PASSWORD 'x'", f"GRANT CREATE ON SCHEMA public TO {legacy}")
    with closing(database.sign_in("legacy", "x")) as connection:
        connection.run("CREATE TABLE old (v int)")
    desired = everybody(database)
    database.apply(desired)
    assert database.denial("writer", "INSERT INTO old VALUES (1)") is None
    with closing(database.sign_in("legacy", "x")) as connection:
        connection.run("CREATE TABLE later (v int)")
    assert database.denial("reader", "SELECT * FROM later") is None
    assert database.apply(desired).count == 0
    assert _memberships(database) == []


def _memberships(database: Database) -> list[list[object]]:
    """Memberships of the administrator in this test's roles that outlast a transaction and do something."""
    usable = "AND (m.inherit_option OR m.set_option)" if database.server.version >= 16 else ""
    return database.run(
        "SELECT r.rolname FROM pg_auth_members m "
        "JOIN pg_roles r ON r.oid = m.roleid JOIN pg_roles a ON a.oid = m.member "
        f"WHERE a.rolname = '{ADMINISTRATOR}' AND r.rolname LIKE '{database.name}\\_%' {usable}"
    )


def test_the_administrator_is_no_superuser_and_keeps_no_membership(database: Database) -> None:
    database.apply(everybody(database))
    assert database.run("SELECT rolsuper FROM pg_roles WHERE rolname = current_user") == [[False]]
    assert _memberships(database) == []
    database.run("SELECT 1")  # its password still signs it in


def test_a_lasting_membership_in_an_account_is_ended_before_it_locks_the_administrator_out(
    database_15: Database,
) -> None:
    database = database_15
    app = database.role("app")
    database.run(f"CREATE ROLE {app} LOGIN", f"GRANT {app} TO {ADMINISTRATOR}")
    database.apply(database.desired(database.account("app", Access.WRITER, adopt=True)))
    assert _memberships(database) == []
    database.run("SELECT 1")
    assert database.denial("app", "SELECT 1") is None


def test_a_grant_that_locked_the_administrator_out_is_undone(database_15: Database) -> None:
    database = database_15
    app, group = database.role("app"), database.role("group")
    # A membership that the plan does not see as its own: through a group.
    database.run(
        f"CREATE ROLE {app} LOGIN", f"CREATE ROLE {group} IN ROLE {app}", f"GRANT {group} TO {ADMINISTRATOR}"
    )
    with pytest.raises(AccountsError, match="so that grant is undone"):
        database.apply(database.desired(database.account("app", Access.WRITER, adopt=True)))
    database.run(f"REVOKE {group} FROM {ADMINISTRATOR}")  # signing in works again
    database.apply(database.desired(database.account("app", Access.WRITER, adopt=True)))


def test_an_account_that_is_no_longer_declared_is_locked_and_its_objects_stay(database: Database) -> None:
    desired = everybody(database)
    database.apply(desired, batch="secret1")
    with closing(database.sign_in("migrator")) as migrator:
        migrator.run("CREATE TABLE owned (id serial, v int)")
    rest = database.desired(database.account("reader", Access.READER), revoke_public=False)
    report = database.apply(rest)
    assert any("still owns objects" in note for note in report.notes)
    for short, password in (("writer", "x"), ("owner", "x"), ("migrator", "x"), ("batch", "secret1")):
        with pytest.raises(pg8000.native.DatabaseError):
            database.sign_in(short, password)
    assert database.run("SELECT tableowner FROM pg_tables WHERE tablename = 'owned'") == [
        [database.role("owner")]
    ]
    assert database.denial("reader", "SELECT * FROM owned") is None
    assert database.apply(rest).count == 0
    # Declared again: back as it was.
    database.apply(desired)
    assert database.denial("writer", "INSERT INTO owned (v) VALUES (1)") is None


def test_objects_are_handed_to_a_declared_owner_only_if_asked(database: Database) -> None:
    database.apply(database.desired(database.account("old", Access.OWNER)))
    with closing(database.sign_in("old")) as connection:
        connection.run("CREATE TABLE owned (v int)")
    heir = database.account("heir", Access.OWNER)
    database.apply(database.desired(heir, hand_over={database.role("old"): database.role("heir")}))
    assert database.run("SELECT tableowner FROM pg_tables WHERE tablename = 'owned'") == [
        [database.role("heir")]
    ]
    assert database.denial("heir", "DROP TABLE owned") is None
    assert _memberships(database) == []


def test_what_others_made_is_not_touched(database: Database) -> None:
    other = database.role("other")
    database.run(f"CREATE ROLE {other} LOGIN PASSWORD 'x'", f"COMMENT ON ROLE {other} IS 'made by hand'")
    with pytest.raises(AccountsError, match=r"exists and was created elsewhere \(made by hand\); set adopt"):
        database.apply(database.desired(database.account("other", Access.READER)))
    database.apply(database.desired(database.account("other", Access.READER, adopt=True)))
    # Another component's accounts are not ours to remove.
    database.apply(
        replace(database.desired(database.account("mine", Access.READER)), mark=f"{database.name}-second")
    )
    assert database.denial("other", "SELECT 1") is None


def test_all_problems_come_at_once_and_nothing_is_done(database: Database) -> None:
    database.run(f"CREATE ROLE {database.role('one')}", f"CREATE ROLE {database.role('two')}")
    desired = database.desired(
        database.account("one", Access.READER),
        database.account("two", Access.READER),
        database.account("three", Access.READER, roles=("nowhere",)),
        Account(ADMINISTRATOR, grants=(Grant(database.name, Access.READER, schemas=("public",)),)),
    )
    with pytest.raises(AccountsError) as caught:
        database.apply(desired)
    for text in ("_one: exists", "_two: exists", "role 'nowhere' does not exist", "is the administrator"):
        assert text in str(caught.value)
    assert database.run(f"SELECT 1 FROM pg_roles WHERE rolname = '{database.role('three')}'") == []


def test_hostile_names_are_quoted(database: Database) -> None:
    """Validation refuses such names. Should one get through, it is still nothing but a name."""
    hostile = f"{database.name}_x\"; DROP TABLE other; --'"
    database.run("CREATE TABLE other (v int)", 'CREATE TABLE "tab""le" (v int)')
    desired = database.desired(
        Account(hostile, grants=(Grant(database.name, Access.READER, schemas=("public",)),))
    )
    database.apply(desired)
    assert database.run("SELECT count(*) FROM other") == [[0]]
    assert database.apply(desired).count == 0


def test_a_password_is_never_in_a_statement_or_the_servers_log(database: Database) -> None:
    database.apply(everybody(database), batch="Tr0ub4dor", batch_clone="Tr0ub4dor-2")
    for short, password in (("batch", "Tr0ub4dor"), ("batch_clone", "Tr0ub4dor-2")):
        with closing(database.sign_in(short, password)) as connection:
            assert connection.run("SELECT current_user") == [[database.role("batch")]]
    assert "Tr0ub4dor" not in (database.server.folder / "log").read_text(errors="replace")


def test_what_either_login_of_a_password_account_makes_belongs_to_the_account(database: Database) -> None:
    owner = database.account("app", Access.OWNER, authentication=Authentication.PASSWORD)
    database.apply(database.desired(owner), app="one", app_clone="two")
    with closing(database.sign_in("app_clone", "two")) as connection:
        connection.run("CREATE TABLE made (v int)")
    with closing(database.sign_in("app", "one")) as connection:
        connection.run("ALTER TABLE made ADD COLUMN w int")


def test_auditing_is_set_for_one_account(database_15: Database) -> None:
    database = database_15
    if not database.run("SELECT 1 FROM pg_extension WHERE extname = 'pgaudit'"):
        pytest.skip("pgaudit is not installed; .ci/run installs it")
    desired = database.desired(database.account("app", Access.WRITER, audit_log=("write",)))
    database.apply(desired)
    with closing(database.sign_in("app")) as connection:
        assert connection.run("SHOW pgaudit.log") == [["ddl,role,write"]]
    assert database.run("SELECT rolcanlogin FROM pg_roles WHERE rolname = 'rds_pgaudit'") == [[False]]
    assert database.apply(desired).count == 0
