"""An Aurora global database: one cluster that writes, and clusters in other regions that follow it."""

from collections.abc import Mapping, Sequence
from typing import Any, NotRequired, TypedDict, cast

import pulumi
import pulumi_aws as aws
from pulumi import Input, Output

from ._args import Problems, normalise
from ._aws import child_options, output_map
from ._checks import check_range, check_region
from ._enums import CredentialMode, Engine, GlobalRole, Protection, StrList, StrMap
from ._names import aws_name
from .aurora_cluster import AuroraCluster, problems_of
from .aurora_cluster.args import (
    AuroraClusterArgs,
    BackupSettings,
    InstanceSpec,
    LogSettings,
    MaintenanceSettings,
    MonitoringSettings,
    ServerlessCapacity,
)
from .backup_plan import BackupPlan, BackupPlanArgs, BackupPlanSettings
from .backup_plan import validate as validate_backup_plan
from .observability import Observability, ObservabilityArgs, ObservabilitySettings
from .observability import validate as validate_observability

SECONDARIES_LIMIT = 10
"""Most regions that follow the primary."""

SHORTEST_RECOVERY_POINT_SECONDS = 20
LONGEST_RECOVERY_POINT_SECONDS = 2_147_483_647

_NAME_LIMIT = 63

_PRIMARY_ONLY = (
    "database_name",
    "admin_username",
    "password_version",
    "rotation_function_arn",
    "recovery_point_seconds",
)

_RPO = "rds.global_db_rpo"
"""Cluster parameter of Aurora PostgreSQL for the recovery point, in seconds."""


class RegionalCluster(TypedDict):
    """The cluster of one region. What all regions share is given once, on the GlobalDatabase."""

    vpc_id: Input[str]
    """VPC in that region."""
    subnet_ids: StrList
    """Private subnets in two availability zones or more."""
    kms_key_arn: NotRequired[Input[str]]
    """Key of that region. Default: one is made there."""
    instances: NotRequired[Mapping[str, InstanceSpec]]
    """Instances by permanent key. Default: `one` and `two`."""
    default_instance_class: NotRequired[str]
    """Class of instances that name none: memory-optimised, such as db.r7g.large."""
    serverless: NotRequired[ServerlessCapacity]
    """Capacity range of `db.serverless` instances."""
    headless: NotRequired[bool]
    """Keep the data in a secondary region without an instance: cheaper, and slower to take over. Default false."""
    write_forwarding: NotRequired[bool]
    """Send writes made in a secondary region on to the primary. Default false."""
    allowed_security_groups: NotRequired[StrMap]
    """Security groups that may connect: a permanent key of your choice to the id."""
    allowed_cidrs: NotRequired[Mapping[str, str]]
    """Address ranges that may connect: a permanent key of your choice to the range."""


class GlobalDatabaseArgs(TypedDict):
    """A global database. Its members are AuroraClusters, and as safe as one."""

    engine: Engine
    """Engine of every member."""
    engine_version: str
    """Full version of every member. Upgrades are made here, and AWS brings them to the members."""
    primary_region: str
    """Region in which the database was founded. It never changes, not even when another region takes over."""
    writer_region: NotRequired[str]
    """Region that writes now. Set it after a switchover, to follow what happened. Default: `primary_region`."""
    members: Mapping[str, RegionalCluster]
    """The clusters by region, the primary's among them."""
    database_name: NotRequired[str]
    """Database to make."""
    global_name: NotRequired[str]
    """Identifier of the global cluster, and start of the members'. Default: `<component name>-<stack>`."""
    from_existing_cluster_arn: NotRequired[Input[str]]
    """Encrypted cluster that becomes the primary, in `primary_region`. `members` then holds the others only."""
    admin_username: NotRequired[Input[str]]
    """Admin user. Default: AuroraCluster's."""
    password_version: NotRequired[int]
    """Raise it to have a new admin password generated. Default 1."""
    rotation_function_arn: NotRequired[Input[str]]
    """Lambda function in the primary region that rotates the admin password. Default: it is not rotated."""
    recovery_point_seconds: NotRequired[int]
    """PostgreSQL: stop commits when every other region is this far behind, 20 or more. Default: never."""
    cluster_parameters: NotRequired[StrMap]
    """Cluster parameters of every member."""
    instance_parameters: NotRequired[StrMap]
    """Instance parameters of every member."""
    logs: NotRequired[LogSettings]
    """Log export of every member."""
    monitoring: NotRequired[MonitoringSettings]
    """Monitoring of every member."""
    backup: NotRequired[BackupSettings]
    """Automated backups of every member."""
    backup_plan: NotRequired[BackupPlanSettings]
    """AWS Backup in the region of every member, on top of Aurora's own backups; continuous in the primary region
    alone. Default: none; `{}` makes locked vaults and daily backups."""
    observability: NotRequired[ObservabilitySettings]
    """Alarms, events and a dashboard in the region of every member with instances. Default: all of them, but none
    for ephemeral databases."""
    maintenance: NotRequired[MaintenanceSettings]
    """Maintenance of every member. A global database has no automatic minor upgrades."""
    protection: NotRequired[Protection]
    """How hard it is to lose the database. Default locked."""
    permissions_boundary_arn: NotRequired[Input[str]]
    """Permissions boundary of the created roles."""
    iam_path: NotRequired[str]
    """Path of the created roles and policies, such as `/databases/`."""
    tags: NotRequired[StrMap]
    """Tags of everything created."""


class GlobalDatabase(pulumi.ComponentResource):
    """One database over several regions. Each member has a key of its own region and is a complete AuroraCluster.

    RDS cannot manage the admin password of a global database. It is generated, handed over write-only, and kept
    in a secret of the primary region.
    """

    global_cluster_identifier: Output[str]
    """Identifier of the global cluster."""
    global_writer_endpoint: Output[str]
    """Host that leads to the writer, whichever region it is in."""
    connections: Output[Mapping[str, str]]
    """Connection handles of the members by region."""

    def __init__(
        self, name: str, args: GlobalDatabaseArgs, opts: pulumi.ResourceOptions | None = None
    ) -> None:
        problems = Problems()
        spec = normalise(args, GlobalDatabaseArgs, problems)
        _validate(name, spec, problems)
        problems.raise_for("GlobalDatabase", name)
        super().__init__("aurora:index:GlobalDatabase", name, {}, opts)

        identifier = _identifier(name, spec)
        protection = spec.get("protection", Protection.LOCKED)
        global_cluster = aws.rds.GlobalCluster(
            f"{name}-global",
            global_cluster_identifier=identifier,
            deletion_protection=protection.deletion_protection,
            force_destroy=not protection.retains,
            region=spec["primary_region"],
            tags={"Name": identifier, **spec.get("tags", {}), **protection.tags},
            opts=child_options(
                self, protect=protection.protects or None, ignore_changes=["engineLifecycleSupport"]
            ),
            **_origin(spec),
        )
        self.members = self._members(name, global_cluster, spec)
        self.observability = {
            region: Observability(
                f"{name}-{region}-observability",
                _observability_args(region, member.connection, spec),
                child_options(self),
            )
            for region, member in self.members.items()
            if _is_observed(region, spec)
        }
        self.backup_plans = {
            region: BackupPlan(
                f"{name}-{region}-backup",
                _backup_plan_args(region, member.connection, self._topic_of(region), spec),
                child_options(self),
            )
            for region, member in self.members.items()
            if "backup_plan" in spec
        }
        self.global_cluster_identifier = global_cluster.global_cluster_identifier
        self.global_writer_endpoint = global_cluster.endpoint
        self.connections = output_map({region: member.connection for region, member in self.members.items()})
        self.register_outputs(
            {
                "global_cluster_identifier": self.global_cluster_identifier,
                "global_writer_endpoint": self.global_writer_endpoint,
                "connections": self.connections,
            }
        )

    def _topic_of(self, region: str) -> Output[str] | None:
        return self.observability[region].topic_arn if region in self.observability else None

    def _members(
        self, name: str, global_cluster: aws.rds.GlobalCluster, spec: GlobalDatabaseArgs
    ) -> dict[str, AuroraCluster]:
        """The members, the primary first: a secondary can only follow a cluster that has an instance."""
        membership: Output[str] = global_cluster.global_cluster_identifier
        members: dict[str, AuroraCluster] = {}
        for region in sorted(spec["members"], key=lambda region: region != spec["primary_region"]):
            cluster = AuroraCluster(
                f"{name}-{region}", _member_args(name, region, membership, spec), child_options(self)
            )
            members[region] = cluster
            if region == spec["primary_region"]:
                instances = [instance.urn for instance in cluster.instances.values()]
                membership = Output.all(membership, *instances).apply(lambda values: str(values[0]))
        return members


def _identifier(name: str, spec: GlobalDatabaseArgs) -> str:
    return spec.get("global_name") or aws_name(f"{name}-{pulumi.get_stack()}")


def _origin(spec: GlobalDatabaseArgs) -> dict[str, Any]:
    """What the global cluster starts from: nothing, or a cluster that already has engine, encryption and data."""
    if "from_existing_cluster_arn" in spec:
        return {"source_db_cluster_identifier": spec["from_existing_cluster_arn"]}
    extended = spec.get("maintenance", {}).get("extended_support", False)
    support = "open-source-rds-extended-support"
    if spec["engine"] is Engine.POSTGRESQL:  # for MySQL, only the members have a life cycle
        life_cycle = {"engine_lifecycle_support": support if extended else f"{support}-disabled"}
    else:
        life_cycle = {}
    return {
        "engine": spec["engine"].value,
        "engine_version": spec["engine_version"],
        **life_cycle,
        "database_name": spec.get("database_name"),
        "storage_encrypted": True,
    }


_SHARED = (
    "engine",
    "engine_version",
    "cluster_parameters",
    "instance_parameters",
    "logs",
    "monitoring",
    "backup",
    "maintenance",
    "protection",
    "permissions_boundary_arn",
    "iam_path",
    "tags",
)
_REGIONAL = (
    "vpc_id",
    "subnet_ids",
    "kms_key_arn",
    "instances",
    "default_instance_class",
    "serverless",
    "allowed_security_groups",
    "allowed_cidrs",
)


def _picked(given: Mapping[str, Any], fields: Sequence[str]) -> dict[str, Any]:
    return {field: given[field] for field in fields if field in given}


def _member_args(
    name: str, region: str, global_identifier: Input[str], spec: GlobalDatabaseArgs
) -> AuroraClusterArgs:
    """The arguments of one member. Its role is that of its creation: a switchover changes no arguments."""
    member = spec["members"][region]
    args: dict[str, Any] = {
        **_picked(spec, _SHARED),
        **_picked(member, _REGIONAL),
        "cluster_name": aws_name(f"{_identifier(name, spec)}-{region}"),
        "region": region,
    }
    if member.get("headless"):
        args["instances"] = {}
    if _is_continuous(region, spec):
        args["backup"] = {"managed_by_aws_backup": True, **spec.get("backup", {})}
    if region == spec["primary_region"]:
        args["global_membership"] = {
            "global_cluster_identifier": global_identifier,
            "role": GlobalRole.PRIMARY,
        }
        args["credentials"] = {
            "mode": CredentialMode.GENERATED,
            "password_version": spec.get("password_version", 1),
            **({"username": spec["admin_username"]} if "admin_username" in spec else {}),
            **_picked(spec, ("rotation_function_arn",)),
        }
        if "database_name" in spec:
            args["database_name"] = spec["database_name"]
        if "recovery_point_seconds" in spec:
            recovery_point = {_RPO: str(spec["recovery_point_seconds"])}
            args["cluster_parameters"] = {**spec.get("cluster_parameters", {}), **recovery_point}
    else:
        writer = spec.get("writer_region", spec["primary_region"])
        args["global_membership"] = {
            "global_cluster_identifier": global_identifier,
            "role": GlobalRole.SECONDARY,
            "primary_region": spec["primary_region"] if region == writer else writer,
            "write_forwarding": member.get("write_forwarding", False),
        }
        args["credentials"] = {"mode": CredentialMode.INHERITED}
    return cast(AuroraClusterArgs, args)


def _is_observed(region: str, spec: GlobalDatabaseArgs) -> bool:
    wanted = "observability" in spec or spec.get("protection") is not Protection.EPHEMERAL
    return wanted and not spec["members"][region].get("headless", False)


def _observability_args(region: str, connection: Input[str], spec: GlobalDatabaseArgs) -> ObservabilityArgs:
    args: dict[str, Any] = {
        **spec.get("observability", {}),
        **_picked(spec, ("engine", "protection", "tags")),
        "connection": connection,
        "serverless": "serverless" in spec["members"][region],
        "is_global": region == spec.get("primary_region"),
        "region": region,
    }
    return cast(ObservabilityArgs, args)


def _backup_plan_args(
    region: str, connection: Input[str], topic_arn: Input[str] | None, spec: GlobalDatabaseArgs
) -> BackupPlanArgs:
    args: dict[str, Any] = {
        **spec.get("backup_plan", {}),
        **_picked(spec, ("protection", "permissions_boundary_arn", "iam_path", "tags")),
        "connections": {"database": connection},
        "continuous_backup": _is_continuous(region, spec),
        "topic_arn": topic_arn,
        "region": region,
    }
    return cast(BackupPlanArgs, args)


def _is_continuous(region: str, spec: GlobalDatabaseArgs) -> bool:
    wanted = spec.get("backup_plan", {}).get("continuous_backup", "backup_plan" in spec)
    return wanted and region == spec.get("primary_region")


def _validate(name: str, spec: GlobalDatabaseArgs, problems: Problems) -> None:
    members = spec.get("members", {})
    primary = spec.get("primary_region")
    existing = "from_existing_cluster_arn" in spec
    check_region(problems, "primary_region", primary)
    if primary is not None and not existing and primary not in members:
        problems.add("members", f"the primary region {primary} is missing; add it")
    if primary is not None and existing and primary in members:
        problems.add(f"members.{primary}", "the existing cluster is the primary; leave this one out")
    if existing:
        for field in _PRIMARY_ONLY:
            if field in spec:
                problems.add(field, "belongs to the existing cluster; leave it out")
    writer = spec.get("writer_region")
    if writer is not None and writer != primary and writer not in members:
        problems.add("writer_region", f"{writer} is no member; name one of: {', '.join(members)}")
    secondaries = [region for region in members if region != primary]
    if len(secondaries) > SECONDARIES_LIMIT:
        problems.add(
            "members", f"{len(secondaries)} regions follow the primary; at most {SECONDARIES_LIMIT} can"
        )
    for region, member in members.items():
        _validate_member(region, member, region == primary, problems)
    for field in ("logs", "monitoring", "observability", "backup_plan"):
        if "kms_key_arn" in cast(Mapping[str, Any], spec).get(field, {}):
            problems.add(f"{field}.kms_key_arn", "is a key of one region; leave it out")
    for field in ("observability", "backup_plan"):
        if "topic_arn" in cast(Mapping[str, Any], spec).get(field, {}):
            problems.add(
                f"{field}.topic_arn", "is a topic of one region; leave it out, and each gets its own"
            )
    seconds = spec.get("recovery_point_seconds")
    limits = SHORTEST_RECOVERY_POINT_SECONDS, LONGEST_RECOVERY_POINT_SECONDS
    check_range(problems, "recovery_point_seconds", seconds, *limits)
    if seconds is not None and spec.get("engine") is Engine.MYSQL:
        problems.add("recovery_point_seconds", "is a feature of Aurora PostgreSQL; leave it out")
    identifier = spec.get("global_name")
    if identifier is not None and identifier != aws_name(identifier, _NAME_LIMIT):
        problems.add(
            "global_name",
            f"'{identifier}' must be at most {_NAME_LIMIT} lower-case letters, digits and single dashes, a letter "
            f"first; such as '{aws_name(identifier, _NAME_LIMIT)}'",
        )
    if "engine" in spec and primary is not None:
        _validate_clusters(name, spec, problems)
        _validate_surroundings(spec, problems)


def _validate_member(region: str, member: RegionalCluster, is_primary: bool, problems: Problems) -> None:
    path = f"members.{region}"
    check_region(problems, path, region)
    if is_primary and member.get("headless"):
        problems.add(f"{path}.headless", "the primary needs instances; only another region goes without")
    if is_primary and member.get("write_forwarding"):
        problems.add(f"{path}.write_forwarding", "the primary writes itself; set it on another region")
    if member.get("headless"):
        for field in ("instances", "default_instance_class", "serverless"):
            if field in member:
                problems.add(f"{path}.{field}", "a headless region has no instance; leave it out")


_OWN_NAMES = {"credentials.username": "admin_username", "credentials.password_version": "password_version"}
"""Where an argument of a member has another name here."""


def _validate_clusters(name: str, spec: GlobalDatabaseArgs, problems: Problems) -> None:
    """Have every member checked as the AuroraCluster it will be, before the first of them is registered."""
    names = (
        {f"cluster_parameters.{_RPO}": "recovery_point_seconds"} if "recovery_point_seconds" in spec else {}
    )
    names |= _OWN_NAMES
    for region in spec.get("members", {}):
        args = _member_args(name, region, _identifier(name, spec), spec)
        part = Problems()
        for path, message in problems_of(f"{name}-{region}", args):
            is_shared = path.partition(".")[0] in (*_SHARED, "database_name")
            part.add(names.get(path, path if is_shared else f"members.{region}.{path}"), message)
        problems.include(part)


def _validate_surroundings(spec: GlobalDatabaseArgs, problems: Problems) -> None:
    """Have what surrounds the members checked; their own arguments have been."""
    for region in spec.get("members", {}):
        watching, saving = Problems(), Problems()
        if _is_observed(region, spec):
            validate_observability(_observability_args(region, "", spec), watching)
        if "backup_plan" in spec:
            validate_backup_plan(_backup_plan_args(region, "", None, spec), saving)
        placed = Problems()
        for field, found in (("observability", watching), ("backup_plan", saving)):
            for path, message in found:
                if path.partition(".")[0] not in ("region", *_SHARED):
                    placed.add(f"{field}.{path}" if path else field, message)
        problems.include(placed)
