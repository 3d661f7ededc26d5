"""Cases of route-no-unrestricted-igw."""

from tests.policies.cases import (
    UNKNOWN,
    absent_passes,
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
VPC = res("aws:ec2/vpc:Vpc", "vpc")
IGW = res("aws:ec2/internetGateway:InternetGateway", "igw", vpcId=ref(VPC))
SUBNET = res("aws:ec2/subnet:Subnet", "a", vpcId=ref(VPC))
GROUP = res("aws:rds/subnetGroup:SubnetGroup", "db", subnetIds=[ref(SUBNET)])
TABLE = res("aws:ec2/routeTable:RouteTable", "table", vpcId=ref(VPC))
ASSOCIATED = res(
    "aws:ec2/routeTableAssociation:RouteTableAssociation", "x", subnetId=ref(SUBNET), routeTableId=ref(TABLE)
)
AROUND = (VPC, IGW, SUBNET, GROUP, TABLE, ASSOCIATED)


def route(cidr: object = "0.0.0.0/0", gateway: object = None, **more: object) -> object:
    target = more or {"gatewayId": ref(IGW) if gateway is None else gateway}
    return res(ROUTE, routeTableId=ref(TABLE), destinationCidrBlock=cidr, **target)


LIST = res(
    "aws:ec2/managedPrefixList:ManagedPrefixList",
    "list",
    entries=[{"cidr": "10.0.0.0/8"}, {"cidr": "0.0.0.0/0"}],
)
STRICT = {"everyTable": True}
INLINE = res("aws:ec2/routeTable:RouteTable", routes=[{"ipv6CidrBlock": "::/0", "gatewayId": "igw-1"}])

CASES = [
    compliant("to a NAT gateway", route(natGatewayId="nat-1"), *AROUND),
    compliant("to one network", route("203.0.113.0/24"), *AROUND),
    compliant("to a virtual private gateway", route(gateway="vgw-1"), *AROUND),
    violating("everything", route(), *AROUND, says="igw"),
    violating(
        "everything, by a prefix list",
        res(ROUTE, routeTableId=ref(TABLE), destinationPrefixListId=ref(LIST), gatewayId=ref(IGW)),
        LIST,
        *AROUND,
        says="entries[1]",
    ),
    violating("a cloud's /8", route("3.0.0.0/8"), *AROUND),
    violating("by id", route(gateway="igw-1"), *AROUND),
    violating("inline, where every table is judged", INLINE, settings=STRICT),
    violating(
        "a public tier, where every table is judged",
        res(ROUTE, destinationCidrBlock="0.0.0.0/0", gatewayId="igw-1"),
        settings=STRICT,
    ),
    violating(
        "aws-native",
        res("aws-native:ec2:Route", destinationCidrBlock="0.0.0.0/0", gatewayId="igw-1"),
        settings=STRICT,
    ),
    absent_passes("no gateway", route(natGatewayId="nat-1"), *AROUND, settings=STRICT),
    unknown("which gateway", route(gateway=UNKNOWN), *AROUND),
    unknown(
        "a prefix list of another stack",
        res(ROUTE, routeTableId=ref(TABLE), destinationPrefixListId="pl-1", gatewayId=ref(IGW)),
        *AROUND,
    ),
    not_applicable("a public tier", res(ROUTE, destinationCidrBlock="0.0.0.0/0", gatewayId="igw-1")),
]

MUTATION = mutation(added(route(), *AROUND))
