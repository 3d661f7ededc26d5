"""Cases of nacl-avoid."""

from tests.policies.cases import (
    UNKNOWN,
    Sample,
    absent_fails,
    added,
    compliant,
    mutation,
    res,
    unknown_fails,
    violating,
)

ACL = "aws:ec2/networkAcl:NetworkAcl"
DEFAULT = "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl"
NATIVE = "aws-native:ec2:NetworkAcl"
RULE = "aws:ec2/networkAclRule:NetworkAclRule"
WORLD = "0.0.0.0/0"


def block(**properties: object) -> dict[str, object]:
    return {
        "ruleNo": 100.0,
        "action": "allow",
        "protocol": "tcp",
        "fromPort": 22.0,
        "toPort": 22.0,
        **properties,
    }


def rule(**properties: object) -> Sample:
    base = {
        "networkAclId": "acl-1",
        "ruleNumber": 100,
        "ruleAction": "allow",
        "protocol": "6",
        "fromPort": 22,
        "toPort": 22,
    }
    return res(RULE, **{**base, **properties})


def inline(*blocks: dict[str, object]) -> Sample:
    return res(ACL, vpcId="vpc-1", ingress=list(blocks))


CASES = [
    compliant("the default ACL", res(DEFAULT)),
    violating("an ACL", inline(block(cidrBlock=WORLD)), says="network ACL"),
    violating("a rule of one", rule(cidrBlock=WORLD)),
    violating("aws-native", res(NATIVE, vpcId="vpc-1")),
    absent_fails("an ACL without rules", res(ACL)),
    unknown_fails("an ACL whose rules are not known", res(ACL, ingress=UNKNOWN)),
]

MUTATION = mutation(added(res(ACL, "acl", vpcId="vpc-1")))
