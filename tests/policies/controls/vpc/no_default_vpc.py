"""Cases of vpc-no-default-vpc."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    added,
    compliant,
    mutation,
    not_applicable,
    res,
    unknown,
    violating,
)

VPC = "aws:ec2/defaultVpc:DefaultVpc"
SUBNET = "aws:ec2/defaultSubnet:DefaultSubnet"

CASES = [
    compliant("to be removed", res(VPC, forceDestroy=True)),
    not_applicable("a VPC of one's own", res("aws:ec2/vpc:Vpc")),
    violating("adopted", res(VPC, tags={"Name": "default"}), says="public"),
    violating("a subnet", res(SUBNET, availabilityZone="eu-central-1a")),
    absent_fails("nothing more said", res(VPC)),
    unknown("whether it is to be removed is not known", res(VPC, forceDestroy=UNKNOWN)),
]

MUTATION = mutation(added(res(VPC)))
