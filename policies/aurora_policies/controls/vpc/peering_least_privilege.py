"""A route to everything over a peering connection opens this VPC to the whole peer."""

from ...model import Stack
from ...model.addresses import network
from ...model.reachability import RouteEntry, inline_routes, own_route
from ...model.route import Route, RouteTable
from ...model.vpc import Vpc, VpcPeeringConnection
from ..control import PASS, Severity, Verdict, control, each, fail, not_applicable


def _judge(route: RouteEntry, stack: Stack) -> Verdict:
    peering = route.value("vpcPeeringConnectionId")
    if peering.is_absent:
        return PASS
    if (everything := route.internet_range(stack)) is not None:
        return fail(f"`{peering.path}` sends all traffic ({everything.shown()}) to the peer.", peering)
    destination = route.destination
    for connection in stack.follow(peering, VpcPeeringConnection).found:
        for vpc in stack.follow(connection.peer_vpc, Vpc).found:
            whole = vpc.cidr_block
            peer = network(whole.get("") or "") if whole.is_set and not whole.is_unknown else None
            if peer is not None and peer == network(destination.get("")):
                return fail(f"`{peering.path}` routes to the whole peer VPC, {destination.shown()}.", peering)
    return PASS


@control(
    title="Routes over a peering connection must be narrow",
    severity=Severity.MEDIUM,
    topic="vpc",
    source="https://docs.aws.amazon.com/vpc/latest/peering/peering-configurations-partial-access.html",
    remediation="Route to the subnets that are needed, not to 0.0.0.0/0 or the whole peer; in place.",
)
def peering_least_privilege(subject: Route | RouteTable, stack: Stack) -> Verdict:
    if isinstance(subject, Route):
        entry = own_route(subject)
        if entry.value("vpcPeeringConnectionId").is_absent:
            return not_applicable("the route leads over no peering connection")
        return _judge(entry, stack)
    return each(inline_routes(subject), lambda route: _judge(route, stack))
