"""AuroraDatabase: a whole database in one component, with everything around it that makes it safe to run."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar, cast

import pulumi
from pulumi import Output, ResourceOptions

from ..access_host import AccessHost
from ..app_access import AppAccess
from ..aurora_cluster import (
    AuroraCluster,
)
from ..backup_plan import BackupPlan
from ..database_key import DatabaseKey
from ..database_personas import DatabasePersonas
from ..database_proxy import DatabaseProxy
from ..network import Network
from ..observability import Observability
from ..support.arguments import Problems, normalise
from ..support.aws import child_options, output_map
from ..support.deletion import Lock, deletion
from .args import AuroraDatabaseArgs
from .parts import (
    DEFAULT_CAPACITY,
    access_host_args,
    application_args,
    backup_plan_args,
    cluster_args,
    is_observed,
    key_args,
    network_args,
    observability_args,
    personas_args,
    proxy_args,
    uses_proxy,
)
from .validation import validate

T = TypeVar("T")


class AuroraDatabase(pulumi.ComponentResource):
    """A safe Aurora database: network, key, cluster and alarms, and on demand proxy, backup plan, access and
    personas. Every part can also be used on its own."""

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
    """What each application has to know to connect, by key; no secret."""
    session_command: Output[str | None]
    """Command that forwards the database to the user's own machine; absent without an access host."""

    def __init__(self, name: str, args: AuroraDatabaseArgs, opts: ResourceOptions | None = None) -> None:
        problems = Problems()
        spec = normalise(args, AuroraDatabaseArgs, problems)
        validate(name, spec, problems)
        problems.raise_for("AuroraDatabase", name)
        super().__init__("aurora:index:AuroraDatabase", name, {}, opts)
        if "proxy" in spec and spec.get("serverless", DEFAULT_CAPACITY)["min_capacity"] == 0:
            pulumi.log.warn(
                f"AuroraDatabase '{name}': the proxy's connections keep a cluster with a minimum of 0 awake",
                self,
            )

        options = child_options(self)
        self.key = DatabaseKey(f"{name}-key", key_args(name, spec), options)
        key_arn = self.key.key_arn
        self.network = Network(f"{name}-network", network_args(spec, key_arn), options)
        self.cluster = AuroraCluster(name, cluster_args(spec, self.network, key_arn), options)
        handle = self.cluster.connection
        self.proxy = _when(
            "proxy" in spec,
            lambda: DatabaseProxy(f"{name}-proxy", proxy_args(spec, handle, self.network), options),
        )
        proxy_handle = self.proxy.connection if self.proxy else None
        self.observability = _when(
            is_observed(spec),
            lambda: Observability(
                f"{name}-observability", observability_args(spec, handle, proxy_handle, key_arn), options
            ),
        )
        topic_arn = self.observability.topic_arn if self.observability else None
        self.backup_plan = _when(
            "backup_plan" in spec,
            lambda: BackupPlan(f"{name}-backup", backup_plan_args(spec, handle, topic_arn), options),
        )
        self.applications = {
            key: AppAccess(
                f"{name}-{key}",
                application_args(
                    spec, key, proxy_handle if uses_proxy(spec, key) and proxy_handle else handle
                ),
                options,
            )
            for key in spec.get("applications", {})
        }
        self.access_host = _when(
            "access_host" in spec,
            lambda: AccessHost(f"{name}-access", access_host_args(spec, handle, self.network), options),
        )
        self.personas = _when(
            "personas" in spec,
            lambda: DatabasePersonas(f"{name}-personas", personas_args(spec, handle), options),
        )

        self.connection = handle
        self.proxy_connection = _optional(proxy_handle)
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
        self.topic_arn = _optional(topic_arn)
        policies = {key: each.policy_arn for key, each in self.applications.items()}
        self.application_policy_arns = output_map(policies).apply(
            lambda arns: {key: arn for key, arn in arns.items() if arn is not None}
        )
        self.environments = output_map({key: each.environment for key, each in self.applications.items()})
        self.session_command = _optional(self.access_host.session_command if self.access_host else None)
        Lock(self, name, deletion(spec))
        self.register_outputs({output: getattr(self, output) for output in AuroraDatabase.__annotations__})


def _when(wanted: bool, make: Callable[[], T]) -> T | None:
    return make() if wanted else None


def _optional(value: Output[str] | None) -> Output[str | None]:
    return Output.from_input(cast(str | None, value))
