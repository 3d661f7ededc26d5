"""Cases of nacl-no-all-ports."""

from tests.policies.cases import (
    UNKNOWN,
    Sample,
    absent_passes,
    added,
    compliant,
    mutation,
    not_applicable,
    res,
    unknown,
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


ALL = {"protocol": "-1", "fromPort": 0, "toPort": 0}

CASES = [
    compliant("one port", inline(block(cidrBlock=WORLD))),
    compliant("all traffic from a private range", inline(block(**ALL, cidrBlock="10.0.0.0/8"))),
    compliant("all traffic denied", inline(block(**ALL, cidrBlock=WORLD, action="deny"))),
    compliant("unprivileged ports, for replies", rule(cidrBlock=WORLD, fromPort=1024, toPort=65535)),
    compliant(
        "trivy AWS-0102: TCP without ports, which the provider sends as port 0",
        rule(cidrBlock=WORLD, fromPort=None, toPort=None),
    ),
    violating("all traffic", inline(block(**ALL, cidrBlock=WORLD)), says="all traffic"),
    violating("all traffic by IPv6", inline(block(**ALL, ipv6CidrBlock="::/0"))),
    violating("every port of TCP", rule(cidrBlock=WORLD, fromPort="0", toPort="65535"), says="tcp 0-65535"),
    violating(
        "all protocols by name, without ports",
        rule(cidrBlock=WORLD, protocol="all", fromPort=None, toPort=None),
    ),
    violating("the default ACL, opened again", res(DEFAULT, ingress=[block(**ALL, cidrBlock=WORLD)])),
    absent_passes("no rules deny everything", res(ACL)),
    absent_passes("no rules, aws-native", res(NATIVE, vpcId="vpc-1")),
    unknown("the range", rule(**ALL, cidrBlock=UNKNOWN)),
    unknown("the protocol", rule(protocol=UNKNOWN, cidrBlock=WORLD)),
    unknown("all rules", res(ACL, ingress=UNKNOWN)),
    not_applicable("out, not in", rule(**ALL, cidrBlock=WORLD, egress=True)),
]

MUTATION = mutation(added(rule(**ALL, cidrBlock=WORLD)))
