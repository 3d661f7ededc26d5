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


def _names(database: Database, group: Group) -> Iterator[Value[str]]:
    """The properties by which `database` may name a group of this kind."""
    if isinstance(group, SubnetGroup):
        yield database.subnet_group
    elif isinstance(group, ClusterParameterGroup):
        if isinstance(database, DbCluster):
            yield database.parameter_group
    elif isinstance(database, DbCluster):
        yield database.instance_parameter_group
    else:
        yield database.parameter_group


@control(
    title="Subnet and parameter groups are used",
    severity=Severity.LOW,
    topic="best-practices",
    source="USER_WorkingWithParamGroups",
    remediation="Name the group on the database that it is meant for, or delete it.",
)
def unused_groups(group: SubnetGroup | ClusterParameterGroup | ParameterGroup, stack: Stack) -> Verdict:
    databases: list[Database] = [*stack.all(DbCluster), *stack.all(ClusterInstance), *stack.all(DbInstance)]
    if not databases:
        return not_applicable("the stack has no database, so the group is for another stack")
    if any(stack.referrers(group, kind, *_PATHS) for kind in _KINDS):
        return PASS
    for database in databases:
        for name in _names(database, group):
            if name.is_unknown and not stack.follow(name, type(group)).found:
                return unknown(f"which group {database.name} names is not known before the update", name)
    return fail(f"No database of this stack uses the {group.NOUN}.")
