"""The inputs of the cluster itself."""

from collections.abc import Sequence
from typing import Any

from pulumi import CustomTimeouts, Input, Output

from .args import AddressFamily
from .credentials import Admin
from .groups import ParameterGroups, final_snapshot_identifier
from .identity import Identity
from .plan import Plan

_EXTENDED_SUPPORT = "open-source-rds-extended-support"


_IO_OPTIMIZED = "aurora-iopt1"


_STANDARD_STORAGE = "aurora"


_AUTO_PAUSE_SECONDS = 300


_ALWAYS_IGNORED = (
    "availabilityZones",
    "iamRoles",
    "globalClusterIdentifier",
    "replicationSourceIdentifier",
    "engineLifecycleSupport",
)
"""AWS fills in the zones and the roles, a switchover changes the memberships, and the life cycle is chosen once."""


def security_groups(plan: Plan, own: Output[str]) -> Input[Sequence[Input[str]]]:
    """The cluster's own group and the given ones, as a list that stays readable at preview where it can."""
    given = plan.args.get("security_group_ids", [])
    if isinstance(given, Sequence):
        return [own, *given]
    return Output.all(own, given).apply(lambda found: [found[0], *found[1]])


def custom_timeouts(plan: Plan) -> CustomTimeouts | None:
    given = plan.args.get("timeouts")
    return CustomTimeouts(**given) if given else None


def ignored(plan: Plan) -> list[str]:
    """Properties whose differences are not ours to mend. Each list is part of the contract."""
    ignored = list(_ALWAYS_IGNORED)
    if plan.is_restored:
        ignored += ["snapshotIdentifier", "restoreToPointInTime", "masterUsername", "databaseName"]
    if plan.global_role is not None:
        ignored += ["engineVersion", "sourceRegion"]
        if plan.is_secondary:
            ignored += ["masterUsername", "databaseName"]
    elif not plan.applies_engine_version:
        ignored.append("engineVersion")
    if plan.args.get("backup", {}).get("managed_by_aws_backup"):
        ignored += ["backupRetentionPeriod", "preferredBackupWindow"]
    elif "retention_days" not in plan.args.get("backup", {}):
        # The default follows the protection at creation. Lowering the protection later must not cut backups off.
        ignored.append("backupRetentionPeriod")
    return ignored


def cluster_args(plan: Plan, same: Identity, groups: ParameterGroups, admin: Admin) -> dict[str, Any]:
    """Inputs of the cluster, without those of its network."""
    args: dict[str, Any] = {
        "cluster_identifier": same.identifier,
        "engine": plan.engine.value,
        "engine_version": plan.version.text,
        "engine_lifecycle_support": _EXTENDED_SUPPORT
        if plan.args.get("maintenance", {}).get("extended_support")
        else f"{_EXTENDED_SUPPORT}-disabled",
        "port": plan.port,
        "storage_encrypted": True,
        "kms_key_id": same.kms_key_arn,
        "iam_database_authentication_enabled": True,
        "db_cluster_parameter_group_name": groups.cluster,
        "enabled_cloudwatch_logs_exports": list(plan.log_types),
        "performance_insights_enabled": True,
        "performance_insights_kms_key_id": plan.args.get("monitoring", {}).get(
            "kms_key_arn", same.kms_key_arn
        ),
        "performance_insights_retention_period": plan.insights_retention_days,
        "database_insights_mode": plan.insights_mode.value,
        "backup_retention_period": plan.retention_days,
        "preferred_backup_window": plan.backup_window,
        "preferred_maintenance_window": plan.maintenance_window,
        "copy_tags_to_snapshot": True,
        "deletion_protection": plan.deletion.deletion_protection,
        "delete_automated_backups": not plan.deletion.retains,
        "skip_final_snapshot": not plan.takes_final_snapshot,
        "apply_immediately": plan.applies_immediately,
        "auto_minor_version_upgrade": plan.upgrades_minor_versions,
        "region": plan.region,
        "tags": plan.tags(plan.identifier, plan.deletion.tags),
        **admin.cluster_args,
        **_optional_args(plan),
        **_restore_args(plan),
        **_global_args(plan),
    }
    if plan.takes_final_snapshot:
        args["final_snapshot_identifier"] = final_snapshot_identifier(plan, groups)
    if plan.upgrades_major_version:
        args["allow_major_version_upgrade"] = True
        # Valid in this one case: instances move to the group of the new family with the upgrade.
        args["db_instance_parameter_group_name"] = groups.instance
    return args


def _optional_args(plan: Plan) -> dict[str, Any]:
    """Features that are off unless asked for."""
    args: dict[str, Any] = {}
    capacity = plan.args.get("serverless")
    if capacity is not None:
        scaling = {"min_capacity": capacity["min_capacity"], "max_capacity": capacity["max_capacity"]}
        if capacity["min_capacity"] == 0:
            scaling["seconds_until_auto_pause"] = capacity.get(
                "seconds_until_auto_pause", _AUTO_PAUSE_SECONDS
            )
        args["serverlessv2_scaling_configuration"] = scaling
    # Both are said in full: the provider keeps the old value of what is no longer named, and AWS its price.
    args["storage_type"] = _IO_OPTIMIZED if plan.args.get("io_optimized") else _STANDARD_STORAGE
    args["network_type"] = plan.args.get("network_type", AddressFamily.IPV4).value
    if plan.args.get("data_api"):
        args["enable_http_endpoint"] = True
    if plan.args.get("local_write_forwarding"):
        args["enable_local_write_forwarding"] = True
    if "database_name" in plan.args and not plan.is_restored:
        args["database_name"] = plan.args["database_name"]
    hours = plan.args.get("backup", {}).get("backtrack_hours")
    if hours is not None:
        args["backtrack_window"] = hours * 3600
    return args


def _restore_args(plan: Plan) -> dict[str, Any]:
    """Where the data comes from at creation."""
    restore = plan.args.get("restore")
    if restore is None:
        return {}
    if "snapshot_identifier" in restore:
        return {"snapshot_identifier": restore["snapshot_identifier"]}
    point: dict[str, Any] = {
        "restore_type": "copy-on-write" if restore.get("copy_on_write") else "full-copy",
    }
    for source in ("source_cluster_identifier", "source_cluster_resource_id"):
        if source in restore:
            point[source] = restore[source]
    if "restore_to_time" in restore:
        point["restore_to_time"] = restore["restore_to_time"]
    else:
        point["use_latest_restorable_time"] = True
    return {"restore_to_point_in_time": point}


def _global_args(plan: Plan) -> dict[str, Any]:
    """Membership in a global database."""
    membership = plan.args.get("global_membership")
    if membership is None:
        return {}
    args: dict[str, Any] = {"global_cluster_identifier": membership["global_cluster_identifier"]}
    if plan.is_secondary:
        args["source_region"] = membership["primary_region"]
        args["enable_global_write_forwarding"] = membership.get("write_forwarding", False)
    return args
