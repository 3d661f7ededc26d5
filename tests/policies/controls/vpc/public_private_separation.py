"""Cases of vpc-public-private-separation."""

from tests.policies.cases import (
    UNKNOWN,
    absent_not_applicable,
    added,
    compliant,
    mutation,
    ref,
    res,
    unknown,
    violating,
)

VPC = res("aws:ec2/vpc:Vpc")
IGW = res("aws:ec2/internetGateway:InternetGateway", "igw", vpcId=ref(VPC))
SUBNET = res("aws:ec2/subnet:Subnet", "a", vpcId=ref(VPC))
TABLE = res(
    "aws:ec2/routeTable:RouteTable",
    "t",
    vpcId=ref(VPC),
    routes=[{"cidrBlock": "0.0.0.0/0", "gatewayId": ref(IGW)}],
)
ASSOCIATION = "aws:ec2/routeTableAssociation:RouteTableAssociation"
ROUTED = res(ASSOCIATION, "s", subnetId=ref(SUBNET), routeTableId=ref(TABLE))

CASES = [
    compliant("a private one", VPC, SUBNET),
    violating("public ones only", VPC, SUBNET, IGW, TABLE, ROUTED, says="Every subnet"),
    absent_not_applicable("no subnet", VPC),
    unknown("which table", VPC, SUBNET, res(ASSOCIATION, "s", subnetId=ref(SUBNET), routeTableId=UNKNOWN)),
]

MUTATION = mutation(added(VPC, SUBNET, IGW, TABLE, ROUTED))
