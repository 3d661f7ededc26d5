"""Subnets in one zone lose everything in them with that zone, and a database needs two."""

from ...model import Stack
from ...model.subnet import Subnet
from ...model.vpc import Vpc
from ..control import Severity, Verdict, control, fail, passed, unknown


@control(
    title="VPC has subnets in two zones or more",
    severity=Severity.LOW,
    topic="vpc",
    source="USER_VPC.WorkingWithRDSInstanceinaVPC",
    remediation="Add subnets in another Availability Zone.",
)
def multi_az_subnets(vpc: Vpc, stack: Stack) -> Verdict:
    subnets = stack.referrers(vpc, Subnet, "vpcId")
    zones: set[str] = set()
    undecided = 0
    for subnet in subnets:
        zone = subnet.availability_zone if subnet.availability_zone.is_set else subnet.availability_zone_id
        if zone.is_unknown or zone.is_absent:
            undecided += 1
        else:
            zones.add(zone.get(""))
    if len(zones) >= 2:
        return passed()
    if undecided and len(subnets) >= 2:
        return unknown("the zones of the subnets are not known before the update, or AWS picks them")
    if not subnets:
        return unknown("this stack makes no subnet of the VPC; another one may")
    if len(subnets) == 1:
        return fail(
            f"The VPC has one subnet in this stack, {subnets[0].resource.name}, and so is in one zone."
        )
    return fail("The subnets of the VPC are in one zone.")
