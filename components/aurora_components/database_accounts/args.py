"""Arguments of a DatabaseAccounts."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Literal, NotRequired, TypedDict

from pulumi import Input

from ..support.enums import EngineName, ProtectionName, StrList, StrMap


class AccountAccess(StrEnum):
    """What an account may do, in one word. The guide to database accounts has the whole table."""

    READER = "reader"
    """Read tables and views."""
    WRITER = "writer"
    """Read and change rows, and use sequences."""
    MIGRATOR = "migrator"
    """Change the schema too: with PostgreSQL as the owner, which then owns what it creates."""
    OWNER = "owner"
    """Own the schema's objects."""


class AccountAuthentication(StrEnum):
    """How an account signs in."""

    IAM = "iam"
    """With an IAM token of 15 minutes; no password exists."""
    PASSWORD = "password"
    """With a password in a secret of its own, which rotates between two logins."""
    NONE = "none"
    """Not at all: an owner of PostgreSQL that migrators act as."""


if TYPE_CHECKING:
    AccountAccessName = AccountAccess | Literal["reader", "writer", "migrator", "owner"]
    AccountAuthenticationName = AccountAuthentication | Literal["iam", "password", "none"]
else:
    AccountAccessName = AccountAccess
    AccountAuthenticationName = AccountAuthentication


class AccountGrant(TypedDict):
    """What an account may do in one database. Give `access` or `privileges`."""

    access: NotRequired[AccountAccessName]
    """What it may do, in one word."""
    privileges: NotRequired[Sequence[str]]
    """What it may do to tables, in the engine's words, such as `SELECT`; for PostgreSQL also `CREATE` (in the
    schemas) and `TEMPORARY`."""
    database: NotRequired[str]
    """The database, which is created if it does not exist. Default: the database of the component."""
    schemas: NotRequired[Sequence[str]]
    """PostgreSQL: schemas, which are created if they do not exist. Default `public`."""
    tables: NotRequired[Sequence[str]]
    """Names of tables, with `*` and `?` as wildcards. Default: all tables, those created later too. A table that is
    created later and matches a pattern is granted at the next run."""


class DatabaseAccount(TypedDict):
    """One account. Its key is its name."""

    access: NotRequired[AccountAccessName]
    """What it may do in the component's database, in one word."""
    grants: NotRequired[Sequence[AccountGrant]]
    """Instead of `access`: what it may do, by database, schema and table."""
    authentication: NotRequired[AccountAuthenticationName]
    """How it signs in. Default IAM."""
    connection_limit: NotRequired[int]
    """Most connections it may hold at once. Default: no limit of its own."""
    statement_timeout_seconds: NotRequired[int]
    """PostgreSQL: longest time a statement of it may run. Default: the cluster's."""
    audit_log: NotRequired[Sequence[str]]
    """PostgreSQL: pgaudit classes logged for it on top of the cluster's, such as `write`."""
    roles: NotRequired[Sequence[str]]
    """Existing roles of the database that it is a member of, such as `AWS_LAMBDA_ACCESS` of MySQL."""
    acts_as: NotRequired[str]
    """PostgreSQL: the owner a migrator works for. Default: the only owner of its databases."""
    adopt: NotRequired[bool]
    """Take over an account of this name that was created elsewhere. Default false: the run refuses it."""


class AccountsSettings(TypedDict):
    """The accounts of a database, and how they are kept."""

    accounts: NotRequired[Mapping[str, DatabaseAccount]]
    """The accounts, by name. One that is no longer here is locked and loses its privileges; nothing is dropped."""
    database: NotRequired[str]
    """The database they are for. Default: the cluster's `database_name`."""
    revoke_public: NotRequired[bool]
    """PostgreSQL: take from PUBLIC what every login would otherwise have. Whoever signs in keeps CONNECT. Default
    true."""
    audit: NotRequired[bool]
    """PostgreSQL: create the extension pgaudit and its role. Default true."""
    hand_over: NotRequired[Mapping[str, str]]
    """PostgreSQL: an account that is no longer declared, to the owner account that gets its objects."""
    rotation_days: NotRequired[int]
    """Days between rotations of the passwords, 1 to 1000. Default 30."""
    endpoint_security_group_id: NotRequired[Input[str]]
    """Security group of the VPC's endpoint secretsmanager, which the function has to reach."""
    ca_certificates: NotRequired[str]
    """PEM text of certificate authorities that the package does not carry: of China, GovCloud and new regions."""
    reserved_concurrency: NotRequired[int]
    """Runs of the function at once. Default 1; -1 reserves nothing, for accounts whose limit is too low."""
    log_retention_days: NotRequired[int]
    """Days the function's log is kept. Default 365."""


class DatabaseAccountsArgs(AccountsSettings):
    """Accounts inside one cluster, made by a function in its VPC at each change."""

    connection: Input[str]
    """The `connection` output of the AuroraCluster."""
    engine: EngineName
    """Engine of that cluster."""
    vpc_id: Input[str]
    """VPC of the cluster."""
    subnet_ids: StrList
    """Private subnets in two availability zones or more, such as those of the database."""
    kms_key_arn: NotRequired[Input[str]]
    """Key of the log, the function's environment and the secrets. Default: the cluster's key."""
    protection: NotRequired[ProtectionName]
    """Whether log and secrets outlive the component, and whether its accounts are locked when it is destroyed.
    Default locked."""
    permissions_boundary_arn: NotRequired[Input[str]]
    """Permissions boundary of the function's role."""
    iam_path: NotRequired[str]
    """Path of the function's role and policy, such as `/databases/`."""
    region: NotRequired[str]
    """Region of the cluster, where it is not the provider's."""
    tags: NotRequired[StrMap]
    """Tags of everything created."""
