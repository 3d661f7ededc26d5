"""Which parameter group counts for a database, and what the engine does where a group leaves a parameter out."""

from collections.abc import Callable

from ...model import Stack, Value
from ...model.rds import ClusterParameterGroup, DbCluster, DbInstance, ParameterGroup
from ..control import Verdict, every, fail, unknown

Group = ClusterParameterGroup | ParameterGroup

_ON = ("1", "on", "true")

_OTHER_FAMILIES = ("neptune", "docdb")


def is_on(value: Value[str]) -> bool:
    """Whether a known parameter is switched on: AWS takes 1, ON and TRUE, in any case."""
    return (value.get("") or "").strip().lower() in _ON


def is_other_family(group: Group) -> bool:
    """Whether the group is for Neptune or DocumentDB."""
    return (group.family.get("") or "").lower().startswith(_OTHER_FAMILIES)


def judge_through_group(
    database: DbCluster | DbInstance,
    stack: Stack,
    judge: Callable[[Group], Verdict],
    by_default: Callable[[str], Verdict],
) -> Verdict:
    """Judge a database by the parameter group it names.

    `by_default` judges what the default group of the engine's family does: it is called with the reason that
    a default group counts.
    """
    name = database.parameter_group
    if name.is_absent:
        return by_default(f"`{name.path}` is not set, so the engine's default group counts")
    reference = stack.follow(name, *_kinds(database))
    if reference.found:
        return every([judge(group) for group in reference.found])
    if not name.is_unknown and (name.get("") or "").lower().startswith("default."):
        return by_default(f"`{name.path}` is {name.shown()}, a default group, which cannot be changed")
    return unknown(reference.outside_reason, name)


def _kinds(database: DbCluster | DbInstance) -> tuple[type[Group], ...]:
    if isinstance(database, DbCluster):
        return (ClusterParameterGroup,)
    return (ParameterGroup, ClusterParameterGroup)  # some programs confuse the two


def off_by_default(parameter: str) -> Callable[[str], Verdict]:
    """What a default group does that leaves `parameter` off."""
    return lambda reason: fail(f"{reason}: it leaves {parameter} off.")
