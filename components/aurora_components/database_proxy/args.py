"""What a DatabaseProxy is told."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NotRequired, TypedDict

from pulumi import Input

from ..support.enums import Engine, Protection, StrList, StrMap


class ClientPasswordAuth(StrEnum):
    """How the proxy proves itself to the database with a password from a secret. MD5 is not offered."""

    POSTGRES_SCRAM_SHA_256 = "POSTGRES_SCRAM_SHA_256"
    """SCRAM of Aurora PostgreSQL."""
    MYSQL_CACHING_SHA2_PASSWORD = "MYSQL_CACHING_SHA2_PASSWORD"
    """SHA-256 of Aurora MySQL 3."""
    MYSQL_NATIVE_PASSWORD = "MYSQL_NATIVE_PASSWORD"
    """SHA-1 of Aurora MySQL, for database users that still use it."""


class PoolSettings(TypedDict):
    """The proxy's pool of connections to the database."""

    max_connections_percent: NotRequired[int]
    """Part of the database's `max_connections` the proxy may use, 1 to 100. Default 100."""
    max_idle_connections_percent: NotRequired[int]
    """Part of `max_connections` kept open when idle, 0 to `max_connections_percent`. Default 50."""
    connection_borrow_timeout_seconds: NotRequired[int]
    """Seconds a client waits for a connection from the pool, 0 to 300. Default 120."""
    session_pinning_filters: NotRequired[Sequence[str]]
    """SQL that does not pin a session to its connection: `EXCLUDE_VARIABLE_SETS`."""
    init_query: NotRequired[str]
    """SQL run on every new connection, such as `SET TIME ZONE UTC`. It must not hold a secret."""


class ProxySettings(TypedDict):
    """What a proxy is like."""

    end_to_end_iam: NotRequired[bool]
    """Sign in to the database with IAM too, so that no password exists. Give `db_users` then. Default: without
    `secret_arns`."""
    db_users: NotRequired[Sequence[str]]
    """With `end_to_end_iam`: database users the proxy may sign in as, case included."""
    secret_arns: NotRequired[StrMap]
    """Without `end_to_end_iam`: secrets with a user and password, one for each database user: a permanent key of
    your choice to the ARN."""
    secret_kms_key_arns: NotRequired[StrMap]
    """Keys of `secret_arns` where it is not the cluster's key: a permanent key of your choice to the ARN."""
    client_password_auth_type: NotRequired[ClientPasswordAuth]
    """With `secret_arns`: how the proxy signs in. Default: SCRAM, or caching_sha2_password for MySQL."""
    read_only_endpoint: NotRequired[bool]
    """Also make an endpoint that leads to the readers. Default false."""
    pool: NotRequired[PoolSettings]
    """The pool of connections to the database."""
    idle_client_timeout_seconds: NotRequired[int]
    """Seconds until an idle client is cut off, 1 to 28800. Default 1800."""
    allowed_security_groups: NotRequired[StrMap]
    """Security groups that may connect: a permanent key of your choice to the id. AppAccess does the same for one
    application."""
    proxy_name: NotRequired[str]
    """Name of the proxy, at most 60 characters. Default: `<component name>-<stack>`."""
    log_retention_days: NotRequired[int]
    """Days the log is kept. Default 365."""
    adopt_existing_log_group: NotRequired[bool]
    """Take over the log group that an earlier proxy of this name left. True for one update, then remove it.
    Default: false; the update then fails with "already exists"."""
    kms_key_arn: NotRequired[Input[str]]
    """Key of the log. Its policy must let CloudWatch Logs use it. Default: the cluster's key."""


class DatabaseProxyArgs(ProxySettings):
    """An RDS Proxy for one cluster. TLS and IAM authentication of clients are always required."""

    connection: Input[str]
    """The `connection` output of the AuroraCluster."""
    engine: Engine
    """Engine of that cluster."""
    vpc_id: Input[str]
    """VPC of the cluster."""
    subnet_ids: StrList
    """Private subnets in two availability zones or more. They cannot be changed later: a proxy stays where it is."""
    protection: NotRequired[Protection]
    """Whether the log outlives the proxy. Default locked."""
    allow_deletion: NotRequired[bool]
    """Lift the protection, so that the next update may delete the proxy. Set it for one update, then delete,
    then remove it; see the guide on changing a locked stack. Default: false."""
    permissions_boundary_arn: NotRequired[Input[str]]
    """Permissions boundary of the proxy's role."""
    iam_path: NotRequired[str]
    """Path of the proxy's role and policy, such as `/databases/`."""
    region: NotRequired[str]
    """Region of the cluster, where it is not the provider's."""
    tags: NotRequired[StrMap]
    """Tags of everything created."""
