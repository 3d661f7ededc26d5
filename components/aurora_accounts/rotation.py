"""Rotation with alternating users: the login that applications use keeps its password until the next rotation.

Secrets Manager calls four steps, each any number of times. At every step the secret's current login works; the
other one, which nobody uses, gets the new password, is tried, and only then becomes the current one.
"""

from . import databases
from .accounts import CLONE_SUFFIX
from .change import AccountsError
from .connecting import Server
from .secret_store import CURRENT, PENDING, SecretStore, Value, new_password
from .validation import ADMIN_USERS


def rotate(step: str, secret: str, token: str, store: SecretStore, server: Server) -> None:
    """Do one step for one version of a secret. Raises `AccountsError`."""
    stages = store.versions(secret).get(token)
    if stages is None:
        raise AccountsError(f"{secret}: has no version {token} to rotate to; start the rotation again")
    if CURRENT in stages:
        return  # an earlier call got that far
    if PENDING not in stages:
        raise AccountsError(f"{secret}: version {token} is not {PENDING}; start the rotation again")
    current = store.read(secret)
    if current is None:
        raise AccountsError(f"{secret}: has no current value; update the stack, which gives it one")
    if step == "createSecret":
        _create(secret, token, store, current)
        return
    pending = store.read(secret, PENDING, token)
    if pending is None:
        raise AccountsError(f"{secret}: has no pending value; start the rotation again")
    _check(secret, pending, current, server)
    login, password = str(pending["username"]), str(pending["password"])
    if step == "setSecret":
        if not databases.can_sign_in(server, pending["dbname"], login, password):
            databases.set_login_password(server, login, password)
    elif step == "testSecret":
        if not databases.can_sign_in(server, pending["dbname"], login, password):
            raise AccountsError(
                f"{secret}: '{login}' cannot sign in with its new password; the former one still works"
            )
    elif step == "finishSecret":
        versions = store.versions(secret).items()
        former = next((version for version, stages in versions if CURRENT in stages), None)
        store.make_current(secret, token, former)
    else:
        raise AccountsError(f"'{step}' is no step of a rotation")


def other_login(value: Value) -> str:
    """The login that is not in use."""
    account = str(value.get("account", value["username"]))
    return account if value["username"] != account else f"{account}{CLONE_SUFFIX}"


def _create(secret: str, token: str, store: SecretStore, current: Value) -> None:
    if store.read(secret, PENDING, token) is None:
        value = {**current, "username": other_login(current), "password": new_password()}
        store.write(secret, value, PENDING, token)


def _check(secret: str, pending: Value, current: Value, server: Server) -> None:
    """Change no login but the account's own, whatever somebody wrote into the secret."""
    login = pending["username"]
    if login != other_login(current) or str(login).lower() in {server.user.lower(), *ADMIN_USERS}:
        raise AccountsError(
            f"{secret}: the pending login is not the account's other one, so its password is not touched; start the "
            "rotation again"
        )
