"""Somebody has to patch, size and replace a NAT instance; AWS runs a NAT gateway."""

from ...model import Stack
from ...model.reachability import RouteEntry, inline_routes, own_route
from ...model.route import Route, RouteTable
from ..control import PASS, Severity, Verdict, control, each, fail


def _judge(route: RouteEntry, stack: Stack) -> Verdict:
    target = route.value("networkInterfaceId", "instanceId")
    if target.is_absent or route.internet_range(stack) is None:
        return PASS
    return fail(f"`{target.path}` sends the default route to an instance.", target)


@control(
    title="Default route must lead to a NAT gateway, not to an instance",
    severity=Severity.LOW,
    topic="infrastructure-security",
    source="https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-comparison.html",
    remediation="Set natGatewayId instead of networkInterfaceId; in place.",
)
def nat_gateway_preferred(subject: Route | RouteTable, stack: Stack) -> Verdict:
    if isinstance(subject, Route):
        return _judge(own_route(subject), stack)
    return each(inline_routes(subject), lambda route: _judge(route, stack))
