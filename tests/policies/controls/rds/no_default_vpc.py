"""Cases of rds-no-default-vpc."""

from tests.policies.cases import (
    UNKNOWN,
    absent_unknown,
    added,
    compliant,
    external,
    mutation,
    ref,
    res,
    unknown,
    violating,
)

GROUP = "aws:rds/subnetGroup:SubnetGroup"
OWN = res("aws:ec2/subnet:Subnet", "a", vpcId=ref(vpc := res("aws:ec2/vpc:Vpc", "vpc")))
DEFAULT = res("aws:ec2/defaultSubnet:DefaultSubnet", "d")
DEFAULT_VPC = res("aws:ec2/defaultVpc:DefaultVpc", "v")
INSIDE = res("aws:ec2/subnet:Subnet", "i", vpcId=ref(DEFAULT_VPC))

CASES = [
    compliant("a VPC of one's own", res(GROUP, subnetIds=[ref(OWN)]), OWN, vpc),
    violating(
        "a default subnet",
        res(GROUP, subnetIds=[ref(OWN), ref(DEFAULT)]),
        OWN,
        vpc,
        DEFAULT,
        says="default VPC",
    ),
    violating("a subnet in the default VPC", res(GROUP, subnetIds=[ref(INSIDE)]), INSIDE, DEFAULT_VPC),
    violating("aws-native", res("aws-native:rds:DbSubnetGroup", subnetIds=[ref(DEFAULT)]), DEFAULT),
    absent_unknown("no subnet", res(GROUP)),
    unknown("which subnets", res(GROUP, subnetIds=UNKNOWN)),
    external("another stack's subnets", res(GROUP, subnetIds=["subnet-1"])),
]

MUTATION = mutation(added(res(GROUP, subnetIds=[ref(DEFAULT)]), DEFAULT))
