"""Arguments of an AuroraDatabase."""

from collections.abc import Mapping
from typing import NotRequired

from pulumi import Input

from ..access_host import AccessHostSettings
from ..app_access import ApplicationAccess
from ..aurora_cluster import (
    ClusterSettings,
)
from ..backup_plan import BackupPlanSettings
from ..database_accounts import AccountsSettings
from ..database_accounts.args import AccountAccessName
from ..database_key import KeySettings
from ..database_personas import PersonaSettings
from ..database_proxy import ProxySettings
from ..network import NetworkSettings
from ..observability import ObservabilitySettings


class DatabaseApplication(ApplicationAccess):
    """What one application may do with the database."""

    access: NotRequired[AccountAccessName]
    """Also make its accounts inside the database, those of `db_users`, with this access. Default: they are made
    elsewhere, or declared in `accounts`."""
    through_proxy: NotRequired[bool]
    """Whether it connects through the proxy. Default: where there is one, but not with the Data API or the
    admin user."""


class DatabaseAccessHost(AccessHostSettings):
    """A host through which people reach the database."""

    subnet_id: NotRequired[Input[str]]
    """Private subnet of the host. Default: the first of the app tier, else of the database tier."""
    endpoint_security_group_id: NotRequired[Input[str]]
    """With an adopted network, and only then: security group of its endpoints ssm, ssmmessages and
    ec2messages."""


class AuroraDatabaseArgs(ClusterSettings):
    """Arguments of an AuroraDatabase: those of its cluster, and those of the parts around it. The engine and its
    version are enough; the instances are then serverless."""

    network: NotRequired[NetworkSettings]
    """The network. Default: a new one, with isolated database subnets in three zones. `adopt` takes an existing
    one."""
    key: NotRequired[KeySettings]
    """The key of the data. Default: a new one. `existing_key_arn` takes an existing one, whose policy must admit
    CloudWatch Logs."""
    proxy: NotRequired[ProxySettings]
    """A proxy with a connection pool; it signs in as the users of the applications. Default: none."""
    observability: NotRequired[ObservabilitySettings]
    """Alarms, events and a dashboard. Default: all of them, except for ephemeral databases, which have none."""
    backup_plan: NotRequired[BackupPlanSettings]
    """AWS Backup on top of Aurora's own backups. Default: none; `{}` makes a locked vault and daily backups."""
    applications: NotRequired[Mapping[str, DatabaseApplication]]
    """What applications may do, by a permanent key of your choice."""
    accounts: NotRequired[AccountsSettings]
    """More accounts inside the database, and how accounts are kept. Default: those of applications with `access`."""
    access_host: NotRequired[DatabaseAccessHost]
    """Access for people, through Session Manager. Default: none; `{}` creates a host."""
    personas: NotRequired[PersonaSettings]
    """IAM policies of the people who work with the database. Default: none; `{}` makes them."""
