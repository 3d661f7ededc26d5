"""Cases of vpc-peering-least-privilege."""

from tests.policies.cases import (
    UNKNOWN,
    absent_not_applicable,
    added,
    compliant,
    mutation,
    not_applicable,
    ref,
    res,
    unknown,
    violating,
)

ROUTE = "aws:ec2/route:Route"
PEER = res("aws:ec2/vpc:Vpc", "peer", cidrBlock="10.9.0.0/16")
PEERING = res("aws:ec2/vpcPeeringConnection:VpcPeeringConnection", "p", peerVpcId=ref(PEER))


def route(cidr: object, peering: object = "pcx-1") -> object:
    return res(ROUTE, destinationCidrBlock=cidr, vpcPeeringConnectionId=peering)


LIST = res("aws:ec2/managedPrefixList:ManagedPrefixList", "list", entries=[{"cidr": "10.9.1.0/24"}])

CASES = [
    compliant("one subnet", route("10.9.1.0/24", ref(PEERING)), PEERING, PEER),
    compliant(
        "inline, one subnet",
        res(
            "aws:ec2/routeTable:RouteTable",
            routes=[{"cidrBlock": "10.9.1.0/24", "vpcPeeringConnectionId": "pcx-1"}],
        ),
    ),
    unknown(
        "a prefix list of another stack",
        res(ROUTE, destinationPrefixListId="pl-1", vpcPeeringConnectionId=ref(PEERING)),
        PEERING,
    ),
    compliant(
        "a prefix list of one range, and a peer whose range is none",
        res(ROUTE, destinationPrefixListId=ref(LIST), vpcPeeringConnectionId=ref(PEERING)),
        LIST,
        PEERING,
        res("aws:ec2/vpc:Vpc", "peer", cidrBlock="10.9"),
    ),
    violating("everything", route("0.0.0.0/0"), says="all traffic"),
    violating("everything, without the length of the range", route("0.0.0.0"), says="all traffic"),
    violating("the whole peer", route("10.9.0.0/16", ref(PEERING)), PEERING, PEER, says="whole"),
    violating(
        "inline",
        res(
            "aws:ec2/routeTable:RouteTable",
            routes=[{"cidrBlock": "0.0.0.0/0", "vpcPeeringConnectionId": "pcx-1"}],
        ),
    ),
    violating(
        "aws-native",
        res("aws-native:ec2:Route", destinationCidrBlock="0.0.0.0/0", vpcPeeringConnectionId="pcx-1"),
    ),
    absent_not_applicable("no peering", res(ROUTE, destinationCidrBlock="0.0.0.0/0", gatewayId="igw-1")),
    unknown("to where", route(UNKNOWN)),
    not_applicable("a NAT gateway", res(ROUTE, destinationCidrBlock="0.0.0.0/0", natGatewayId="nat-1")),
]

MUTATION = mutation(added(route("0.0.0.0/0")))
