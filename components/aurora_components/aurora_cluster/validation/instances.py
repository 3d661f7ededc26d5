"""Instances and the custom endpoints over them."""

import re
from collections.abc import Sequence

from pulumi import Input

from ...support.arguments import Problems, nearest
from ...support.checks import check_range, check_tags
from ...support.enums import Protection
from .. import engine as facts
from ..args import ClusterSettings
from ..plan import Plan
from .names import check_identifier

_INSTANCE_KEY = re.compile(r"[a-z][a-z0-9]{0,14}")


_ENDPOINT_NAME = re.compile(r"[a-z](?!.*--)[a-z0-9-]{0,30}(?<!-)")


_INSTANCE_CLASS = re.compile(r"db\.(serverless|[a-z][a-z0-9-]*\.[a-z0-9-]+)")


def check_instances(plan: Plan, args: ClusterSettings, problems: Problems) -> None:
    members = plan.members
    if not members and not plan.is_secondary:
        problems.add("instances", "a cluster without instances accepts no connections; add one")
    elif plan.protection is Protection.LOCKED and len(members) == 1 and not plan.is_secondary:
        problems.add(
            "instances", "a locked cluster needs two instances or more; add one, or choose another protection"
        )
    if len(members) > facts.MAX_INSTANCES:
        problems.add(
            "instances", f"a cluster has at most {facts.MAX_INSTANCES} instances, not {len(members)}"
        )
    zones = [member.spec.get("availability_zone") for member in members]
    if plan.protection is Protection.LOCKED and len(zones) > 1 and _all_the_same(zones):
        problems.add(
            "instances", f"all are in {zones[0]}; pin them to different zones, or leave the zones to Aurora"
        )
    seen: dict[str, str] = {}
    for member in members:
        path = f"instances.{member.key}"
        if not _INSTANCE_KEY.fullmatch(member.key):
            problems.add(path, "a key is at most 15 lower-case letters and digits, starting with a letter")
        _check_instance_class(plan, member.instance_class, f"{path}.instance_class", problems)
        check_range(problems, f"{path}.promotion_tier", member.promotion_tier, 0, 15)
        check_tags(problems, member.spec.get("tags", {}), f"{path}.tags")
        check_identifier(f"{path}.identifier", member.spec.get("identifier"), problems)
        if member.identifier in seen:
            problems.add(
                f"{path}.identifier", f"'{member.identifier}' is that of {seen[member.identifier]} too"
            )
        seen[member.identifier] = f"instances.{member.key}"


def _all_the_same(zones: Sequence[Input[str] | None]) -> bool:
    """Whether all instances are pinned to one zone that is known now."""
    return isinstance(zones[0], str) and all(isinstance(zone, str) and zone == zones[0] for zone in zones)


def _check_instance_class(plan: Plan, instance_class: str, path: str, problems: Problems) -> None:
    if not instance_class:
        problems.add(path, "no class: set default_instance_class, or serverless")
    elif not _INSTANCE_CLASS.fullmatch(instance_class):
        problems.add(path, f"'{instance_class}' is not an instance class; write it like db.r7g.large")
    elif instance_class.startswith(facts.PREVIOUS_GENERATION):
        problems.add(path, f"{instance_class} is of a previous generation; choose db.r7g or newer")
    elif facts.lacks_insights(plan.engine, instance_class):
        problems.add(
            path,
            f"{instance_class} cannot run Performance Insights with MySQL; choose db.t4g.medium or larger, or "
            "db.serverless",
        )
    elif facts.is_burstable(instance_class) and plan.global_role is not None:
        problems.add(
            path, f"{instance_class}: a global database needs memory-optimised classes such as db.r7g"
        )


def check_endpoints(plan: Plan, args: ClusterSettings, problems: Problems) -> None:
    endpoints = args.get("endpoints", {})
    keys = [member.key for member in plan.members]
    if len(endpoints) > facts.MAX_ENDPOINTS:
        problems.add("endpoints", f"a cluster has at most {facts.MAX_ENDPOINTS} custom endpoints")
    for name, endpoint in endpoints.items():
        path = f"endpoints.{name}"
        if not _ENDPOINT_NAME.fullmatch(name):
            problems.add(path, "a name is at most 31 lower-case letters, digits and single dashes")
        if "members" in endpoint and "excluded_members" in endpoint:
            problems.add(path, "has members and excluded_members; keep one of them")
        for field, listed in (
            ("members", endpoint.get("members", ())),
            ("excluded_members", endpoint.get("excluded_members", ())),
        ):
            for key in listed:
                if key not in keys:
                    problems.add(f"{path}.{field}", f"no instance '{key}'; {nearest(key, keys)}")
