"""Cases of vpc-endpoint-security-groups."""

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
    unknown_passes,
    violating,
)

ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint"
NATIVE = "aws-native:ec2:VpcEndpoint"
KMS = {"serviceName": "com.amazonaws.eu-central-1.kms", "vpcEndpointType": "Interface"}
DEFAULT = res("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "default")
BARE = res(ENDPOINT, **KMS)

CASES = [
    compliant("its own", res(ENDPOINT, **KMS, securityGroupIds=["sg-1"])),
    compliant("its own, aws-native", res(NATIVE, **KMS, securityGroupIds=["sg-1"])),
    compliant(
        "joined",
        BARE,
        res(
            "aws:ec2/vpcEndpointSecurityGroupAssociation:VpcEndpointSecurityGroupAssociation",
            "a",
            vpcEndpointId=ref(BARE),
            securityGroupId="sg-1",
        ),
    ),
    violating("none", res(ENDPOINT, **KMS, securityGroupIds=[]), says="default security group"),
    violating("the default one", res(ENDPOINT, **KMS, securityGroupIds=[ref(DEFAULT)]), DEFAULT),
    absent_fails("the default one", BARE),
    absent_fails("the default one, aws-native", res(NATIVE, **KMS)),
    unknown("which kind of endpoint", res(ENDPOINT, vpcEndpointType=UNKNOWN)),
    unknown_passes("groups not known yet are groups", res(ENDPOINT, **KMS, securityGroupIds=UNKNOWN)),
    not_applicable("a gateway endpoint", res(ENDPOINT, serviceName="com.amazonaws.eu-central-1.s3")),
]

MUTATION = mutation(changed(ENDPOINT, drop=("securityGroupIds",)))
