"""The AuroraCluster component: in what order things are made, and what the cluster itself is told."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import pulumi
import pulumi_aws as aws
from pulumi import Input, Output, Resource, ResourceOptions

from ..database_key import DatabaseKey
from ..support import connection
from ..support.arguments import Problems, normalise
from ..support.aws import child_options, locate, output_map
from ..support.deletion import Lock
from ..support.enums import Engine
from . import access, credentials, instances, monitoring, roles, scaling, validation
from . import engine as facts
from .args import AuroraClusterArgs
from .engine import EngineVersion
from .groups import parameter_groups
from .identity import identity
from .plan import Plan, resolve

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
    """An Aurora cluster with everything it needs: encrypted, private, logged, audited, TLS and IAM only.

    Its `connection` is a handle for AppAccess, DatabaseProxy and Observability, in this stack or another.
    """

    connection: Output[str]
    """Handle of the cluster as JSON: names, ARNs and hosts, no secret. Fit for stack references and SSM."""
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
    """Database made at creation, if any."""
    engine_version_actual: Output[str]
    """Version that runs now."""
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
        plan = _plan(name, args)
        super().__init__("aurora:index:AuroraCluster", name, {}, opts)
        for warning in validation.warnings(plan):
            pulumi.log.warn(f"AuroraCluster '{name}': {warning}", self)
        location = locate(self, plan.region)
        same = identity(self, plan, _key(self, plan))
        self.kms_key_arn = same.kms_key_arn
        subnets = access.subnet_group(self, plan)
        self.security_group_id = access.security_group(self, plan)
        log_groups = monitoring.log_groups(self, plan, same)
        role = monitoring.monitoring_role(self, plan, location)
        features = roles.feature_roles(self, plan, location)
        groups = parameter_groups(self, plan, same, roles.role_parameters(plan, features))
        admin = credentials.admin(self, plan, same)
        timeouts = custom_timeouts(plan)
        self.cluster = aws.rds.Cluster(
            f"{name}-cluster",
            **cluster_args(plan, same, groups, admin),
            db_subnet_group_name=subnets,
            vpc_security_group_ids=security_groups(plan, self.security_group_id),
            opts=child_options(
                self,
                protect=plan.deletion.protects or None,
                depends_on=[*log_groups.values(), *(role.ready if role else ())],
                ignore_changes=plan.ignored("cluster", ignored(plan), _NOT_TOLD_BY_AWS),
                import_=plan.import_id("cluster"),
                # A replacement beside the old cluster fails, because the identifier is fixed: nothing is lost. Only one
                # that was asked for deletes first.
                delete_before_replace=plan.deletion.allowed or None,
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
        Lock(self, name, plan.deletion)
        self.register_outputs({output: getattr(self, output) for output in _OUTPUTS})

    def grant_connect(self, name: str, *, role_name: Input[str], db_user: str, **more: Any) -> "AppAccess":
        """Let an IAM role sign in as one database user. `more` are further arguments of AppAccess."""
        from ..app_access import AppAccess

        args: Any = {"db_users": [db_user], "role_names": {"role": role_name}, **more}
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
            "vpc_id": self._plan.args["vpc_id"],
            "subnet_ids": self._plan.args.get("subnet_ids"),
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
        """Arguments that every sibling takes from the cluster unless told otherwise."""
        return {
            "connection": self.connection,
            "region": self._plan.region,
            "tags": self._plan.args.get("tags"),
            **args,
        }


_OUTPUTS = tuple(AuroraCluster.__annotations__)


def problems_of(name: str, args: AuroraClusterArgs) -> Problems:
    """What an AuroraCluster would refuse: for those that make one, and have something to refuse themselves."""
    problems = Problems()
    _read(name, args, problems)
    return problems


def _plan(name: str, args: AuroraClusterArgs) -> Plan:
    """Read and check the arguments; raise with all problems at once."""
    problems = Problems()
    plan = _read(name, args, problems)
    problems.raise_for("AuroraCluster", name)
    assert plan is not None, "there is a plan unless a problem was found"
    return plan


def _read(name: str, args: AuroraClusterArgs, problems: Problems) -> Plan | None:
    normal = normalise(args, AuroraClusterArgs, problems)
    if "engine" not in normal:
        return None
    engine = normal["engine"]
    version = facts.parse_version(engine, normal.get("engine_version", facts.VERSION_EXAMPLES[engine]))
    if isinstance(version, str):
        problems.add("engine_version", version)
        # What else is wrong should come to light too: go on as with a version that has everything.
        version = _assumed(engine)
    plan = resolve(name, normal, version, pulumi.get_stack())
    validation.check(plan, problems)
    return plan


def _assumed(engine: Engine) -> EngineVersion:
    version = facts.parse_version(engine, facts.VERSION_EXAMPLES[engine])
    assert isinstance(version, EngineVersion)
    return version


def _key(parent: Resource, plan: Plan) -> Output[str]:
    given = plan.args.get("kms_key_arn")
    if given is not None:
        return Output.from_input(given)
    key = DatabaseKey(
        f"{plan.name}-key",
        {
            "description": f"Storage, secret and logs of Aurora cluster {plan.identifier}",
            "services": ["rds", "secretsmanager", "logs"],
            **plan.deletion.args,
            **({"region": plan.region} if plan.region else {}),
            "tags": plan.tags(plan.identifier),
        },
        child_options(parent),
    )
    return key.key_arn
