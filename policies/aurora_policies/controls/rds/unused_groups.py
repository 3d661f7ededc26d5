"""A group that nothing uses is taken for the one that counts, and reviewed and changed in its stead.

A stack without a database makes its groups for other stacks, so they are not judged.
"""

from collections.abc import Iterator

from ...model import Stack, Value
from ...model.rds import (
    ClusterInstance,
    ClusterParameterGroup,
    DbCluster,
    DbInstance,
    ParameterGroup,
    SubnetGroup,
)
from ..control import PASS, Severity, Verdict, control, fail, not_applicable, unknown

Group = SubnetGroup | ClusterParameterGroup | ParameterGroup
Database = DbCluster | ClusterInstance | DbInstance

_KINDS = (DbCluster, ClusterInstance, DbInstance)
_PATHS = (
    "dbSubnetGroupName",
    "dbClusterParameterGroupName",
    "dbInstanceParameterGroupName",
    "dbParameterGroupName",
    "parameterGroupName",
)


def _names(database: Database, kind: type[Group]) -> Iterator[Value[str]]:
    """The properties by which `database` may name a group of this kind."""
    if kind is SubnetGroup:
        yield database.subnet_group
    elif kind is ClusterParameterGroup:
        if isinstance(database, DbCluster):
            yield database.parameter_group
    elif isinstance(database, DbCluster):
        yield database.instance_parameter_group
    else:
        yield database.parameter_group


def _undecided(stack: Stack, kind: type[Group]) -> Verdict | None:
    """The verdict where a database names a group of this kind that is not known before the update."""
    databases: list[Database] = [*stack.all(DbCluster), *stack.all(ClusterInstance), *stack.all(DbInstance)]
    for database in databases:
        for name in _names(database, kind):
            if name.is_unknown and not stack.follow(name, kind).found:
                return unknown(f"which group {database.name} names is not known before the update", name)
    return None


@control(
    title="Subnet and parameter groups are used",
    severity=Severity.LOW,
    topic="best-practices",
    source="USER_WorkingWithParamGroups",
    remediation="Name the group on the database that it is meant for, or delete it.",
)
def unused_groups(group: SubnetGroup | ClusterParameterGroup | ParameterGroup, stack: Stack) -> Verdict:
    if not any(stack.all(kind) for kind in _KINDS):
        return not_applicable("the stack has no database, so the group is for another stack")
    if any(stack.referrers(group, kind, *_PATHS) for kind in _KINDS):
        return PASS
    if (reason := stack.table(_undecided, type(group))) is not None:
        return reason
    return fail(f"No database of this stack uses the {group.NOUN}.")
