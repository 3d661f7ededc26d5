"""Cases of rds-private-subnets."""

from tests.policies.cases import (
    UNKNOWN,
    absent_unknown,
    changed,
    cluster,
    compliant,
    external,
    mutation,
    not_applicable,
    ref,
    res,
    unknown,
    violating,
)

GROUP = "aws:rds/subnetGroup:SubnetGroup"
NATIVE_GROUP = "aws-native:rds:DbSubnetGroup"
VPC = res("aws:ec2/vpc:Vpc", "vpc", cidrBlock="10.0.0.0/16")
IGW = res("aws:ec2/internetGateway:InternetGateway", "igw", vpcId=ref(VPC))
DEFAULT_VPC = res("aws:ec2/defaultVpc:DefaultVpc", "default")
NAT = res("aws:ec2/natGateway:NatGateway", "nat")
SUBNET = res("aws:ec2/subnet:Subnet", "a", vpcId=ref(VPC))
OTHER = res("aws:ec2/subnet:Subnet", "b", vpcId=ref(VPC))
SUBJECT = res(GROUP, subnetIds=[ref(SUBNET), ref(OTHER)])
TABLE = res("aws:ec2/routeTable:RouteTable", "table", vpcId=ref(VPC))
INLINE = res(
    "aws:ec2/routeTable:RouteTable",
    "inline",
    vpcId=ref(VPC),
    routes=[{"cidrBlock": "0.0.0.0/0", "gatewayId": ref(IGW)}],
)


def route(table: object = TABLE, cidr: object = "0.0.0.0/0", **target: object) -> object:
    return res("aws:ec2/route:Route", "route", routeTableId=ref(table), destinationCidrBlock=cidr, **target)


def associate(subnet: object = SUBNET, table: object = TABLE) -> object:
    return res(
        "aws:ec2/routeTableAssociation:RouteTableAssociation",
        "association",
        subnetId=ref(subnet),
        routeTableId=ref(table),
    )


BASE = (SUBJECT, VPC, SUBNET, OTHER)

CASES = [
    compliant("no route at all", *BASE),
    compliant("out through NAT", *BASE, TABLE, NAT, associate(), route(natGatewayId=ref(NAT))),
    compliant("a public table of another subnet", *BASE, TABLE, IGW, route(gatewayId=ref(IGW))),
    compliant(
        "a way to an office by VPN",
        *BASE,
        TABLE,
        gateway := res("aws:ec2/vpnGateway:VpnGateway", "vpn"),
        associate(),
        route(gatewayId=ref(gateway)),
    ),
    compliant(
        "a gateway for one address only",
        *BASE,
        TABLE,
        IGW,
        associate(),
        route(cidr="203.0.113.7/32", gatewayId=ref(IGW)),
    ),
    compliant(
        "IPv6 out only",
        *BASE,
        TABLE,
        associate(),
        res(
            "aws:ec2/route:Route",
            "six",
            routeTableId=ref(TABLE),
            destinationIpv6CidrBlock="::/0",
            egressOnlyGatewayId=UNKNOWN,
        ),
    ),
    violating(
        "a route to the gateway",
        *BASE,
        TABLE,
        IGW,
        associate(),
        route(gatewayId=ref(IGW)),
        says="igw -> 0.0.0.0/0",
    ),
    violating("the gateway by its id", *BASE, TABLE, associate(), route(gatewayId="igw-0a1b2c3d")),
    violating("an inline route", *BASE, INLINE, IGW, associate(table=INLINE), says="table inline"),
    violating(
        "IPv6",
        *BASE,
        TABLE,
        IGW,
        associate(),
        res(
            "aws:ec2/route:Route",
            "six",
            routeTableId=ref(TABLE),
            destinationIpv6CidrBlock="::/0",
            gatewayId=ref(IGW),
        ),
        says="::/0",
    ),
    violating(
        "half of the internet", *BASE, TABLE, IGW, associate(), route(cidr="128.0.0.0/1", gatewayId=ref(IGW))
    ),
    violating(
        "the main table, adopted",
        *BASE,
        IGW,
        res(
            "aws:ec2/defaultRouteTable:DefaultRouteTable",
            "main",
            defaultRouteTableId=ref(VPC),
            routes=[{"cidrBlock": "0.0.0.0/0", "gatewayId": ref(IGW)}],
        ),
        says="table main",
    ),
    violating(
        "another main table",
        *BASE,
        TABLE,
        IGW,
        route(gatewayId=ref(IGW)),
        res(
            "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation",
            "m",
            vpcId=ref(VPC),
            routeTableId=ref(TABLE),
        ),
    ),
    violating(
        "a route in the main table",
        *BASE,
        IGW,
        res(
            "aws:ec2/route:Route",
            "r",
            routeTableId=ref(VPC),
            destinationCidrBlock="0.0.0.0/0",
            gatewayId=ref(IGW),
        ),
        says="main route table",
    ),
    violating(
        "public addresses",
        res(
            GROUP,
            subnetIds=[
                ref(
                    open_subnet := res(
                        "aws:ec2/subnet:Subnet", "open", vpcId=ref(VPC), mapPublicIpOnLaunch=True
                    )
                )
            ],
        ),
        VPC,
        open_subnet,
        says="mapPublicIpOnLaunch",
    ),
    violating(
        "a default subnet",
        res(GROUP, subnetIds=[ref(default := res("aws:ec2/defaultSubnet:DefaultSubnet", "d"))]),
        default,
    ),
    violating(
        "an own subnet of the default VPC",
        res(GROUP, subnetIds=[ref(own := res("aws:ec2/subnet:Subnet", "own", vpcId=ref(DEFAULT_VPC)))]),
        own,
        DEFAULT_VPC,
        says="the default VPC's internet gateway",
    ),
    compliant(
        "the default VPC's main table, adopted and emptied",
        res(GROUP, subnetIds=[ref(closed := res("aws:ec2/subnet:Subnet", "own", vpcId=ref(DEFAULT_VPC)))]),
        closed,
        DEFAULT_VPC,
        res(
            "aws:ec2/defaultRouteTable:DefaultRouteTable",
            "main",
            defaultRouteTableId=ref(DEFAULT_VPC),
            routes=[],
        ),
    ),
    violating(
        "aws-native",
        res(NATIVE_GROUP, subnetIds=[ref(native := res("aws-native:ec2:Subnet", "n", vpcId=ref(VPC)))]),
        native,
        VPC,
        table := res("aws-native:ec2:RouteTable", "t", vpcId=ref(VPC)),
        res(
            "aws-native:ec2:Route",
            "r",
            routeTableId=ref(table),
            destinationCidrBlock="0.0.0.0/0",
            gatewayId="igw-1",
        ),
        res("aws-native:ec2:SubnetRouteTableAssociation", "s", subnetId=ref(native), routeTableId=ref(table)),
    ),
    absent_unknown("no subnet", res(GROUP)),
    unknown("which subnets", res(GROUP, subnetIds=UNKNOWN)),
    unknown("which gateway", *BASE, TABLE, associate(), route(gatewayId=UNKNOWN)),
    external("subnets of another stack", res(GROUP, subnetIds=["subnet-1", "subnet-2"])),
    external(
        "another stack's VPC",
        res(GROUP, subnetIds=[ref(lone := res("aws:ec2/subnet:Subnet", "lone", vpcId="vpc-1"))]),
        lone,
    ),
    not_applicable("DocumentDB's", SUBJECT, cluster("d", engine="docdb", dbSubnetGroupName=ref(SUBJECT))),
]

MUTATION = mutation(changed("aws:ec2/subnet:Subnet", named="database", mapPublicIpOnLaunch=True))
