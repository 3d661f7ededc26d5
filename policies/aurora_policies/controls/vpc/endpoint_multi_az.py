"""An interface endpoint in one subnet is lost with that subnet's zone, and with it every service behind it."""

from ...model import Stack
from ...model.subnet import DefaultSubnet, Subnet
from ...model.vpc import VpcEndpoint, VpcEndpointAssociation
from ..control import Severity, Verdict, control, fail, not_applicable, passed, unknown


@control(
    title="Interface endpoint is in two subnets or more",
    severity=Severity.LOW,
    topic="privatelink",
    source="vpc-interface-endpoints",
    remediation="Name subnets of two Availability Zones in subnetIds; in place, each is billed.",
)
def endpoint_multi_az(endpoint: VpcEndpoint, stack: Stack) -> Verdict:
    if not endpoint.is_interface:
        return not_applicable("only interface endpoints stand in subnets")
    subnets = endpoint.subnets
    joined = [
        item
        for item in stack.referrers(endpoint, VpcEndpointAssociation, "vpcEndpointId")
        if item.is_of_subnet
    ]
    is_list_unknown = subnets.is_unknown and not isinstance(subnets.raw, list)
    named = stack.follow(subnets, Subnet, DefaultSubnet).found if is_list_unknown else list(subnets.items())
    count = len(named) + len(joined)
    if count >= 2:
        return passed()
    if is_list_unknown:
        return unknown(f"`{subnets.path}` is not known before the update", subnets)
    return fail(f"`{subnets.path}` names {'one subnet' if count else 'no subnet'}; it needs two.", subnets)
