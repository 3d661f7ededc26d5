"""Cases of route-nat-gateway-preferred."""

from tests.policies.cases import UNKNOWN, absent_passes, added, compliant, mutation, res, unknown, violating

ROUTE = "aws:ec2/route:Route"
WORLD = {"destinationCidrBlock": "0.0.0.0/0"}

CASES = [
    compliant("a NAT gateway", res(ROUTE, **WORLD, natGatewayId="nat-1")),
    compliant(
        "an appliance for one network",
        res(ROUTE, destinationCidrBlock="10.9.0.0/16", networkInterfaceId="eni-1"),
    ),
    violating("an interface", res(ROUTE, **WORLD, networkInterfaceId="eni-1"), says="networkInterfaceId"),
    violating("an instance, aws-native", res("aws-native:ec2:Route", **WORLD, instanceId="i-1")),
    violating(
        "inline",
        res(
            "aws:ec2/routeTable:RouteTable",
            routes=[{"cidrBlock": "0.0.0.0/0", "networkInterfaceId": "eni-1"}],
        ),
    ),
    absent_passes("no target of that kind", res(ROUTE, **WORLD)),
    unknown("to where", res(ROUTE, destinationCidrBlock=UNKNOWN, networkInterfaceId="eni-1")),
]

MUTATION = mutation(added(res(ROUTE, **WORLD, networkInterfaceId="eni-1")))
