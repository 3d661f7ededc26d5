"""What can be wrong with the arguments of a GlobalDatabase."""

from collections.abc import Mapping
from typing import Any, cast

from ..aurora_cluster import problems_of
from ..backup_plan import validate as validate_backup_plan
from ..observability import validate as validate_observability
from ..support.arguments import Problems
from ..support.checks import check_range, check_region
from ..support.enums import Engine
from ..support.names import aws_name
from .args import GlobalDatabaseArgs, RegionalCluster
from .members import (
    RPO,
    SHARED,
    backup_plan_args,
    is_observed,
    member_args,
    observability_args,
    resolve_identifier,
)

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


def validate(name: str, spec: GlobalDatabaseArgs, problems: Problems) -> None:
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
        {f"cluster_parameters.{RPO}": "recovery_point_seconds"} if "recovery_point_seconds" in spec else {}
    )
    names |= _OWN_NAMES
    for region in spec.get("members", {}):
        args = member_args(name, region, resolve_identifier(name, spec), spec)
        part = Problems()
        for path, message in problems_of(f"{name}-{region}", args):
            is_shared = path.partition(".")[0] in (*SHARED, "database_name")
            part.add(names.get(path, path if is_shared else f"members.{region}.{path}"), message)
        problems.include(part)


def _validate_surroundings(spec: GlobalDatabaseArgs, problems: Problems) -> None:
    """Have what surrounds the members checked; their own arguments have been."""
    for region in spec.get("members", {}):
        watching, saving = Problems(), Problems()
        if is_observed(region, spec):
            validate_observability(observability_args(region, "", spec), watching)
        if "backup_plan" in spec:
            validate_backup_plan(backup_plan_args(region, "", None, spec), saving)
        placed = Problems()
        for field, found in (("observability", watching), ("backup_plan", saving)):
            for path, message in found:
                if path.partition(".")[0] not in ("region", *SHARED):
                    placed.add(f"{field}.{path}" if path else field, message)
        problems.include(placed)
