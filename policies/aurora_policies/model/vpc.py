"""Amazon VPCs and what belongs to one: flow logs, endpoints, endpoint services and peering."""

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
