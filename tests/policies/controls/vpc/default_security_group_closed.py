"""Cases of vpc-default-security-group-closed."""

from tests.policies.cases import (
    UNKNOWN,
    Sample,
    absent_unknown,
    changed,
    compliant,
    mutation,
    not_applicable,
    ref,
    res,
    unknown,
    violating,
)

VPC = "aws:ec2/vpc:Vpc"
GROUP = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup"
RULE = {"protocol": "-1", "fromPort": 0, "toPort": 0, "self": True}
SUBJECT = res(VPC, cidrBlock="10.0.0.0/16")
ADOPTED = res(GROUP, vpcId=ref(SUBJECT))
OTHER_VPC = res(VPC, "other-vpc", cidrBlock="10.1.0.0/16")
NATIVE_VPC = res("aws-native:ec2:Vpc")
OTHER = res("aws:ec2/securityGroup:SecurityGroup", "other", vpcId=ref(SUBJECT))


def rule_of(group: Sample) -> Sample:
    kind = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"
    return res(kind, "rule", securityGroupId=ref(group), ipProtocol="-1")


CASES = [
    compliant("adopted and empty", SUBJECT, ADOPTED),
    compliant("empty", ADOPTED, SUBJECT),
    compliant("empty lists", res(GROUP, ingress=[], egress=[])),
    violating("a rule in", res(GROUP, ingress=[RULE]), says="ingress"),
    violating(
        "checkov fixture: a VPC whose group has rules",
        SUBJECT,
        res(GROUP, "g", vpcId=ref(SUBJECT), egress=[RULE]),
    ),
    violating("a rule out", res(GROUP, egress=[RULE])),
    violating(
        "a rule resource",
        ADOPTED,
        SUBJECT,
        res(
            "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
            "r",
            securityGroupId=ref(ADOPTED),
            ipProtocol="-1",
        ),
    ),
    violating("a rule of the group that the VPC names as its default", SUBJECT, rule_of(SUBJECT)),
    violating("such a rule, aws-native", NATIVE_VPC, rule_of(NATIVE_VPC)),
    absent_unknown("a rule of another group of the VPC", SUBJECT, OTHER, rule_of(OTHER)),
    violating("not adopted, where that is asked for", SUBJECT, settings={"requireAdoption": True}),
    absent_unknown("not adopted: another stack may have", SUBJECT),
    absent_unknown(
        "the group of another VPC is adopted",
        SUBJECT,
        OTHER_VPC,
        res(GROUP, "g", vpcId=ref(OTHER_VPC)),
        says="does not adopt",
    ),
    absent_unknown("a group is adopted, of which VPC is not known", SUBJECT, res(GROUP, "g", vpcId=UNKNOWN)),
    violating(
        "the group of another VPC is adopted, where adoption is asked for",
        SUBJECT,
        OTHER_VPC,
        res(GROUP, "g", vpcId=ref(OTHER_VPC)),
        settings={"requireAdoption": True},
    ),
    unknown("the rules", res(GROUP, ingress=UNKNOWN)),
    not_applicable("cdk-nag#1133: aws-native cannot", res("aws-native:ec2:Vpc")),
]

MUTATION = mutation(changed(GROUP, ingress=[RULE]))
