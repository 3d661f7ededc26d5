"""The default VPC is public by design: every subnet of it has a route to the internet."""

from ...model import Stack
from ...model.rds import SubnetGroup
from ...model.subnet import DefaultSubnet, Subnet
from ...model.vpc import DefaultVpc
from ..control import Severity, Verdict, control, fail, passed, unknown


@control(
    title="Database is not in the default VPC",
    severity=Severity.MEDIUM,
    topic="vpc",
    source="USER_VPC.WorkingWithRDSInstanceinaVPC",
    remediation="Put the subnet group on subnets of a VPC of your own. Moving a cluster there is a replacement.",
)
def no_default_vpc(group: SubnetGroup, stack: Stack) -> Verdict:
    reference = stack.follow(group.subnets, Subnet, DefaultSubnet)
    for subnet in reference.found:
        if isinstance(subnet, DefaultSubnet):
            return fail(
                f"`{group.subnets.path}` names {subnet.resource.name}, a subnet of the default VPC.",
                group.subnets,
            )
        if stack.follow(subnet.value("vpcId"), DefaultVpc).found:
            return fail(
                f"`{group.subnets.path}` names {subnet.resource.name}, which is in the default VPC.",
                group.subnets,
            )
    if reference.outside or group.subnets.is_absent:
        return unknown("the subnets are not part of this stack", group.subnets)
    return passed()
