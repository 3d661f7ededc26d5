"""The deploy-time function: reconciles accounts when Pulumi invokes it, and rotates when Secrets Manager does.

Environment: DB_ENGINE, DB_HOST, DB_PORT, and DB_SECRET_ARN of the administrator's secret.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from . import databases
from .accounts import Account, Desired, Engine, from_document
from .change import AccountsError, Report
from .connecting import Server
from .rotation import rotate
from .secret_store import SecretStore, Value, new_password

STATEMENTS_SHOWN = 100
"""Statements in the answer, which Pulumi keeps in its state; all of them are in the function's log."""


def handle(event: Mapping[str, Any], context: object = None) -> dict[str, Any]:
    """Entry point of AWS Lambda.

    `{"accounts": <document>}` reconciles; with `"dry_run": true` it only says what it would do. Pulumi adds `tf`,
    which says that the accounts are to go. `{"Step": …, "SecretId": …, "ClientRequestToken": …}` is a rotation.
    """
    store = SecretStore()
    server = _server(store)
    if "Step" in event:
        rotate(event["Step"], event["SecretId"], event["ClientRequestToken"], store, server)
        return {}
    try:
        desired = from_document(event["accounts"])
    except (KeyError, ValueError) as error:
        raise AccountsError(f"the function was invoked with something else than accounts: {error}") from None
    if event.get("tf", {}).get("action") == "delete":
        # Nothing is dropped: objects may belong to these accounts, and views run as them.
        desired = replace(desired, accounts=(), revoke_public=False, audit=False, hand_over={})
    if event.get("dry_run"):
        found = databases.plans(desired, server)
        return _answer(
            Report(
                {plan.database: [statement.sql for statement in plan.statements] for plan in found},
                [note for plan in found for note in (*plan.problems, *plan.notes)],
            )
        )
    report = databases.apply(desired, server, _passwords(desired, store, server))
    for database, statements in report.statements.items():
        for sql in statements:
            print(json.dumps({"database": database, "statement": sql}))
    return _answer(report)


def _server(store: SecretStore) -> Server:
    secret = os.environ["DB_SECRET_ARN"]
    value = store.read(secret)
    if value is None:
        raise AccountsError(f"{secret}: the administrator's secret has no value yet; run again in a minute")
    return Server(
        engine=Engine(os.environ["DB_ENGINE"]),
        host=os.environ["DB_HOST"],
        port=int(os.environ["DB_PORT"]),
        user=str(value["username"]),
        password=str(value["password"]),
    )


def _passwords(desired: Desired, store: SecretStore, server: Server) -> dict[str, str]:
    """Login -> password, where the one in the account's secret does not work (yet)."""
    found = {}
    for account in desired.accounts:
        if account.secret is None:
            continue
        value = _secret_of(account, account.secret, desired, store, server)
        login, password = str(value["username"]), str(value["password"])
        if login not in account.logins:
            raise AccountsError(
                f"{account.secret}: is of the login '{login}', not of '{account.name}'; remove its value, or put that "
                "login's there"
            )
        if not databases.can_sign_in(server, str(value["dbname"]), login, password):
            found[login] = password
    return found


def _secret_of(account: Account, secret: str, desired: Desired, store: SecretStore, server: Server) -> Value:
    """What the account's secret holds; its value is made here, so that Pulumi never sees a password."""
    held = store.read(secret)
    databases_named = [grant.database for grant in account.grants] or [desired.database]
    value = {
        "username": account.name,
        "password": "",
        **(held or {}),
        "engine": "postgres" if desired.engine is Engine.POSTGRESQL else "mysql",
        "host": server.host,
        "port": server.port,
        "dbname": databases_named[0],
        "account": account.name,
    }
    value["password"] = value["password"] or new_password()
    if value != held:
        store.write(secret, value)
    return value


def _answer(report: Report) -> dict[str, Any]:
    statements = [f"{database}: {sql}" for database, each in report.statements.items() for sql in each]
    return {
        "changes": len(statements),
        "statements": statements[:STATEMENTS_SHOWN],
        "notes": report.notes,
    }
