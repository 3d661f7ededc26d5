"""Cases of nacl-unused."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    added,
    compliant,
    mutation,
    not_applicable,
    ref,
    res,
    unknown_passes,
    violating,
)

ACL = "aws:ec2/networkAcl:NetworkAcl"
DEFAULT = "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl"
NATIVE = "aws-native:ec2:NetworkAcl"
ASSOCIATION = "aws:ec2/networkAclAssociation:NetworkAclAssociation"


PLAIN = res(ACL, vpcId="vpc-1")
NATIVE_ACL = res(NATIVE, vpcId="vpc-1")

CASES = [
    compliant("with subnets", res(ACL, subnetIds=["subnet-1"])),
    compliant("associated", PLAIN, res(ASSOCIATION, "a", networkAclId=ref(PLAIN), subnetId="subnet-1")),
    compliant("associated by id", res(ACL, id="acl-1"), res(ASSOCIATION, "a", networkAclId="acl-1")),
    compliant(
        "associated, aws-native",
        NATIVE_ACL,
        res("aws-native:ec2:SubnetNetworkAclAssociation", "a", networkAclId=ref(NATIVE_ACL)),
    ),
    violating("an empty list", res(ACL, subnetIds=[]), says="no subnet"),
    violating("another one is associated", PLAIN, res(ASSOCIATION, "a", networkAclId="acl-2")),
    absent_fails("neither", PLAIN),
    absent_fails("neither, aws-native", NATIVE_ACL),
    unknown_passes("subnets that are made in the same update", res(ACL, subnetIds=UNKNOWN)),
    not_applicable("the default ACL", res(DEFAULT)),
]

MUTATION = mutation(added(res(ACL, "unused", vpcId="vpc-1")))
