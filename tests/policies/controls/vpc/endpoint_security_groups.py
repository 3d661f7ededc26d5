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
VPC = res("aws:ec2/vpc:Vpc", "vpc")
VPC_MADE = res("aws:ec2/vpc:Vpc", "vpc", id="vpc-1", defaultSecurityGroupId="sg-0default")
GROUP = res("aws:ec2/securityGroup:SecurityGroup", "group", vpcId=ref(VPC))
BARE = res(ENDPOINT, **KMS)

CASES = [
    compliant("its own", res(ENDPOINT, **KMS, securityGroupIds=["sg-1"])),
    compliant("its own, aws-native", res(NATIVE, **KMS, securityGroupIds=["sg-1"])),
    compliant(
        "joined",
        BARE,
        res(
            "aws:ec2/securityGroupAssociation:SecurityGroupAssociation",
            "a",
            vpcEndpointId=ref(BARE),
            securityGroupId="sg-1",
        ),
    ),
    violating("none", res(ENDPOINT, **KMS, securityGroupIds=[]), says="default security group"),
    violating("the default one", res(ENDPOINT, **KMS, securityGroupIds=[ref(DEFAULT)]), DEFAULT),
    violating(
        "the one that the VPC names as its default",
        res(ENDPOINT, **KMS, securityGroupIds=[ref(VPC)]),
        VPC,
        says="default security group of vpc",
    ),
    violating(
        "the VPC's default one by its id, as it is after the update",
        res(ENDPOINT, **KMS, vpcId=ref(VPC_MADE), securityGroupIds=["sg-0default"]),
        VPC_MADE,
    ),
    compliant("another one of that VPC", res(ENDPOINT, **KMS, securityGroupIds=["sg-1"]), VPC_MADE),
    compliant("a group beside it", res(ENDPOINT, **KMS, securityGroupIds=[ref(GROUP)]), GROUP, VPC),
    absent_fails("the default one", BARE),
    absent_fails("the default one, aws-native", res(NATIVE, **KMS)),
    unknown("which kind of endpoint", res(ENDPOINT, vpcEndpointType=UNKNOWN)),
    unknown_passes("groups not known yet are groups", res(ENDPOINT, **KMS, securityGroupIds=UNKNOWN)),
    not_applicable("a gateway endpoint", res(ENDPOINT, serviceName="com.amazonaws.eu-central-1.s3")),
]

MUTATION = mutation(changed(ENDPOINT, drop=("securityGroupIds",)))
