"""Plans against a PostgreSQL server, and their application."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import partial

from pg8000.native import Connection, Error, identifier

from ..accounts import Desired
from ..change import AccountsError, Plan, Report
from ..connecting import database_error
from . import catalog
from .passwords import set_password
from .plan import IAM_ROLE, mark, plan

Connect = Callable[[str], Connection]
"""Opens a connection to a database as the administrator."""

HOME = "postgres"
"""The database every run meets in: an advisory lock belongs to one database, roles belong to all."""

LOCK = 0x6175726F7261
"""Number of the advisory lock: `aurora` in ASCII."""

LOCK_TIMEOUT_SECONDS = 60

ATTEMPTS = 5
"""Tries of one transaction that met another's change of the same row."""

_IAM = identifier(IAM_ROLE)

_TRANSIENT = ("40001", "40P01")
"""Serialization failure, deadlock."""

# Databases in which a role that is no longer declared still has something.
_LEFTOVERS = """
select distinct d.datname
from pg_shdepend s
join pg_database d on d.oid = s.dbid
join pg_roles r on r.oid = s.refobjid
where s.refclassid = 'pg_authid'::regclass and shobj_description(r.oid, 'pg_authid') = :mark
"""


def plans(desired: Desired, connect: Connect) -> list[Plan]:
    """What `apply` would do, a plan for each database, without doing it."""
    with _open(connect, HOME) as home:
        present = _databases(home)
        result = []
        for index, name in enumerate(_visited(desired, home)):
            if name in present:
                with _open(connect, name) as connection:
                    result.append(plan(desired, catalog.read(connection), roles=index == 0))
            else:
                result.append(
                    plan(desired, catalog.for_new_database(catalog.read(home), name), roles=index == 0)
                )
                result[-1].prepend(f"CREATE DATABASE {identifier(name)}")
        return result


def apply(desired: Desired, connect: Connect, passwords: Mapping[str, str] | None = None) -> Report:
    """Make every database as desired, each in one transaction, and give the logins of `passwords` theirs.

    Raises `AccountsError`, and then the database it names is as it was; running again does the rest.
    """
    with _open(connect, HOME) as home:
        _refuse_replica(home)
        _lock(home)
        report = Report()
        present = _databases(home)
        visited = _visited(desired, home)
        if len(visited) > 1:  # the problems of all databases before the first change
            _refuse([problem for each in plans(desired, connect) for problem in _problems(each)])
        for name in visited:
            if name not in present:
                statement = f"CREATE DATABASE {identifier(name)}"
                _execute(home, statement, name)
                report.did(name, [statement])
            _retry(partial(_apply_to, desired, connect, name, passwords or {}, report))
            _check_administrator(desired, home, connect, report)
        return report


def _check_administrator(desired: Desired, home: Connection, connect: Connect, report: Report) -> None:
    """Undo what locked the administrator out, while its session is still open."""
    granted = [
        sql
        for statements in report.statements.values()
        for sql in statements
        if sql.startswith(f"GRANT {_IAM} TO ")
    ]
    if not granted:
        return
    try:
        with _open(connect, HOME):
            return
    except AccountsError as error:
        for sql in granted:
            _execute(home, sql.replace("GRANT", "REVOKE", 1).replace(" TO ", " FROM ", 1), HOME)
        raise AccountsError(
            f"{error}. Signing in worked until {IAM_ROLE} was granted to accounts, so that grant is undone: the "
            "administrator is a member of one of these accounts, and so of it; end that membership and run again"
        ) from None


def set_login_password(connect: Connect, login: str, password: str) -> None:
    """Give one login a password, and nothing else."""
    with _open(connect, HOME) as home:
        _execute(home, set_password(login, password), HOME, shown=f"ALTER ROLE {identifier(login)} PASSWORD")


def _apply_to(
    desired: Desired, connect: Connect, name: str, passwords: Mapping[str, str], report: Report
) -> None:
    with _open(connect, name) as connection:
        connection.execute_simple("BEGIN")
        try:
            found = plan(desired, catalog.read(connection))
            _refuse(_problems(found))
            for statement in found.statements:
                _execute(connection, statement.sql, name)
            if name == desired.database:
                for login, password in passwords.items():
                    shown = f"ALTER ROLE {identifier(login)} PASSWORD"
                    _execute(connection, set_password(login, password), name, shown)
            _execute(connection, "COMMIT", name)
        except BaseException:
            _rollback(connection)
            raise
        report.did(name, [statement.sql for statement in found.statements])
        report.notes.extend(note for note in found.notes if note not in report.notes)


def _problems(found: Plan) -> list[str]:
    return [f"{found.database}: {problem}" for problem in found.problems]


def _refuse(problems: Sequence[str]) -> None:
    if problems:
        raise AccountsError("\n".join(problems))


def _databases(home: Connection) -> frozenset[str]:
    return frozenset(name for [name] in home.run("select datname from pg_database where datallowconn"))


def _visited(desired: Desired, home: Connection) -> Sequence[str]:
    leftovers = [name for [name] in home.run(_LEFTOVERS, mark=mark(desired))]
    return list(dict.fromkeys([*desired.databases, *sorted(leftovers)]))


def _refuse_replica(home: Connection) -> None:
    [[recovering, read_only]] = home.run(
        "select pg_is_in_recovery(), current_setting('transaction_read_only') = 'on'"
    )
    if recovering or read_only:
        raise AccountsError("the database is a read-only replica; connect to the cluster's writer endpoint")


def _lock(home: Connection) -> None:
    home.run(f"set lock_timeout = '{LOCK_TIMEOUT_SECONDS}s'")
    _execute(home, f"select pg_advisory_lock({LOCK})", HOME)
    home.run("set lock_timeout = 0")


def _retry(run: Callable[[], None]) -> None:
    for attempt in range(ATTEMPTS):
        try:
            return run()
        except Collision as collision:
            if attempt == ATTEMPTS - 1:
                raise AccountsError(str(collision)) from None
            time.sleep(0.1 * 2**attempt)
    return None


class Collision(Exception):
    """Another session changed the same row; the transaction was undone and can be tried again."""


def _execute(connection: Connection, sql: str, database: str, shown: str | None = None) -> None:
    try:
        connection.execute_simple(sql)
    except (Error, OSError) as error:
        code, text = database_error(error)
        message = f"{database}: {_reason(code, text)}; the statement was: {shown or sql}"
        if code in _TRANSIENT or (code == "XX000" and "concurrently" in text):
            raise Collision(message) from None
        raise AccountsError(message) from None


def _reason(code: str, text: str) -> str:
    if code == "55P03":
        return f"another run has held the lock for {LOCK_TIMEOUT_SECONDS} seconds; run again when it is done"
    if code == "25006":
        return "the database is a read-only replica; connect to the cluster's writer endpoint"
    if not code:
        return f"the connection was lost ({text}), and nothing of this transaction was kept; run again"
    return text


def _rollback(connection: Connection) -> None:
    with suppress(Error, OSError):  # without a connection, the server undoes the transaction by itself
        connection.execute_simple("ROLLBACK")


@contextmanager
def _open(connect: Connect, database: str) -> Iterator[Connection]:
    connection = connect(database)
    try:
        yield connection
    finally:
        with suppress(Error, OSError):
            connection.close()
