"""What can be wrong with the arguments of a GlobalDatabase."""

from collections.abc import Mapping, Sequence
from typing import Any

from ..aurora_cluster import SharedSettings
from ..aurora_cluster import validation as aurora_cluster
from ..aurora_cluster.parameters import check_audits_admin
from ..aurora_cluster.validation.credentials import check_username
from ..aurora_cluster.validation.features import check_global_write_forwarding
from ..aurora_cluster.validation.names import check_component_name
from ..aurora_cluster.validation.network import check_subnets
from ..backup_plan import validation as backup_plan
from ..observability import validation as observability
from ..support.arguments import Problems
from ..support.checks import check_range, check_region
from ..support.enums import Engine
from ..support.names import aws_name
from .args import GlobalDatabaseArgs, RegionalCluster
from .members import global_name, is_observed, member_settings, membership, watched

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

_SAID_ONCE = (*SharedSettings.__annotations__, "database_name")
"""Settings of the members that are given on the GlobalDatabase itself."""


def validate(name: str, spec: GlobalDatabaseArgs, problems: Problems) -> None:
    """Report everything wrong with the arguments to `problems`."""
    members = spec.get("members", {})
    check_component_name(max((f"{name}-{region}" for region in members), key=len, default=name), problems)
    _validate_regions(spec, problems)
    for region, member in members.items():
        is_primary = region == spec.get("primary_region")
        _validate_member(region, member, is_primary, problems.at(f"members.{region}"))
    _validate_one_region_only(spec, problems)
    _validate_primary(spec, problems)
    identifier = spec.get("global_name")
    if identifier is not None and identifier != aws_name(identifier, _NAME_LIMIT):
        problems.add(
            "global_name",
            f"'{identifier}' must be at most {_NAME_LIMIT} lower-case letters, digits and single dashes, a letter "
            f"first; such as '{aws_name(identifier, _NAME_LIMIT)}'",
        )
    if "engine" in spec and "primary_region" in spec:
        for region in members:
            _validate_cluster(name, region, spec, problems)
        _validate_surroundings(spec, problems)


def _validate_regions(spec: GlobalDatabaseArgs, problems: Problems) -> None:
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
        problems.add("writer_region", f"{writer} is not a member; name one of: {', '.join(members)}")
    secondaries = [region for region in members if region != primary]
    if len(secondaries) > SECONDARIES_LIMIT:
        problems.add(
            "members", f"{len(secondaries)} regions follow the primary; at most {SECONDARIES_LIMIT} can"
        )


def _validate_one_region_only(spec: Mapping[str, Any], problems: Problems) -> None:
    """Keys and topics are of one region, and these settings are for all regions."""
    for field in ("logs", "monitoring", "observability", "backup_plan"):
        if "kms_key_arn" in spec.get(field, {}):
            problems.add(f"{field}.kms_key_arn", "is a key of one region; leave it out")
    for field in ("observability", "backup_plan"):
        if "topic_arn" in spec.get(field, {}):
            problems.add(
                f"{field}.topic_arn", "is a topic of one region; leave it out, and each gets its own"
            )


def _validate_primary(spec: GlobalDatabaseArgs, problems: Problems) -> None:
    seconds = spec.get("recovery_point_seconds")
    limits = SHORTEST_RECOVERY_POINT_SECONDS, LONGEST_RECOVERY_POINT_SECONDS
    check_range(problems, "recovery_point_seconds", seconds, *limits)
    if seconds is not None and spec.get("engine") is Engine.MYSQL:
        problems.add("recovery_point_seconds", "is a feature of Aurora PostgreSQL; leave it out")
    if spec.get("password_version", 1) < 1:
        problems.add("password_version", "must be 1 or more")
    username = spec.get("admin_username")
    if "engine" in spec and isinstance(username, str):
        check_username(Engine(spec["engine"]), username, "admin_username", problems)
        check_audits_admin(spec.get("cluster_parameters", {}), username, problems)


def _validate_member(region: str, member: RegionalCluster, is_primary: bool, problems: Problems) -> None:
    check_region(problems, "", region)
    subnets = member.get("subnet_ids")
    if isinstance(subnets, Sequence):
        check_subnets(subnets, problems)
    if is_primary and member.get("headless"):
        problems.add("headless", "the primary needs instances; only another region goes without")
    if member.get("headless"):
        for field in ("instances", "default_instance_class", "serverless"):
            if field in member:
                problems.add(field, "a headless region has no instance; leave it out")


def _validate_cluster(name: str, region: str, spec: GlobalDatabaseArgs, problems: Problems) -> None:
    """Check a member as the AuroraCluster it will be."""
    place = problems.at(f"members.{region}", from_root=_SAID_ONCE)
    role = membership(global_name(name, spec), region, spec)
    plan = aurora_cluster.validate_settings(
        f"{name}-{region}", member_settings(name, region, spec), place, role
    )
    if plan is not None:
        forwards = spec["members"][region].get("write_forwarding", False)
        check_global_write_forwarding(plan, forwards, place)


def _validate_surroundings(spec: GlobalDatabaseArgs, problems: Problems) -> None:
    """Check what is around the members."""
    clusters = [watched(region, spec) for region in spec["members"] if is_observed(region, spec)]
    if clusters:
        settings = spec.get("observability", {})
        observability.validate_settings(settings, problems.at("observability"), clusters)
    for region in spec["members"]:
        if "backup_plan" in spec:
            backup_plan.validate_settings(spec["backup_plan"], problems.at("backup_plan"), region)
