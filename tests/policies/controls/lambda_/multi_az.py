"""Cases of lambda-multi-az."""

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

FUNCTION = "aws:lambda/function:Function"
NATIVE = "aws-native:lambda:Function"

SUBNET = res("aws:ec2/subnet:Subnet", "a")
ALONE = res(FUNCTION, vpcConfig={"subnetIds": ["subnet-1"]})

CASES = [
    compliant("two subnets", res(FUNCTION, vpcConfig={"subnetIds": ["subnet-1", "subnet-2"]})),
    compliant("subnets of the stack", res(FUNCTION, vpcConfig={"subnetIds": [ref(SUBNET), "subnet-2"]})),
    compliant("aws-native", res(NATIVE, vpcConfig={"subnetIds": ["subnet-1", UNKNOWN]})),
    violating("one subnet", ALONE, says="one zone"),
    violating("one subnet, aws-native", res(NATIVE, vpcConfig={"subnetIds": [UNKNOWN]})),
    absent_not_applicable("no VPC", res(FUNCTION)),
    unknown("the subnets", res(FUNCTION, vpcConfig=UNKNOWN)),
]

MUTATION = mutation(added(ALONE))
