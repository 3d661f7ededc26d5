"""A database in a subnet with a route to an internet gateway is one switch away from the internet.

The subnets of its group are followed to their route table, associated or main, and on to the gateway.
"""

from ...model import Stack
from ...model.rds import DbCluster, DbInstance, SubnetGroup
from ...model.reachability import public_subnets
from ..control import Severity, Verdict, control, fail, not_applicable, passed, unknown


@control(
    title="Database subnets are private",
    severity=Severity.HIGH,
    topic="vpc",
    source="USER_VPC.WorkingWithRDSInstanceinaVPC",
    remediation=(
        "Put the subnet group on subnets whose route table has no route to an internet gateway and that give no "
        "public addresses. The subnets of a group change in place; another group replaces the cluster."
    ),
)
def private_subnets(group: SubnetGroup, stack: Stack) -> Verdict:
    products = [
        database
        for kind in (DbCluster, DbInstance)
        for database in stack.referrers(group, kind, "dbSubnetGroupName")
    ]
    if products and all(item.out_of_scope for item in products):
        return not_applicable(products[0].out_of_scope)
    if group.subnets.is_absent:
        return unknown("the subnet group names no subnet", group.subnets)
    public, undecided = public_subnets(group.subnets, stack)
    if public:
        ways = "; ".join(subnet.why for subnet in public)
        return fail(
            f"{len(public)} of the subnets in `{group.subnets.path}` can be reached from the internet: {ways}.",
            group.subnets,
        )
    if undecided:
        return unknown("; ".join(dict.fromkeys(undecided)), group.subnets)
    return passed()
