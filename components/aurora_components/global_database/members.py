"""The arguments of the members of a GlobalDatabase, and of what is around them."""

import pulumi
from pulumi import Input

from ..aurora_cluster import AuroraClusterArgs, ClusterSettings, RegionalSettings, SharedSettings
from ..aurora_cluster.args import Credentials, GlobalMembership
from ..backup_plan import BackupPlanArgs
from ..observability import ObservabilityArgs, Watched
from ..support.arguments import picked
from ..support.enums import CredentialMode, GlobalRole, Protection
from ..support.names import aws_name
from ..support.shared_args import Guarded, Roles, Tags
from .args import GlobalDatabaseArgs

RPO = "rds.global_db_rpo"
"""Cluster parameter of Aurora PostgreSQL for the recovery point, in seconds."""


def global_name(name: str, spec: GlobalDatabaseArgs) -> str:
    """Identifier of the global cluster."""
    return spec.get("global_name") or aws_name(f"{name}-{pulumi.get_stack()}")


def member_settings(name: str, region: str, spec: GlobalDatabaseArgs) -> ClusterSettings:
    """What the user decides of one member."""
    member = spec["members"][region]
    settings: ClusterSettings = {
        "cluster_name": aws_name(f"{global_name(name, spec)}-{region}"),
        **picked(spec, SharedSettings),
        **picked(member, RegionalSettings),
        "region": region,
    }
    if region == spec["primary_region"] and "database_name" in spec:
        settings["database_name"] = spec["database_name"]
    if member.get("headless"):
        settings["instances"] = {}
    if is_continuous(region, spec):
        settings["backup"] = {"managed_by_aws_backup": True, **spec.get("backup", {})}
    return settings


def membership(global_identifier: Input[str], region: str, spec: GlobalDatabaseArgs) -> GlobalMembership:
    """The part of one member in the global database. It is that of its creation: a switchover changes no arguments."""
    primary = spec["primary_region"]
    if region == primary:
        return {"global_cluster_identifier": global_identifier, "role": GlobalRole.PRIMARY}
    writer = spec.get("writer_region", primary)
    return {
        "global_cluster_identifier": global_identifier,
        "role": GlobalRole.SECONDARY,
        "primary_region": primary if region == writer else writer,
        "write_forwarding": spec["members"][region].get("write_forwarding", False),
    }


def member_args(
    name: str, region: str, global_identifier: Input[str], spec: GlobalDatabaseArgs
) -> AuroraClusterArgs:
    """The arguments of one member."""
    member = spec["members"][region]
    args: AuroraClusterArgs = {
        **member_settings(name, region, spec),
        "vpc_id": member["vpc_id"],
        "subnet_ids": member["subnet_ids"],
        "global_membership": membership(global_identifier, region, spec),
        "credentials": _credentials(region, spec),
    }
    if "kms_key_arn" in member:
        args["kms_key_arn"] = member["kms_key_arn"]
    if region == spec["primary_region"] and "recovery_point_seconds" in spec:
        recovery_point = {RPO: str(spec["recovery_point_seconds"])}
        args["cluster_parameters"] = {**spec.get("cluster_parameters", {}), **recovery_point}
    return args


def _credentials(region: str, spec: GlobalDatabaseArgs) -> Credentials:
    if region != spec["primary_region"]:
        return {"mode": CredentialMode.INHERITED}
    credentials: Credentials = {
        "mode": CredentialMode.GENERATED,
        "password_version": spec.get("password_version", 1),
    }
    if "admin_username" in spec:
        credentials["username"] = spec["admin_username"]
    if "rotation_function_arn" in spec:
        credentials["rotation_function_arn"] = spec["rotation_function_arn"]
    return credentials


def is_observed(region: str, spec: GlobalDatabaseArgs) -> bool:
    """Whether there are alarms in the region of a member."""
    wanted = "observability" in spec or spec.get("protection") is not Protection.EPHEMERAL
    return wanted and not spec["members"][region].get("headless", False)


def watched(region: str, spec: GlobalDatabaseArgs) -> Watched:
    """What kind of cluster Observability watches in a region."""
    return Watched(
        engine=spec.get("engine"),
        serverless="serverless" in spec["members"][region],
        is_global=region == spec.get("primary_region"),
        has_proxy=False,
    )


def observability_args(region: str, connection: Input[str], spec: GlobalDatabaseArgs) -> ObservabilityArgs:
    """The arguments of the Observability of one member."""
    cluster = watched(region, spec)
    return {
        **spec.get("observability", {}),
        **picked(spec, Tags),
        **picked(spec, Guarded),
        "connection": connection,
        "engine": spec["engine"],
        "serverless": cluster.serverless,
        "is_global": cluster.is_global,
        "region": region,
    }


def backup_plan_args(
    region: str, connection: Input[str], topic_arn: Input[str] | None, spec: GlobalDatabaseArgs
) -> BackupPlanArgs:
    """The arguments of the BackupPlan of one member."""
    args: BackupPlanArgs = {
        **spec.get("backup_plan", {}),
        **picked(spec, Tags),
        **picked(spec, Guarded),
        **picked(spec, Roles),
        "connections": {"database": connection},
        "continuous_backup": is_continuous(region, spec),
        "region": region,
    }
    if topic_arn is not None:
        args["topic_arn"] = topic_arn
    return args


def is_continuous(region: str, spec: GlobalDatabaseArgs) -> bool:
    """Whether AWS Backup takes continuous backups in a region: only the primary's cluster can have them."""
    wanted = spec.get("backup_plan", {}).get("continuous_backup", "backup_plan" in spec)
    return wanted and region == spec.get("primary_region")
