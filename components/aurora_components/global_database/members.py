"""The arguments of the members of a GlobalDatabase, and of what surrounds them."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

import pulumi
from pulumi import Input

from ..aurora_cluster.args import (
    AuroraClusterArgs,
)
from ..backup_plan import BackupPlanArgs
from ..observability import ObservabilityArgs
from ..support.enums import CredentialMode, GlobalRole, Protection
from ..support.names import aws_name
from .args import GlobalDatabaseArgs

RPO = "rds.global_db_rpo"
"""Cluster parameter of Aurora PostgreSQL for the recovery point, in seconds."""


def resolve_identifier(name: str, spec: GlobalDatabaseArgs) -> str:
    return spec.get("global_name") or aws_name(f"{name}-{pulumi.get_stack()}")


SHARED = (
    "engine",
    "engine_version",
    "cluster_parameters",
    "instance_parameters",
    "logs",
    "monitoring",
    "backup",
    "maintenance",
    "protection",
    "allow_deletion",
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


def member_args(
    name: str, region: str, global_identifier: Input[str], spec: GlobalDatabaseArgs
) -> AuroraClusterArgs:
    """The arguments of one member. Its role is that of its creation: a switchover changes no arguments."""
    member = spec["members"][region]
    args: dict[str, Any] = {
        **_picked(spec, SHARED),
        **_picked(member, _REGIONAL),
        "cluster_name": aws_name(f"{resolve_identifier(name, spec)}-{region}"),
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
            recovery_point = {RPO: str(spec["recovery_point_seconds"])}
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


def is_observed(region: str, spec: GlobalDatabaseArgs) -> bool:
    wanted = "observability" in spec or spec.get("protection") is not Protection.EPHEMERAL
    return wanted and not spec["members"][region].get("headless", False)


def observability_args(region: str, connection: Input[str], spec: GlobalDatabaseArgs) -> ObservabilityArgs:
    args: dict[str, Any] = {
        **spec.get("observability", {}),
        **_picked(spec, ("engine", "protection", "allow_deletion", "tags")),
        "connection": connection,
        "serverless": "serverless" in spec["members"][region],
        "is_global": region == spec.get("primary_region"),
        "region": region,
    }
    return cast(ObservabilityArgs, args)


def backup_plan_args(
    region: str, connection: Input[str], topic_arn: Input[str] | None, spec: GlobalDatabaseArgs
) -> BackupPlanArgs:
    args: dict[str, Any] = {
        **spec.get("backup_plan", {}),
        **_picked(spec, ("protection", "allow_deletion", "permissions_boundary_arn", "iam_path", "tags")),
        "connections": {"database": connection},
        "continuous_backup": _is_continuous(region, spec),
        "topic_arn": topic_arn,
        "region": region,
    }
    return cast(BackupPlanArgs, args)


def _is_continuous(region: str, spec: GlobalDatabaseArgs) -> bool:
    wanted = spec.get("backup_plan", {}).get("continuous_backup", "backup_plan" in spec)
    return wanted and region == spec.get("primary_region")
