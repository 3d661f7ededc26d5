"""Cases of igw-authorized-vpc-only."""

from tests.policies.cases import (
    UNKNOWN,
    absent_not_applicable,
    added,
    compliant,
    mutation,
    not_applicable,
    res,
    unknown,
    violating,
)

IGW = "aws:ec2/internetGateway:InternetGateway"
ALLOWED = {"authorizedVpcIds": ["vpc-1"]}

CASES = [
    compliant("authorized", res(IGW, vpcId="vpc-1"), settings=ALLOWED),
    violating("another VPC", res(IGW, vpcId="vpc-2"), settings=ALLOWED, says="vpc-2"),
    violating("any VPC, by default", res(IGW, vpcId="vpc-1")),
    violating(
        "apart",
        res("aws:ec2/internetGatewayAttachment:InternetGatewayAttachment", vpcId="vpc-2"),
        settings=ALLOWED,
    ),
    violating("aws-native", res("aws-native:ec2:VpcGatewayAttachment", vpcId="vpc-2"), settings=ALLOWED),
    absent_not_applicable("attached to nothing", res(IGW)),
    not_applicable(
        "aws-native attaches VPN gateways with the same type",
        res("aws-native:ec2:VpcGatewayAttachment", vpcId="vpc-2", vpnGatewayId="vgw-1"),
    ),
    unknown("which VPC", res(IGW, vpcId=UNKNOWN), settings=ALLOWED),
]

MUTATION = mutation(added(res(IGW, vpcId="vpc-2")))
