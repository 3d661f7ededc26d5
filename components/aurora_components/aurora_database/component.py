"""The AuroraDatabase component: a cluster and everything around it that makes it safe to run."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeVar, cast

import pulumi
from pulumi import Output, ResourceOptions

from ..access_host import AccessHost
from ..app_access import AppAccess
from ..aurora_cluster import (
    AuroraCluster,
)
from ..backup_plan import BackupPlan
from ..database_accounts import DatabaseAccounts
from ..database_key import DatabaseKey
from ..database_personas import DatabasePersonas
from ..database_proxy import DatabaseProxy
from ..network import Network
from ..observability import Observability
from ..support.arguments import check, checked
from ..support.aws import child_options, output_map
from .args import AuroraDatabaseArgs
from .parts import (
    DEFAULT_CAPACITY,
    Wiring,
    access_host_args,
    account_settings,
    accounts_args,
    application_args,
    backup_plan_args,
    cluster_args,
    is_observed,
    key_args,
    network_args,
    observability_args,
    personas_args,
    proxy_args,
)
from .validation import validate

T = TypeVar("T")


class AuroraDatabase(pulumi.ComponentResource):
    """A safe Aurora database: network, key, cluster and alarms, and if asked for a proxy, a backup plan, access and
    personas. Every part is also a component of its own."""

    connection: Output[str]
    """Handle of the cluster, for more AppAccess, DatabaseProxy or Observability in this stack or another."""
    proxy_connection: Output[str | None]
    """Handle of the proxy; absent without one."""
    vpc_id: Output[str]
    """VPC of the database."""
    database_subnet_ids: Output[Sequence[str]]
    """Subnets of the database."""
    app_subnet_ids: Output[Sequence[str]]
    """Subnets of the app tier; empty without one."""
    kms_key_arn: Output[str]
    """Key of the data."""
    cluster_identifier: Output[str]
    """Identifier of the cluster."""
    cluster_arn: Output[str]
    """ARN of the cluster."""
    writer_endpoint: Output[str]
    """Host of the writer."""
    reader_endpoint: Output[str]
    """Host that spreads connections over the readers."""
    port: Output[int]
    """Port of every host of the cluster."""
    security_group_id: Output[str]
    """Security group of the cluster."""
    admin_secret_arn: Output[str | None]
    """ARN of the admin user's secret; absent where the password is inherited."""
    topic_arn: Output[str | None]
    """Topic of alarms and events; absent when the database is not watched."""
    application_policy_arns: Output[Mapping[str, str]]
    """IAM policies of the applications that have one, by key."""
    environments: Output[Mapping[str, Mapping[str, str]]]
    """What each application needs to connect, by key. It has no secret."""
    application_security_group_ids: Output[Mapping[str, str]]
    """Security groups to attach to the applications that named no source of their own, by key."""
    account_secret_arns: Output[Mapping[str, str]]
    """Secrets of the accounts that sign in with a password, by account."""
    session_command: Output[str | None]
    """Command that forwards the database to the user's own machine; absent without an access host."""

    def __init__(self, name: str, args: AuroraDatabaseArgs, opts: ResourceOptions | None = None) -> None:
        spec = check("AuroraDatabase", name, args, AuroraDatabaseArgs, partial(validate, name))
        super().__init__("aurora:index:AuroraDatabase", name, {}, opts)
        if "proxy" in spec and spec.get("serverless", DEFAULT_CAPACITY)["min_capacity"] == 0:
            pulumi.log.warn(
                f"AuroraDatabase '{name}': the proxy's connections keep a cluster with a minimum of 0 awake",
                self,
            )

        options = child_options(self)
        self.key = DatabaseKey(f"{name}-key", checked(key_args(name, spec)), options)
        key_arn = self.key.key_arn
        self.network = Network(f"{name}-network", checked(network_args(spec, key_arn)), options)
        self.cluster = AuroraCluster(name, checked(cluster_args(spec, self.network, key_arn)), options)
        wiring = Wiring(
            vpc_id=self.network.vpc_id,
            database_subnet_ids=self.network.database_subnet_ids,
            app_subnet_ids=self.network.app_subnet_ids,
            endpoint_security_group_id=self.network.endpoint_security_group_id,
            kms_key_arn=key_arn,
            connection=self.cluster.connection,
        )
        self.accounts: DatabaseAccounts | None = None
        if (settings := account_settings(spec)) is not None:
            self.accounts = DatabaseAccounts(
                f"{name}-accounts", checked(accounts_args(spec, settings, wiring)), options
            )
        cluster_wiring = wiring
        if self.accounts is not None:
            # With it, applications are granted no account that does not exist.
            wiring = replace(
                wiring,
                connection=self.accounts.connection,
                account_secret_arns=self.accounts.secret_arns,
            )
        self.proxy: DatabaseProxy | None = None
        if "proxy" in spec:
            self.proxy = DatabaseProxy(f"{name}-proxy", checked(proxy_args(spec, wiring)), options)
            wiring = replace(wiring, proxy_connection=self.proxy.connection)
            cluster_wiring = replace(cluster_wiring, proxy_connection=self.proxy.connection)
        self.observability: Observability | None = None
        if is_observed(spec):
            self.observability = Observability(
                f"{name}-observability", checked(observability_args(spec, cluster_wiring)), options
            )
            wiring = replace(wiring, topic_arn=self.observability.topic_arn)
        self.backup_plan: BackupPlan | None = None
        if "backup_plan" in spec:
            self.backup_plan = BackupPlan(f"{name}-backup", checked(backup_plan_args(spec, wiring)), options)
        self.applications = {
            key: AppAccess(f"{name}-{key}", checked(application_args(spec, key, wiring)), options)
            for key in spec.get("applications", {})
        }
        self.access_host: AccessHost | None = None
        if "access_host" in spec:
            self.access_host = AccessHost(f"{name}-access", checked(access_host_args(spec, wiring)), options)
        self.personas: DatabasePersonas | None = None
        if "personas" in spec:
            self.personas = DatabasePersonas(
                f"{name}-personas", checked(personas_args(spec, wiring)), options
            )

        self.connection = wiring.connection
        self.proxy_connection = _optional(wiring.proxy_connection)
        self.vpc_id = self.network.vpc_id
        self.database_subnet_ids = self.network.database_subnet_ids
        self.app_subnet_ids = self.network.app_subnet_ids
        self.kms_key_arn = key_arn
        self.cluster_identifier = self.cluster.cluster_identifier
        self.cluster_arn = self.cluster.cluster_arn
        self.writer_endpoint = self.cluster.writer_endpoint
        self.reader_endpoint = self.cluster.reader_endpoint
        self.port = self.cluster.port
        self.security_group_id = self.cluster.security_group_id
        self.admin_secret_arn = self.cluster.admin_secret_arn
        self.topic_arn = _optional(wiring.topic_arn)
        policies = {key: each.policy_arn for key, each in self.applications.items()}
        self.application_policy_arns = output_map(policies).apply(
            lambda arns: {key: arn for key, arn in arns.items() if arn is not None}
        )
        self.environments = output_map({key: each.environment for key, each in self.applications.items()})
        groups = {key: each.security_group_id for key, each in self.applications.items()}
        self.application_security_group_ids = output_map(groups).apply(
            lambda ids: {key: each for key, each in ids.items() if each is not None}
        )
        self.account_secret_arns = self.accounts.secret_arns if self.accounts else output_map({})
        self.session_command = _optional(self.access_host.session_command if self.access_host else None)
        self.register_outputs({output: getattr(self, output) for output in AuroraDatabase.__annotations__})


def _optional(value: Output[str] | None) -> Output[str | None]:
    return Output.from_input(cast(str | None, value))
