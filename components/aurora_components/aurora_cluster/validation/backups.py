"""Backups and where a cluster's data comes from."""

import re

from ...support.arguments import Problems
from ...support.checks import check_range
from ...support.enums import Engine
from .. import parameters
from ..args import ClusterSettings
from ..plan import Plan

_TIMESTAMP = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z")


def check_backup(plan: Plan, args: ClusterSettings, problems: Problems) -> None:
    check_range(problems, "backup.retention_days", plan.retention_days, 1, 35)
    hours = args.get("backup", {}).get("backtrack_hours")
    if hours is None:
        return
    path = "backup.backtrack_hours"
    check_range(problems, path, hours, 1, 72)
    if plan.engine is not Engine.MYSQL:
        problems.add(path, "only Aurora MySQL has backtrack; restore to a point in time instead")
    if plan.global_role is not None:
        problems.add(path, "does not work in a global database; remove it")
    binlog = args.get("cluster_parameters", {}).get("binlog_format")
    if binlog is not None and not parameters.mean_same(binlog, "off"):
        problems.add(path, "does not work with binary logging; remove it, or binlog_format")


def check_restore(plan: Plan, args: ClusterSettings, problems: Problems) -> None:
    restore = args.get("restore")
    if restore is None:
        return
    sources = ("snapshot_identifier", "source_cluster_identifier", "source_cluster_resource_id")
    named = [source for source in sources if source in restore]
    if len(named) != 1:
        problems.add("restore", f"has {len(named)} sources; name one of {', '.join(sources)}")
    in_time = [
        key for key in ("restore_to_time", "use_latest_restorable_time", "copy_on_write") if restore.get(key)
    ]
    if named == ["snapshot_identifier"] and in_time:
        problems.add(f"restore.{in_time[0]}", "a snapshot is one point in time already; remove it")
    if "restore_to_time" in restore and "use_latest_restorable_time" in restore:
        problems.add("restore.use_latest_restorable_time", "excludes restore_to_time; keep one of them")
    if not _TIMESTAMP.fullmatch(restore.get("restore_to_time", "2026-01-01T00:00:00Z")):
        problems.add("restore.restore_to_time", "must be RFC 3339 in UTC, such as 2026-11-24T10:00:00Z")
    if restore.get("copy_on_write") and "restore_to_time" in restore:
        problems.add("restore.restore_to_time", "a clone starts from now; remove it")
    if plan.global_role is not None:
        problems.add(
            "restore",
            "cannot be a member of a global database too; restore first, then build the "
            "global database from the cluster",
        )
