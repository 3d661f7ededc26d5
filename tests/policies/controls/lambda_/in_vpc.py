"""Cases of lambda-in-vpc."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    added,
    compliant,
    mutation,
    ref,
    res,
    unknown_passes,
    violating,
)

FUNCTION = "aws:lambda/function:Function"
NATIVE = "aws-native:lambda:Function"

SUBNET = res("aws:ec2/subnet:Subnet", "a")

CASES = [
    compliant(
        "two subnets",
        res(FUNCTION, vpcConfig={"subnetIds": ["subnet-1", "subnet-2"], "securityGroupIds": []}),
    ),
    compliant("subnets of the stack", res(FUNCTION, vpcConfig={"subnetIds": [ref(SUBNET), "subnet-2"]})),
    compliant("one subnet, which lambda-multi-az judges", res(NATIVE, vpcConfig={"subnetIds": ["subnet-1"]})),
    violating("none", res(FUNCTION, vpcConfig={"subnetIds": []})),
    absent_fails("no VPC", res(FUNCTION), says="outside of any VPC"),
    absent_fails("no VPC, aws-native", res(NATIVE)),
    unknown_passes("a VPC not known yet is a VPC", res(FUNCTION, vpcConfig=UNKNOWN)),
]

MUTATION = mutation(added(res(FUNCTION)))
