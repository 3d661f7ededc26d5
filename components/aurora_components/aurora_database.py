"""AuroraDatabase: a whole database in one component, with everything around it that makes it safe to run."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, NotRequired, TypeVar, cast

import pulumi
from pulumi import Input, Output, ResourceOptions

from . import access_host, app_access, backup_plan, database_key, database_personas, database_proxy, network
from . import observability as observing
from ._args import Problems, normalise
from ._aws import child_options, output_map
from ._checks import check_keys
from ._enums import Engine, Protection
from .access_host import AccessHost, AccessHostArgs, AccessHostSettings
from .app_access import AppAccess, AppAccessArgs, ApplicationAccess
from .aurora_cluster import (
    AddressFamily,
    AuroraCluster,
    AuroraClusterArgs,
    ClusterSettings,
    ServerlessCapacity,
    problems_of,
)
from .aurora_cluster.engine import DEFAULT_ADMIN_USERNAME
from .backup_plan import BackupPlan, BackupPlanArgs, BackupPlanSettings
from .database_key import DatabaseKey, DatabaseKeyArgs, KeySettings
from .database_personas import DatabasePersonas, DatabasePersonasArgs, PersonaSettings
from .database_proxy import DatabaseProxy, DatabaseProxyArgs, ProxySettings
from .network import Network, NetworkArgs, NetworkSettings
from .observability import Observability, ObservabilityArgs, ObservabilitySettings

T = TypeVar("T")

DEFAULT_CAPACITY: ServerlessCapacity = {"min_capacity": 0.5, "max_capacity": 8.0}
"""Capacity of a database of which nothing else is known: cheap when idle, with room to grow."""

SESSION_SERVICES = ("ec2messages", "ssm", "ssmmessages")
"""Interface endpoints that an access host needs."""

_ELSEWHERE = "elsewhere"
"""Stands, while the arguments of a part are checked, for what the other parts will give it."""


class DatabaseApplication(ApplicationAccess):
    """What one application may do with the database."""

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
    """Arguments of an AuroraDatabase: those of its cluster, and of what belongs around it. The engine and its
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
    """Alarms, events and a dashboard. Default: all of them, but none for ephemeral databases."""
    backup_plan: NotRequired[BackupPlanSettings]
    """AWS Backup on top of Aurora's own backups. Default: none; `{}` makes a locked vault and daily backups."""
    applications: NotRequired[Mapping[str, DatabaseApplication]]
    """What applications may do, by a permanent key of your choice."""
    access_host: NotRequired[DatabaseAccessHost]
    """A way for people to the database, through Session Manager. Default: none; `{}` makes one."""
    personas: NotRequired[PersonaSettings]
    """IAM policies of the people who work with the database. Default: none; `{}` makes them."""


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
        _validate(name, spec, problems)
        problems.raise_for("AuroraDatabase", name)
        super().__init__("aurora:index:AuroraDatabase", name, {}, opts)
        if "proxy" in spec and spec.get("serverless", DEFAULT_CAPACITY)["min_capacity"] == 0:
            pulumi.log.warn(
                f"AuroraDatabase '{name}': the proxy's connections keep a cluster with a minimum of 0 awake",
                self,
            )

        options = child_options(self)
        self.key = DatabaseKey(f"{name}-key", _key_args(name, spec), options)
        key_arn = self.key.key_arn
        self.network = Network(f"{name}-network", _network_args(spec, key_arn), options)
        self.cluster = AuroraCluster(name, _cluster_args(spec, self.network, key_arn), options)
        handle = self.cluster.connection
        self.proxy = _when(
            "proxy" in spec,
            lambda: DatabaseProxy(f"{name}-proxy", _proxy_args(spec, handle, self.network), options),
        )
        proxy_handle = self.proxy.connection if self.proxy else None
        self.observability = _when(
            _is_observed(spec),
            lambda: Observability(
                f"{name}-observability", _observability_args(spec, handle, proxy_handle, key_arn), options
            ),
        )
        topic_arn = self.observability.topic_arn if self.observability else None
        self.backup_plan = _when(
            "backup_plan" in spec,
            lambda: BackupPlan(f"{name}-backup", _backup_plan_args(spec, handle, topic_arn), options),
        )
        self.applications = {
            key: AppAccess(
                f"{name}-{key}",
                _application_args(
                    spec, key, proxy_handle if _uses_proxy(spec, key) and proxy_handle else handle
                ),
                options,
            )
            for key in spec.get("applications", {})
        }
        self.access_host = _when(
            "access_host" in spec,
            lambda: AccessHost(f"{name}-access", _access_host_args(spec, handle, self.network), options),
        )
        self.personas = _when(
            "personas" in spec,
            lambda: DatabasePersonas(f"{name}-personas", _personas_args(spec, handle), options),
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
        self.register_outputs({output: getattr(self, output) for output in AuroraDatabase.__annotations__})


def _when(wanted: bool, make: Callable[[], T]) -> T | None:
    return make() if wanted else None


def _optional(value: Output[str] | None) -> Output[str | None]:
    return Output.from_input(cast(str | None, value))


def _common(spec: AuroraDatabaseArgs, *fields: str) -> dict[str, Any]:
    """What a part takes from the database: region and tags, and those of `fields`."""
    given = cast(Mapping[str, Any], spec)
    return {field: given[field] for field in ("region", "tags", *fields) if field in given}


_IAM = ("permissions_boundary_arn", "iam_path")

_COMMON = ("region", "tags", "protection", *_IAM)
"""What is said once, of the database and all its parts."""


def _adopts_network(spec: AuroraDatabaseArgs) -> bool:
    return "adopt" in spec.get("network", {})


def _adopts_key(spec: AuroraDatabaseArgs) -> bool:
    return "existing_key_arn" in spec.get("key", {})


def _is_observed(spec: AuroraDatabaseArgs) -> bool:
    return "observability" in spec or spec.get("protection") is not Protection.EPHEMERAL


def _uses_proxy(spec: AuroraDatabaseArgs, key: str) -> bool:
    application = spec.get("applications", {})[key]
    needs_cluster = application.get("data_api", False) or application.get("read_admin_secret", False)
    return application.get("through_proxy", "proxy" in spec and not needs_cluster)


def _key_args(name: str, spec: AuroraDatabaseArgs) -> DatabaseKeyArgs:
    args: dict[str, Any] = {**spec.get("key", {}), **_common(spec, "protection")}
    if _adopts_key(spec):
        args.pop("tags", None)
    else:
        args["description"] = f"Data, secrets, logs and notifications of Aurora database {name}"
        args["services"] = ["rds", "secretsmanager", "logs", "sns", "backup"]
    return cast(DatabaseKeyArgs, args)


def _network_args(spec: AuroraDatabaseArgs, key_arn: Input[str]) -> NetworkArgs:
    given = spec.get("network", {})
    if _adopts_network(spec):
        return cast(NetworkArgs, {**given, **_common(spec, "protection")})
    args: dict[str, Any] = {**given, **_common(spec, "protection", *_IAM)}
    flow_logs = given.get("flow_logs", {})
    if "destination_bucket_arn" not in flow_logs and not _adopts_key(spec):
        args["flow_logs"] = {"kms_key_arn": key_arn, **flow_logs}
    if "access_host" in spec:
        services = given.get("interface_endpoints", ())
        args["interface_endpoints"] = [
            *services,
            *(each for each in SESSION_SERVICES if each not in services),
        ]
    return cast(NetworkArgs, args)


def _cluster_args(spec: AuroraDatabaseArgs, made: Network | None, key_arn: Input[str]) -> AuroraClusterArgs:
    """The cluster's arguments; without a network, as they are checked."""
    given = cast(Mapping[str, Any], spec)
    args: dict[str, Any] = {
        **{field: given[field] for field in ClusterSettings.__annotations__ if field in given},
        "vpc_id": made.vpc_id if made else _ELSEWHERE,
        "subnet_ids": made.database_subnet_ids if made else [_ELSEWHERE, _ELSEWHERE],
        "kms_key_arn": key_arn,
    }
    if _is_serverless_by_default(spec):
        args["serverless"] = DEFAULT_CAPACITY
    if spec.get("backup_plan", {}).get("continuous_backup", "backup_plan" in spec):
        args["backup"] = {"managed_by_aws_backup": True, **spec.get("backup", {})}
    calls_out = any(field in spec for field in ("feature_roles", "feature_policies", "activity_stream"))
    if calls_out and spec.get("network", {}).get("interface_endpoints"):
        endpoints = made.endpoint_security_group_id if made else _ELSEWHERE
        args["egress_security_groups"] = {
            "endpoints": endpoints,
            **spec.get("egress_security_groups", {}),
        }
    return cast(AuroraClusterArgs, args)


def _is_serverless_by_default(spec: AuroraDatabaseArgs) -> bool:
    """Whether nothing is said of the instances' size."""
    classes = [instance.get("instance_class") for instance in spec.get("instances", {}).values()]
    return "serverless" not in spec and "default_instance_class" not in spec and not any(classes)


def _proxy_args(spec: AuroraDatabaseArgs, handle: Input[str], made: Network | None) -> DatabaseProxyArgs:
    given = spec.get("proxy", {})
    args: dict[str, Any] = {
        **given,
        "connection": handle,
        "engine": spec.get("engine"),
        "vpc_id": made.vpc_id if made else _ELSEWHERE,
        "subnet_ids": made.database_subnet_ids if made else [_ELSEWHERE, _ELSEWHERE],
        **_common(spec, "protection", *_IAM),
    }
    if database_proxy.is_end_to_end(cast(DatabaseProxyArgs, args)) and "db_users" not in given:
        users = {
            user
            for key, application in spec.get("applications", {}).items()
            if _uses_proxy(spec, key)
            for user in application.get("db_users", ())
        }
        args["db_users"] = sorted(users)
    return cast(DatabaseProxyArgs, args)


def _observability_args(
    spec: AuroraDatabaseArgs, handle: Input[str], proxy_handle: Input[str] | None, key_arn: Input[str]
) -> ObservabilityArgs:
    given = spec.get("observability", {})
    args: dict[str, Any] = {
        **given,
        "connection": handle,
        "engine": spec.get("engine"),
        "serverless": "serverless" in spec or _is_serverless_by_default(spec),
        "proxy_connection": proxy_handle,
        **_common(spec, "protection"),
    }
    # An adopted key may not admit the publishers, and their messages would vanish without an error.
    if "topic_arn" not in given and "kms_key_arn" not in given and not _adopts_key(spec):
        args["kms_key_arn"] = key_arn
    return cast(ObservabilityArgs, args)


def _backup_plan_args(
    spec: AuroraDatabaseArgs, handle: Input[str], topic_arn: Input[str] | None
) -> BackupPlanArgs:
    args: dict[str, Any] = {
        "topic_arn": topic_arn,
        **spec.get("backup_plan", {}),
        "connections": {"database": handle},
        **_common(spec, "protection", *_IAM),
    }
    return cast(BackupPlanArgs, args)


def _application_args(spec: AuroraDatabaseArgs, key: str, handle: Input[str]) -> AppAccessArgs:
    args: dict[str, Any] = {
        **spec.get("applications", {})[key],
        "connection": handle,
        **_common(spec, "iam_path"),
    }
    args.pop("through_proxy", None)
    return cast(AppAccessArgs, args)


def _access_host_args(spec: AuroraDatabaseArgs, handle: Input[str], made: Network | None) -> AccessHostArgs:
    args: dict[str, Any] = {
        "subnet_id": _host_subnet(made) if made else _ELSEWHERE,
        "endpoint_security_group_id": made.endpoint_security_group_id if made else _ELSEWHERE,
        **spec.get("access_host", {}),
        "connection": handle,
        "vpc_id": made.vpc_id if made else _ELSEWHERE,
        **_common(spec, *_IAM),
    }
    return cast(AccessHostArgs, args)


def _host_subnet(made: Network) -> Output[str]:
    return Output.all(made.app_subnet_ids, made.database_subnet_ids).apply(
        lambda tiers: str([*tiers[0], *tiers[1]][0])
    )


def _personas_args(spec: AuroraDatabaseArgs, handle: Input[str]) -> DatabasePersonasArgs:
    args: dict[str, Any] = {
        **spec.get("personas", {}),
        "connections": {"database": handle},
        **_common(spec, "iam_path"),
    }
    return cast(DatabasePersonasArgs, args)


def _validate(name: str, spec: AuroraDatabaseArgs, problems: Problems) -> None:
    """Report what is wrong between the parts, then what each part would refuse of its own."""
    _validate_together(spec, problems)
    here = _ELSEWHERE
    problems.include(problems_of(name, _cluster_args(spec, None, here)))
    _check(problems, "network", _network_args(spec, here), NetworkArgs, network.validate)
    _check(problems, "key", _key_args(name, spec), DatabaseKeyArgs, database_key.validate)
    if "proxy" in spec:
        validate = partial(database_proxy.validate, f"{name}-proxy")
        _check(problems, "proxy", _proxy_args(spec, here, None), DatabaseProxyArgs, validate)
    if _is_observed(spec):
        args = _observability_args(spec, here, None, here)
        _check(problems, "observability", args, ObservabilityArgs, observing.validate)
    if "backup_plan" in spec:
        plan = _backup_plan_args(spec, here, here)
        _check(problems, "backup_plan", plan, BackupPlanArgs, backup_plan.validate)
    for key in spec.get("applications", {}):
        application = _application_args(spec, key, here)
        _check(problems, f"applications.{key}", application, AppAccessArgs, app_access.validate)
    if "access_host" in spec:
        host = _access_host_args(spec, here, None)
        _check(problems, "access_host", host, AccessHostArgs, access_host.validate)
    if "personas" in spec:
        personas = _personas_args(spec, here)
        _check(problems, "personas", personas, DatabasePersonasArgs, database_personas.validate)


def _check(
    problems: Problems,
    path: str,
    args: Any,
    schema: type[T],
    validate: Callable[[T, Problems], None],
) -> None:
    part, placed = Problems(), Problems()
    validate(normalise(args, schema, part), part)
    for inner, message in part:
        is_common = inner.partition(".")[0] in _COMMON
        placed.add(inner if is_common else f"{path}.{inner}" if inner else path, message)
    problems.include(placed)


def _validate_together(spec: AuroraDatabaseArgs, problems: Problems) -> None:
    adopted = _adopts_network(spec)
    if spec.get("restore", {}).get("copy_on_write") and not _adopts_key(spec):
        problems.add("key.existing_key_arn", "a clone shares the source's pages; give the key of the source")
    single_stack = not adopted and not spec.get("network", {}).get("ipv6")
    if spec.get("network_type") is AddressFamily.DUAL and single_stack:
        problems.add("network.ipv6", "a dual-stack cluster needs IPv6 subnets; set it to true")
    if "access_host" in spec:
        has_group = "endpoint_security_group_id" in spec["access_host"]
        path = "access_host.endpoint_security_group_id"
        if adopted and not has_group:
            problems.add(
                path, f"the adopted network's endpoints {', '.join(SESSION_SERVICES)}: give their group"
            )
        if has_group and not adopted:
            problems.add(path, "the new network has its own; leave it out")
    check_keys(problems, "applications", spec.get("applications", {}))
    reaches_kms = adopted or "kms" in spec.get("network", {}).get("interface_endpoints", ())
    if spec.get("engine") is Engine.MYSQL and "activity_stream" in spec and not reaches_kms:
        problems.add(
            "network.interface_endpoints",
            "an activity stream of Aurora MySQL stops unless the instances reach KMS; add kms",
        )
    admin = spec.get("credentials", {}).get("username", DEFAULT_ADMIN_USERNAME)
    for key, application in spec.get("applications", {}).items():
        path = f"applications.{key}"
        if application.get("data_api"):
            if not spec.get("data_api"):
                problems.add(f"{path}.data_api", "the Data API of the cluster is off; set data_api to true")
            if application.get("through_proxy"):
                problems.add(f"{path}.through_proxy", "the Data API is the cluster's own; leave it out")
        elif application.get("through_proxy") and application.get("read_admin_secret"):
            problems.add(f"{path}.through_proxy", "the proxy does not know the admin user; leave it out")
        elif application.get("through_proxy") and "proxy" not in spec:
            problems.add(f"{path}.through_proxy", "there is no proxy; add proxy, or leave it out")
        for index, user in enumerate(application.get("db_users", ())):
            if isinstance(admin, str) and user.lower() == admin.lower():
                problems.add(f"{path}.db_users[{index}]", f"'{user}' is the admin user; name another")
