"""Plans against a MySQL server, and their application."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress

import pymysql

from ..accounts import Desired
from ..change import AccountsError, Plan, Report
from ..connecting import database_error
from .catalog import Cursor, read
from .plan import PASSWORD_PLUGIN, account_name, literal, plan

Connect = Callable[[], "pymysql.connections.Connection[pymysql.cursors.Cursor]"]
"""Opens a connection as the administrator."""

LOCK = "aurora-guardrails"
"""Name of the lock that one run holds."""

LOCK_TIMEOUT_SECONDS = 60


def plans(desired: Desired, connect: Connect) -> list[Plan]:
    """What `apply` would do, without doing it."""
    with _open(connect) as cursor:
        return [plan(desired, read(cursor))]


def apply(desired: Desired, connect: Connect, passwords: Mapping[str, str] | None = None) -> Report:
    """Make the server as desired, and give the logins of `passwords` theirs.

    MySQL commits each statement. Raises `AccountsError`; what was done by then stays, running again does the rest.
    """
    with _open(connect) as cursor:
        _refuse_replica(cursor)
        _lock(cursor)
        found = plan(desired, read(cursor))
        if found.problems:
            raise AccountsError("\n".join(found.problems))
        report = Report()
        passwords = dict(passwords or {})
        for statement in found.statements:
            # A password must be in place before its account is unlocked.
            for login in [each for each in passwords if statement.sql == _unlock(each)]:
                _set_password(cursor, login, passwords.pop(login))
            _execute(cursor, statement.sql)
            report.did(found.database, [statement.sql])
        for login, password in passwords.items():
            _set_password(cursor, login, password)
        report.notes = found.notes
        return report


def set_login_password(connect: Connect, login: str, password: str) -> None:
    """Give one login a password, and nothing else."""
    with _open(connect) as cursor:
        _set_password(cursor, login, password)


def _unlock(login: str) -> str:
    return f"ALTER USER {account_name(login)} ACCOUNT UNLOCK"


def _set_password(cursor: Cursor, login: str, password: str) -> None:
    # The server writes the statement to its logs without the password.
    # The plugin is named, because without it MySQL would change it to the server's default.
    shown = f"ALTER USER {account_name(login)} IDENTIFIED WITH {PASSWORD_PLUGIN} BY"
    _execute(cursor, f"{shown} {literal(password)}", shown)


def _refuse_replica(cursor: Cursor) -> None:
    cursor.execute("SELECT @@innodb_read_only, @@read_only")
    if any(int(flag) for flag in cursor.fetchall()[0]):
        raise AccountsError("the database is a read-only replica; connect to the cluster's writer endpoint")


def _lock(cursor: Cursor) -> None:
    cursor.execute(f"SELECT GET_LOCK({literal(LOCK)}, {LOCK_TIMEOUT_SECONDS})")
    if cursor.fetchall()[0][0] != 1:
        raise AccountsError(
            f"another run has held the lock for {LOCK_TIMEOUT_SECONDS} seconds; run again when it is done"
        )


def _execute(cursor: Cursor, sql: str, shown: str | None = None) -> None:
    try:
        cursor.execute(sql)
    except (pymysql.Error, OSError) as error:
        code, text = database_error(error)
        if code in ("2006", "2013", "0", ""):
            text = f"the connection was lost ({text}); run again, and it does the rest"
        raise AccountsError(f"{text}; the statement was: {shown or sql}") from None


@contextmanager
def _open(connect: Connect) -> Iterator[Cursor]:
    connection = connect()
    try:
        with closing(connection.cursor()) as cursor:
            yield cursor
    finally:
        with suppress(pymysql.Error, OSError):
            connection.close()
