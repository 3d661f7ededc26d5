"""Cases of vpc-endpoint-multi-az."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    changed,
    compliant,
    mutation,
    not_applicable,
    ref,
    res,
    unknown,
    violating,
)

ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint"
KMS = {"serviceName": "com.amazonaws.eu-central-1.kms", "vpcEndpointType": "Interface"}
A, B = (res("aws:ec2/subnet:Subnet", name) for name in "ab")
BARE = res(ENDPOINT, **KMS, subnetIds=["subnet-a"])

CASES = [
    compliant("two", res(ENDPOINT, **KMS, subnetIds=["subnet-a", "subnet-b"])),
    compliant("two that are made in the same update", res(ENDPOINT, **KMS, subnetIds=[UNKNOWN, UNKNOWN])),
    compliant(
        "one, and one joined",
        BARE,
        res(
            "aws:ec2/vpcEndpointSubnetAssociation:VpcEndpointSubnetAssociation",
            "s",
            vpcEndpointId=ref(BARE),
            subnetId="subnet-b",
        ),
    ),
    compliant("a list made of two subnets of the stack", res(ENDPOINT, **KMS, subnetIds=ref(A, B)), A, B),
    violating("one", BARE, says="one subnet"),
    violating("one, aws-native", res("aws-native:ec2:VpcEndpoint", **KMS, subnetIds=["subnet-a"])),
    absent_fails("none", res(ENDPOINT, **KMS)),
    unknown("which subnets", res(ENDPOINT, **KMS, subnetIds=UNKNOWN)),
    unknown("what is made of one subnet", res(ENDPOINT, **KMS, subnetIds=ref(A)), A),
    not_applicable("a gateway endpoint", res(ENDPOINT, serviceName="com.amazonaws.eu-central-1.s3")),
]

MUTATION = mutation(changed(ENDPOINT, subnetIds=["subnet-a"]))
