"""A default parameter group cannot be changed, so a database on one can be given no security parameter.

A member without a group of its own still has its cluster's, which holds what matters.
"""

from ...model.rds import ClusterInstance, DbCluster, DbInstance
from ..control import Severity, Verdict, control, fail, passed


@control(
    title="Database has a parameter group of its own",
    severity=Severity.LOW,
    topic="best-practices",
    source="USER_WorkingWithParamGroups",
    remediation=(
        "Make a parameter group of the engine's family and name it; in place, and static parameters count after "
        "a restart."
    ),
)
def custom_parameter_group(database: DbCluster | ClusterInstance | DbInstance) -> Verdict:
    group = database.parameter_group
    if group.is_unknown:
        return passed()
    name = group.get("")
    if not name:
        if isinstance(database, ClusterInstance):
            return passed()
        return fail(
            f"`{group.path}` is not set: the engine's default group counts, which cannot be changed.", group
        )
    if name.lower().startswith("default."):
        return fail(f"`{group.path}` is {group.shown()}, which cannot be changed.", group)
    return passed()
