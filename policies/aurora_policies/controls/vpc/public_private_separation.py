"""A VPC all of whose subnets are public has no place for a database."""

from ...model import Stack, Undecided
from ...model.reachability import internet_route
from ...model.subnet import Subnet
from ...model.vpc import Vpc
from ..control import Severity, Verdict, control, fail, not_applicable, passed, unknown


@control(
    title="VPC has private subnets",
    severity=Severity.LOW,
    topic="vpc",
    source="USER_VPC.Scenarios",
    remediation="Add subnets whose route table has no route to an internet gateway.",
    opt_in="a VPC for public services alone is a legitimate one",
)
def public_private_separation(vpc: Vpc, stack: Stack) -> Verdict:
    subnets = stack.referrers(vpc, Subnet, "vpcId")
    if not subnets:
        return not_applicable("this stack makes no subnet of the VPC")
    reason = ""
    for subnet in subnets:
        try:
            if internet_route(subnet, stack) is None:
                return passed()
        except Undecided as undecided:
            reason = undecided.reason
    return unknown(reason) if reason else fail("Every subnet of the VPC has a route to an internet gateway.")
