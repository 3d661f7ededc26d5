"""Route tables, their routes and associations."""

from .resource import Anything, Text, View


class RouteTable(View):
    """A route table, perhaps with inline routes; the default one of a VPC counts as well."""

    TYPES = (
        "aws:ec2/routeTable:RouteTable",
        "aws:ec2/defaultRouteTable:DefaultRouteTable",
        "aws-native:ec2:RouteTable",
    )
    IDENTITIES = ("id", "routeTableId", "defaultRouteTableId", "arn")
    NOUN = "route table"

    vpc = Text("vpcId")
    routes = Anything("routes", native=None)

    @property
    def is_default(self) -> bool:
        """Whether it is the adopted main table of a VPC."""
        return self.resource.type == "aws:ec2/defaultRouteTable:DefaultRouteTable"


class Route(View):
    """A standalone route."""

    TYPES = ("aws:ec2/route:Route", "aws-native:ec2:Route")
    NOUN = "route"

    table = Text("routeTableId")
    cidr = Text("destinationCidrBlock")
    ipv6_cidr = Text("destinationIpv6CidrBlock")
    prefix_list = Text("destinationPrefixListId")
    gateway = Text("gatewayId")
    nat_gateway = Text("natGatewayId")
    network_interface = Text("networkInterfaceId")
    instance = Text("instanceId")
    peering = Text("vpcPeeringConnectionId")
    transit_gateway = Text("transitGatewayId")


class RouteTableAssociation(View):
    """The association of a subnet, or a gateway, with a route table."""

    TYPES = (
        "aws:ec2/routeTableAssociation:RouteTableAssociation",
        "aws-native:ec2:SubnetRouteTableAssociation",
    )
    NOUN = "route table association"

    subnet = Text("subnetId")
    table = Text("routeTableId")


class MainRouteTableAssociation(View):
    """The choice of another main route table for a VPC."""

    TYPES = ("aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation",)
    NOUN = "main route table association"

    vpc = Text("vpcId")
    table = Text("routeTableId")
