"""Amazon VPC and EC2 networking resources."""

from .resource import Anything, Flag, Tags, Text, Texts, View


class Vpc(View):
    """A virtual private cloud that this stack creates."""

    TYPES = ("aws:ec2/vpc:Vpc", "aws-native:ec2:Vpc")
    IDENTITIES = ("id", "vpcId", "arn")
    NOUN = "VPC"

    cidr_block = Text("cidrBlock")
    dns_support = Flag("enableDnsSupport")
    dns_hostnames = Flag("enableDnsHostnames")
    main_route_table = Text("mainRouteTableId", native=None)
    default_group = Text("defaultSecurityGroupId", native="defaultSecurityGroup")
    tags = Tags("tags")


class DefaultVpc(View):
    """The account's default VPC, adopted."""

    TYPES = ("aws:ec2/defaultVpc:DefaultVpc",)
    IDENTITIES = ("id", "arn")
    NOUN = "default VPC"

    force_destroy = Flag("forceDestroy")
    default_group = Text("defaultSecurityGroupId")


class Subnet(View):
    """A subnet."""

    TYPES = ("aws:ec2/subnet:Subnet", "aws-native:ec2:Subnet")
    IDENTITIES = ("id", "subnetId", "arn")
    NOUN = "subnet"

    vpc = Text("vpcId")
    availability_zone = Text("availabilityZone")
    availability_zone_id = Text("availabilityZoneId")
    map_public_ip = Flag("mapPublicIpOnLaunch")
    cidr_block = Text("cidrBlock")
    ipv6_cidr_block = Text("ipv6CidrBlock")
    tags = Tags("tags")


class DefaultSubnet(View):
    """A default subnet of the default VPC, adopted; it is public unless changed."""

    TYPES = ("aws:ec2/defaultSubnet:DefaultSubnet",)
    IDENTITIES = ("id", "arn")
    NOUN = "default subnet"

    force_destroy = Flag("forceDestroy")
    map_public_ip = Flag("mapPublicIpOnLaunch")
    availability_zone = Text("availabilityZone")


class InternetGateway(View):
    """An internet gateway."""

    TYPES = ("aws:ec2/internetGateway:InternetGateway", "aws-native:ec2:InternetGateway")
    IDENTITIES = ("id", "internetGatewayId", "arn")
    NOUN = "internet gateway"

    vpc = Text("vpcId", native=None)


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


class FlowLog(View):
    """A VPC, subnet or interface flow log."""

    TYPES = ("aws:ec2/flowLog:FlowLog", "aws-native:ec2:FlowLog")
    NOUN = "flow log"

    vpc = Text("vpcId", native="resourceId")
    subnet = Text("subnetId", native="resourceId")
    resource_type = Text("resourceType")
    traffic_type = Text("trafficType")
    destination_type = Text("logDestinationType")
    destination = Text("logDestination")
    role = Text("iamRoleArn", native="deliverLogsPermissionArn")


class SecurityGroup(View):
    """A security group, perhaps with inline rules."""

    TYPES = ("aws:ec2/securityGroup:SecurityGroup", "aws-native:ec2:SecurityGroup")
    IDENTITIES = ("id", "groupId", "arn")
    NOUN = "security group"

    group_name = Text("name", native="groupName")
    description = Text("description", native="groupDescription")
    vpc = Text("vpcId")
    ingress = Anything("ingress", native="securityGroupIngress")
    egress = Anything("egress", native="securityGroupEgress")
    tags = Tags("tags")


class DefaultSecurityGroup(View):
    """The default security group of a VPC, adopted. aws-native cannot adopt it."""

    TYPES = ("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",)
    IDENTITIES = ("id", "arn")
    NOUN = "default security group"

    vpc = Text("vpcId")
    ingress = Anything("ingress")
    egress = Anything("egress")


class SecurityGroupRule(View):
    """A standalone rule of a security group, in any of its forms; `model.security_groups` reads its content."""

    TYPES = (
        "aws:ec2/securityGroupRule:SecurityGroupRule",
        "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
        "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
        "aws-native:ec2:SecurityGroupIngress",
        "aws-native:ec2:SecurityGroupEgress",
    )
    NOUN = "security group rule"

    group = Text("securityGroupId", native="groupId")
    description = Text("description")


class PrefixList(View):
    """A customer-managed prefix list: address ranges that rules and routes name together."""

    TYPES = ("aws:ec2/managedPrefixList:ManagedPrefixList", "aws-native:ec2:PrefixList")
    IDENTITIES = ("id", "prefixListId", "arn")
    NOUN = "prefix list"

    entries = Anything("entries")


class PrefixListEntry(View):
    """One range of a prefix list, as a resource of its own."""

    TYPES = ("aws:ec2/managedPrefixListEntry:ManagedPrefixListEntry",)
    NOUN = "prefix list entry"

    prefix_list = Text("prefixListId")
    cidr = Text("cidr")


class VpcEndpoint(View):
    """A gateway or interface VPC endpoint."""

    TYPES = ("aws:ec2/vpcEndpoint:VpcEndpoint", "aws-native:ec2:VpcEndpoint")
    IDENTITIES = ("id", "arn")
    NOUN = "VPC endpoint"

    vpc = Text("vpcId")
    service = Text("serviceName")
    endpoint_type = Text("vpcEndpointType")
    policy = Anything("policy", native="policyDocument")
    subnets = Texts("subnetIds")
    security_groups = Texts("securityGroupIds")
    private_dns = Flag("privateDnsEnabled")

    @property
    def is_interface(self) -> bool:
        """Whether it is an interface endpoint; both providers make a gateway endpoint unless told otherwise."""
        return (self.endpoint_type.get("") or "Gateway").lower() == "interface"


class VpcEndpointPolicy(View):
    """The policy of a VPC endpoint, as a resource of its own."""

    TYPES = ("aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy",)
    NOUN = "VPC endpoint policy"

    endpoint = Text("vpcEndpointId")
    policy = Anything("policy")


class VpcEndpointPrivateDns(View):
    """The switch of an endpoint's private DNS name, as a resource of its own."""

    TYPES = ("aws:vpc/endpointPrivateDns:EndpointPrivateDns",)
    NOUN = "VPC endpoint private DNS setting"

    endpoint = Text("vpcEndpointId")
    private_dns = Flag("privateDnsEnabled")


class VpcEndpointAssociation(View):
    """A subnet or a security group that joins an endpoint as a resource of its own."""

    TYPES = (
        "aws:ec2/vpcEndpointSubnetAssociation:VpcEndpointSubnetAssociation",
        "aws:ec2/securityGroupAssociation:SecurityGroupAssociation",
    )
    NOUN = "VPC endpoint association"

    endpoint = Text("vpcEndpointId")

    @property
    def is_of_subnet(self) -> bool:
        return "Subnet" in self.resource.type


class VpcEndpointService(View):
    """An endpoint service: what this account offers to others through PrivateLink."""

    TYPES = ("aws:ec2/vpcEndpointService:VpcEndpointService", "aws-native:ec2:VpcEndpointService")
    IDENTITIES = ("id", "serviceId", "arn")
    NOUN = "VPC endpoint service"

    acceptance_required = Flag("acceptanceRequired")
    allowed_principals = Texts("allowedPrincipals", native=None)


class VpcEndpointServicePrincipals(View):
    """Who may connect to an endpoint service, as a resource of its own."""

    TYPES = (
        "aws:ec2/vpcEndpointServiceAllowedPrinciple:VpcEndpointServiceAllowedPrinciple",
        "aws-native:ec2:VpcEndpointServicePermissions",
    )
    NOUN = "VPC endpoint service permission"

    principals = Texts("principalArn", native="allowedPrincipals")


class VpcPeeringConnection(View):
    """A VPC peering connection."""

    TYPES = ("aws:ec2/vpcPeeringConnection:VpcPeeringConnection", "aws-native:ec2:VpcPeeringConnection")
    IDENTITIES = ("id",)
    NOUN = "VPC peering connection"

    vpc = Text("vpcId")
    peer_vpc = Text("peerVpcId")


class GatewayAttachment(View):
    """An internet gateway's attachment to a VPC, stated in the gateway or apart."""

    TYPES = (
        "aws:ec2/internetGateway:InternetGateway",
        "aws:ec2/internetGatewayAttachment:InternetGatewayAttachment",
        "aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway",
        "aws-native:ec2:VpcGatewayAttachment",
        "aws-native:ec2:EgressOnlyInternetGateway",
    )
    NOUN = "internet gateway attachment"

    vpc = Text("vpcId")

    @property
    def is_of_vpn_gateway(self) -> bool:
        """Whether it attaches a VPN gateway, which aws-native does with the same type."""
        return self.value("vpnGatewayId").is_set and self.value("internetGatewayId").is_absent


class BlockPublicAccess(View):
    """VPC Block Public Access, one switch for the account's VPCs in a Region."""

    TYPES = (
        "aws:ec2/vpcBlockPublicAccessOptions:VpcBlockPublicAccessOptions",
        "aws-native:ec2:VpcBlockPublicAccessOptions",
    )
    NOUN = "VPC Block Public Access setting"

    mode = Text("internetGatewayBlockMode")


class EncryptionControl(View):
    """VPC Encryption Controls: whether traffic inside the VPC has to be encrypted."""

    TYPES = (
        "aws:ec2/vpcEncryptionControl:VpcEncryptionControl",
        "aws:ec2/encryptionControl:EncryptionControl",  # the name that it had at first
        "aws-native:ec2:VpcEncryptionControl",
    )
    NOUN = "VPC encryption control"

    mode = Text("mode")
