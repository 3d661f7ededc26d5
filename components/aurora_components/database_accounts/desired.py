"""From arguments to the document that the function is invoked with."""

from collections.abc import Mapping
from typing import Any

from aurora_accounts.accounts import Access, Account, Authentication, Desired, Engine, Grant

from ..support.enums import Engine as AuroraEngine
from .args import AccountsSettings, DatabaseAccount

ENGINES = {AuroraEngine.POSTGRESQL: Engine.POSTGRESQL, AuroraEngine.MYSQL: Engine.MYSQL}


def desired(settings: AccountsSettings, engine: AuroraEngine, database: str, mark: str) -> Desired:
    """The accounts as the function understands them, migrators acting as their owner."""
    kind = ENGINES[engine]
    accounts = tuple(
        _account(name, account, kind, database, mark)
        for name, account in settings.get("accounts", {}).items()
    )
    return Desired(
        engine=kind,
        database=database,
        mark=mark,
        accounts=accounts,
        revoke_public=settings.get("revoke_public", True),
        audit=settings.get("audit", True),
        hand_over=settings.get("hand_over", {}),
    ).resolved()


def signs_in_with_password(account: DatabaseAccount) -> bool:
    """Whether the account has a password, and so a secret."""
    return account.get("authentication") == Authentication.PASSWORD.value


def secret_name(mark: str, account: str) -> str:
    """Name of the secret of a password account."""
    return f"{mark}/{account}"


def _account(name: str, account: DatabaseAccount, engine: Engine, database: str, mark: str) -> Account:
    given: Mapping[str, Any] = account
    grants = account.get("grants", ())
    if "access" in account:
        grants = ({"access": account["access"]}, *grants)
    return Account(
        name=name,
        authentication=Authentication(given.get("authentication", Authentication.IAM)),
        grants=tuple(_grant(grant, engine, database) for grant in grants),
        connection_limit=given.get("connection_limit"),
        statement_timeout_seconds=given.get("statement_timeout_seconds"),
        roles=tuple(given.get("roles", ())),
        audit_log=tuple(given.get("audit_log", ())),
        acts_as=given.get("acts_as"),
        adopt=given.get("adopt", False),
        secret=secret_name(mark, name) if signs_in_with_password(account) else None,
    )


def _grant(grant: Mapping[str, Any], engine: Engine, database: str) -> Grant:
    schemas = grant.get("schemas", ("public",) if engine is Engine.POSTGRESQL else ())
    return Grant(
        database=grant.get("database", database),
        access=Access(grant["access"]) if "access" in grant else None,
        privileges=tuple(each.upper() for each in grant.get("privileges", ())),
        schemas=tuple(schemas),
        tables=tuple(grant.get("tables", ())),
    )
