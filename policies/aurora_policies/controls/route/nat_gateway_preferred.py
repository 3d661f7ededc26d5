"""A NAT instance has to be patched, sized and replaced; a NAT gateway is AWS's to run."""

from ...model.reachability import RouteEntry, inline_routes, own_route
from ...model.route import Route, RouteTable
from ..control import PASS, Severity, Verdict, control, each, fail


def _judge(route: RouteEntry) -> Verdict:
    target = route.value("networkInterfaceId", "instanceId")
    if target.is_absent or not route.is_default:
        return PASS
    return fail(f"`{target.path}` sends the default route to an instance.", target)


@control(
    title="Default route leads to a NAT gateway, not to an instance",
    severity=Severity.LOW,
    topic="infrastructure-security",
    source="https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-comparison.html",
    remediation="Set natGatewayId instead of networkInterfaceId; in place.",
)
def nat_gateway_preferred(subject: Route | RouteTable) -> Verdict:
    if isinstance(subject, Route):
        return _judge(own_route(subject))
    return each(inline_routes(subject), _judge)
