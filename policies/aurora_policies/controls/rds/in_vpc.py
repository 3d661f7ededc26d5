"""Without a subnet group of its own a database lands in the default VPC, whose subnets are public.

A member follows its cluster; a restore or a replica in the same Region follows its source.
"""

from ...model.rds import DbCluster, DbInstance
from ..control import Severity, Verdict, control, fail, not_applicable, passed


def _is_default(name: str) -> bool:
    return name.lower() == "default" or name.lower().startswith("default-vpc")


@control(
    title="Database names its subnet group",
    severity=Severity.HIGH,
    topic="vpc",
    source="USER_VPC",
    remediation="Set dbSubnetGroupName to a group of private subnets. On an existing cluster that is a replacement.",
)
def in_vpc(database: DbCluster | DbInstance) -> Verdict:
    group = database.subnet_group
    if group.is_absent:
        if isinstance(database, DbCluster) and database.is_serverless_v1 and database.is_restore:
            return not_applicable("a restore follows its source")
        if database.is_replica and isinstance(database, DbInstance):
            return not_applicable("a replica follows its source")
        if database.is_restore:
            return fail(f"`{group.path}` is not set: a restore lands in the default VPC.", group)
        return fail(f"`{group.path}` is not set: the database lands in the default VPC.", group)
    if not group.is_unknown and _is_default(group.get("")):
        return fail(f"`{group.path}` is {group.shown()}, the group of the default VPC.", group)
    return passed()
