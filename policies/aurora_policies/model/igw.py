"""Internet gateways and their attachments."""

from .resource import Text, View


class InternetGateway(View):
    """An internet gateway."""

    TYPES = ("aws:ec2/internetGateway:InternetGateway", "aws-native:ec2:InternetGateway")
    IDENTITIES = ("id", "internetGatewayId", "arn")
    NOUN = "internet gateway"

    vpc = Text("vpcId", native=None)


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
