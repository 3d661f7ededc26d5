"""One way to plan, apply and set passwords, whatever the engine."""

from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace

from . import connecting
from .accounts import Desired, Engine
from .change import AccountsError, Plan, Report
from .connecting import Server
from .mysql import apply as mysql
from .postgresql import apply as postgresql


def plans(desired: Desired, server: Server) -> list[Plan]:
    """What `apply` would do, a plan for each database, without doing it."""
    if desired.engine is Engine.POSTGRESQL:
        return postgresql.plans(desired, lambda database: connecting.postgresql(server, database))
    return mysql.plans(desired, lambda: connecting.mysql(server))


def apply(desired: Desired, server: Server, passwords: Mapping[str, str] | None = None) -> Report:
    """Make the accounts as desired, and give the logins of `passwords` theirs. Raises `AccountsError`."""
    if desired.engine is Engine.POSTGRESQL:
        return postgresql.apply(desired, lambda database: connecting.postgresql(server, database), passwords)
    return mysql.apply(desired, lambda: connecting.mysql(server), passwords)


def set_login_password(server: Server, login: str, password: str) -> None:
    """Give one login a password, as the administrator."""
    if server.engine is Engine.POSTGRESQL:
        postgresql.set_login_password(
            lambda database: connecting.postgresql(server, database), login, password
        )
    else:
        mysql.set_login_password(lambda: connecting.mysql(server), login, password)


def can_sign_in(server: Server, database: str, login: str, password: str) -> bool:
    """Whether a login's password works. Raises `AccountsError` where the database cannot even be reached."""
    account = replace(server, user=login, password=password)
    try:
        if server.engine is Engine.POSTGRESQL:
            connecting.postgresql(account, database).close()
        else:
            with closing(connecting.mysql(account)):
                pass
    except AccountsError as error:
        if "cannot sign in" in str(error):
            return False
        raise
    return True
