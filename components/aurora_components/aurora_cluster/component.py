"""The AuroraCluster component: the order in which resources are made, and its outputs."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

import pulumi
import pulumi_aws as aws
from pulumi import Input, Output, Resource, ResourceOptions

from ..database_key import component_key
from ..support import connection
from ..support.arguments import check
from ..support.aws import child_options, locate, output_map
from . import access, credentials, instances, monitoring, roles, scaling
from .args import AuroraClusterArgs
from .groups import parameter_groups
from .plan import Plan, resolve
from .validation import validate
from .warnings import warnings

if TYPE_CHECKING:
    from ..app_access import AppAccess
    from ..database_proxy import DatabaseProxy
    from ..observability import Observability
from .cluster import cluster_args, custom_timeouts, ignored, security_groups

_NOT_TOLD_BY_AWS = (
    "skipFinalSnapshot",
    "finalSnapshotIdentifier",
    "deleteAutomatedBackups",
    "applyImmediately",
)


class AuroraCluster(pulumi.ComponentResource):
    """An Aurora cluster with everything it needs: encrypted, private, logged and audited, with TLS and IAM sign-in.

    Its `connection` is a handle for AppAccess, DatabaseProxy and Observability, in this stack or another.
    """

    connection: Output[str]
    """Handle of the cluster as JSON: names, ARNs and hosts, no secret. It can be passed through stack
    references and SSM."""
    cluster_identifier: Output[str]
    """Identifier of the cluster."""
    cluster_arn: Output[str]
    """ARN of the cluster."""
    cluster_resource_id: Output[str]
    """Resource id (`cluster-...`), which IAM database authentication names."""
    writer_endpoint: Output[str]
    """Host of the writer."""
    reader_endpoint: Output[str]
    """Host that spreads connections over the readers."""
    custom_endpoints: Output[Mapping[str, str]]
    """Hosts of the custom endpoints by name."""
    port: Output[int]
    """Port of every host."""
    database_name: Output[str | None]
    """Database that was created with the cluster, if any."""
    engine_version_actual: Output[str]
    """Engine version that is running."""
    hosted_zone_id: Output[str]
    """Route 53 zone of the hosts, for alias records."""
    security_group_id: Output[str]
    """The cluster's own security group."""
    subnet_group_name: Output[str]
    """Subnet group of the cluster."""
    kms_key_arn: Output[str]
    """Key of the storage."""
    admin_secret_arn: Output[str | None]
    """ARN of the admin user's secret; absent where the password is inherited."""
    instance_identifiers: Output[Mapping[str, str]]
    """Identifiers of the declared instances by key."""
    log_group_names: Output[Mapping[str, str]]
    """Log groups by log type."""
    activity_stream_name: Output[str | None]
    """Kinesis stream of the activity stream, if any."""
    monitoring_role_arn: Output[str | None]
    """Role of Enhanced Monitoring, if it is on."""

    def __init__(self, name: str, args: AuroraClusterArgs, opts: ResourceOptions | None = None) -> None:
        spec = check("AuroraCluster", name, args, AuroraClusterArgs, partial(validate, name))
        plan = resolve(name, spec, spec.get("global_membership"))
        super().__init__("aurora:index:AuroraCluster", name, {}, opts)
        for warning in warnings(plan):
            pulumi.log.warn(f"AuroraCluster '{name}': {warning}", self)
        location = locate(self, plan.region)
        self.kms_key_arn = _key(self, plan, spec)
        subnets = access.subnet_group(self, plan, spec)
        self.security_group_id = access.security_group(self, plan, spec["vpc_id"])
        log_groups = monitoring.log_groups(self, plan, self.kms_key_arn)
        role = monitoring.monitoring_role(self, plan, location)
        features = roles.feature_roles(self, plan, location)
        groups = parameter_groups(self, plan, roles.role_parameters(plan, features))
        admin = credentials.admin(self, plan, self.kms_key_arn)
        timeouts = custom_timeouts(plan)
        self.cluster = aws.rds.Cluster(
            f"{name}-cluster",
            **cluster_args(plan, groups, admin, self.kms_key_arn),
            db_subnet_group_name=subnets,
            vpc_security_group_ids=security_groups(plan, self.security_group_id),
            opts=child_options(
                self,
                protect=plan.protection.protects or None,
                depends_on=[*log_groups.values(), *(role.ready if role else ())],
                ignore_changes=plan.ignored("cluster", ignored(plan), _NOT_TOLD_BY_AWS),
                import_=plan.import_id("cluster"),
                custom_timeouts=timeouts,
            ),
        )
        self.instances = instances.instances(
            self,
            plan,
            self.cluster,
            subnet_group_name=subnets,
            groups=groups,
            monitoring=role,
            timeouts=timeouts,
        )
        members: Sequence[Resource] = list(self.instances.values())
        hosts = instances.endpoints(self, plan, self.cluster, self.instances)
        roles.associate(self, plan, self.cluster, features, members)
        stream = monitoring.activity_stream(self, plan, location, self.cluster, members)
        scaling.reader_scaling(self, plan, members)
        credentials.fill_secret(self, plan, admin, self.cluster)
        self.admin_secret_arn = credentials.secret_arn(plan, admin, self.cluster)
        credentials.rotation(self, plan, self.admin_secret_arn, members)

        absent: str | None = None
        self.cluster_identifier = self.cluster.cluster_identifier
        self.cluster_arn = self.cluster.arn
        self.cluster_resource_id = self.cluster.cluster_resource_id
        self.writer_endpoint = self.cluster.endpoint
        self.reader_endpoint = self.cluster.reader_endpoint
        self.custom_endpoints = output_map(hosts)
        self.port = self.cluster.port
        self.database_name = Output.from_input(plan.args.get("database_name"))
        self.engine_version_actual = self.cluster.engine_version_actual
        self.hosted_zone_id = self.cluster.hosted_zone_id
        self.subnet_group_name = Output.from_input(subnets)
        self.instance_identifiers = output_map(
            {key: instance.identifier for key, instance in self.instances.items()}
        )
        self.log_group_names = output_map({log: group.name for log, group in log_groups.items()})
        self.activity_stream_name = Output.from_input(stream if stream is not None else absent)
        self.monitoring_role_arn = Output.from_input(role.arn if role else absent)
        self.connection = connection.encode(
            members,
            kind="cluster",
            partition=location.partition,
            account=location.account_id,
            region=location.region,
            engine=plan.engine.value,
            cluster_identifier=plan.identifier,
            cluster_arn=location.arn("rds", f"cluster:{plan.identifier}"),
            cluster_resource_id=self.cluster_resource_id,
            writer_host=self.writer_endpoint,
            reader_host=self.reader_endpoint,
            port=plan.port,
            database=self.database_name,
            security_group_id=self.security_group_id,
            kms_key_arn=self.kms_key_arn,
            secret_arn=self.admin_secret_arn,
            admin_username=admin.username,
            iam_auth=True,
            data_api=plan.args.get("data_api", False),
            instance_identifiers=[member.identifier for member in plan.members],
        )
        self._plan = plan
        self._spec = spec
        self.register_outputs({output: getattr(self, output) for output in _OUTPUTS})

    def grant_connect(self, name: str, *, role_name: Input[str], db_user: str, **more: Any) -> "AppAccess":
        """Let an IAM role sign in as one database user; `allow_from` lets it reach the port.

        `more` are further arguments of AppAccess.
        """
        from ..app_access import AppAccess

        args: Any = {
            "db_users": [db_user],
            "role_names": {"role": role_name},
            "reached_elsewhere": True,
            **more,
        }
        return AppAccess(name, self._sibling(args), child_options(self))

    def allow_from(self, name: str, security_group_id: Input[str], **more: Any) -> "AppAccess":
        """Let a security group reach the port. `more` are further arguments of AppAccess."""
        from ..app_access import AppAccess

        args: Any = {"source_security_groups": {"source": security_group_id}, **more}
        return AppAccess(name, self._sibling(args), child_options(self))

    def add_proxy(self, name: str, **more: Any) -> "DatabaseProxy":
        """Put a DatabaseProxy in the cluster's own subnets. `more` are further arguments of it."""
        from ..database_proxy import DatabaseProxy

        args: Any = {
            "engine": self._plan.engine,
            "vpc_id": self._spec["vpc_id"],
            "subnet_ids": self._spec.get("subnet_ids"),
            **more,
        }
        return DatabaseProxy(name, self._sibling(args), child_options(self))

    def add_observability(self, name: str, **more: Any) -> "Observability":
        """Watch the cluster with Observability. `more` are further arguments of it."""
        from ..observability import Observability

        args: Any = {
            "engine": self._plan.engine,
            "serverless": self._plan.has_serverless_members,
            "is_global": self._plan.global_role is not None,
            **more,
        }
        return Observability(name, self._sibling(args), child_options(self))

    def _sibling(self, args: dict[str, Any]) -> Any:
        """Arguments that a sibling takes from the cluster by default."""
        return {
            "connection": self.connection,
            "region": self._plan.region,
            "tags": self._plan.args.get("tags"),
            **args,
        }


_OUTPUTS = tuple(AuroraCluster.__annotations__)


def _key(parent: Resource, plan: Plan, spec: AuroraClusterArgs) -> Output[str]:
    if "kms_key_arn" in spec:
        return Output.from_input(spec["kms_key_arn"])
    return component_key(
        parent,
        f"{plan.name}-key",
        description=f"Storage, secret and logs of Aurora cluster {plan.identifier}",
        services=["rds", "secretsmanager", "logs"],
        protection=plan.protection,
        region=plan.region,
        tags=plan.tags(plan.identifier),
    )
