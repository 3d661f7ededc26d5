"""The accounts that should exist, as data."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from typing import Any

VERSION = 1
"""Version of the document's layout, its field `version`."""

CLONE_SUFFIX = "_clone"
"""A password account has a second login of this suffix: rotation alternates between the two."""


class Engine(StrEnum):
    """Database engine, without AWS's prefix."""

    POSTGRESQL = "postgresql"
    MYSQL = "mysql"


class Access(StrEnum):
    """What an account may do, in one word."""

    READER = "reader"
    WRITER = "writer"
    MIGRATOR = "migrator"
    OWNER = "owner"


class Authentication(StrEnum):
    """How an account signs in."""

    IAM = "iam"
    PASSWORD = "password"
    NONE = "none"


@dataclass(frozen=True)
class Grant:
    """What an account may do in one database."""

    database: str
    access: Access | None = None
    """One word for a set of privileges; None where `privileges` says them."""
    privileges: tuple[str, ...] = ()
    """Privileges on tables, in the engine's own words, where `access` is None."""
    schemas: tuple[str, ...] = ()
    """PostgreSQL: schemas it reaches. MySQL has none."""
    tables: tuple[str, ...] = ()
    """Patterns of table names, with `*` and `?`. Empty: all tables, those of tomorrow too."""


@dataclass(frozen=True)
class Account:
    """One account of the database."""

    name: str
    authentication: Authentication = Authentication.IAM
    grants: tuple[Grant, ...] = ()
    connection_limit: int | None = None
    statement_timeout_seconds: int | None = None
    roles: tuple[str, ...] = ()
    """Existing roles of the database that it is a member of."""
    audit_log: tuple[str, ...] = ()
    """PostgreSQL: pgaudit classes logged for this account, on top of the cluster's."""
    acts_as: str | None = None
    """PostgreSQL: the owner account in whose name a migrator works, so that the owner owns what it creates."""
    adopt: bool = False
    """Take over an account that exists and was created elsewhere."""
    secret: str | None = None
    """Name of the secret of a password account."""

    @property
    def clone(self) -> str | None:
        """The second login of a password account."""
        return f"{self.name}{CLONE_SUFFIX}" if self.authentication is Authentication.PASSWORD else None

    @property
    def migrates(self) -> bool:
        """Whether it is a migrator and nothing else."""
        return bool(self.grants) and all(grant.access is Access.MIGRATOR for grant in self.grants)

    @property
    def logins(self) -> tuple[str, ...]:
        """Every name the account has in the database."""
        return (self.name, self.clone) if self.clone else (self.name,)


@dataclass(frozen=True)
class Desired:
    """The whole of what should be."""

    engine: Engine
    database: str
    """The database that grants name by default."""
    mark: str
    """Identity of who manages these accounts. It is recorded with each account, so that nothing else is touched."""
    accounts: tuple[Account, ...] = ()
    revoke_public: bool = True
    """PostgreSQL: take from PUBLIC what every account would otherwise have in these databases."""
    audit: bool = True
    """PostgreSQL: create the extension pgaudit and its role."""
    hand_over: Mapping[str, str] = field(default_factory=dict)
    """Account that is no longer declared -> declared owner that gets its objects."""

    @property
    def databases(self) -> tuple[str, ...]:
        """Every database that a grant names, the default one first."""
        named = [grant.database for account in self.accounts for grant in account.grants]
        return tuple(dict.fromkeys([self.database, *named]))

    def owners(self, account: Account) -> list[Account]:
        """The owner accounts that own in every database in which a migrator works."""
        places = {grant.database for grant in account.grants}
        return [
            each
            for each in self.accounts
            if places <= {grant.database for grant in each.grants if grant.access is Access.OWNER}
        ]

    def resolved(self) -> "Desired":
        """The same, with each migrator of PostgreSQL acting as the owner where there is just one."""
        return replace(self, accounts=tuple(self._resolved(account) for account in self.accounts))

    def _resolved(self, account: Account) -> Account:
        owners = self.owners(account)
        if (
            self.engine is not Engine.POSTGRESQL
            or not account.migrates
            or account.acts_as
            or len(owners) != 1
        ):
            return account
        return replace(account, acts_as=owners[0].name)

    def document(self) -> dict[str, Any]:
        """The same as JSON."""
        return {"version": VERSION, **asdict(self)}


def from_document(document: Mapping[str, Any]) -> Desired:
    """Read what `Desired.document` wrote. Raises `ValueError` where it is something else."""
    version = document.get("version")
    if version != VERSION:
        raise ValueError(
            f"accounts: layout version {version!r} is not {VERSION}; use the same release on both sides"
        )
    try:
        accounts = tuple(_account(each) for each in document["accounts"])
        return Desired(
            engine=Engine(document["engine"]),
            database=document["database"],
            mark=document["mark"],
            accounts=accounts,
            revoke_public=document["revoke_public"],
            audit=document["audit"],
            hand_over=dict(document["hand_over"]),
        )
    except (KeyError, TypeError) as error:
        raise ValueError(f"accounts: not a document of accounts ({error})") from None


def _account(document: Mapping[str, Any]) -> Account:
    grants = tuple(
        Grant(
            database=grant["database"],
            access=Access(grant["access"]) if grant["access"] else None,
            privileges=_strings(grant["privileges"]),
            schemas=_strings(grant["schemas"]),
            tables=_strings(grant["tables"]),
        )
        for grant in document["grants"]
    )
    return Account(
        **{
            **document,
            "authentication": Authentication(document["authentication"]),
            "grants": grants,
            "roles": _strings(document["roles"]),
            "audit_log": _strings(document["audit_log"]),
        }
    )


def _strings(values: Sequence[Any]) -> tuple[str, ...]:
    return tuple(str(value) for value in values)
