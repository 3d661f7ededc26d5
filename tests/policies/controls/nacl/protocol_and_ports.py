"""Cases of nacl-protocol-and-ports."""

from tests.policies.cases import (
    UNKNOWN,
    Sample,
    absent_passes,
    added,
    compliant,
    mutation,
    res,
    unknown,
    violating,
)

ACL = "aws:ec2/networkAcl:NetworkAcl"
RULE = "aws:ec2/networkAclRule:NetworkAclRule"
PRIVATE = "10.0.0.0/16"


def rule(**properties: object) -> Sample:
    base = {
        "networkAclId": "acl-1",
        "ruleNumber": 100,
        "ruleAction": "allow",
        "protocol": "6",
        "fromPort": 443,
        "toPort": 443,
        "cidrBlock": PRIVATE,
    }
    return res(RULE, **{**base, **properties})


def icmpv6(**properties: object) -> Sample:
    return rule(protocol="58", fromPort=None, toPort=None, **properties)


MESSAGE = {"icmpType": "128", "icmpCode": "0"}
INLINE = {
    "ruleNo": 100,
    "action": "allow",
    "protocol": "-1",
    "fromPort": 0,
    "toPort": 0,
    "cidrBlock": PRIVATE,
}

CASES = [
    compliant("one port", rule()),
    compliant("one port out", rule(egress=True)),
    compliant("unprivileged ports, for replies", rule(protocol="udp", fromPort=1024, toPort=65535)),
    compliant("ICMP", rule(protocol="1", fromPort=None, toPort=None, icmpType=8, icmpCode=0)),
    compliant("ICMPv6", icmpv6(cidrBlock=None, ipv6CidrBlock="::/0", **MESSAGE)),
    compliant("all traffic denied", rule(protocol="-1", ruleAction="deny")),
    compliant("ESP has no ports", rule(protocol="50", fromPort=None, toPort=None)),
    violating("all traffic, with ports that EC2 passes over", rule(protocol="-1"), says="all traffic"),
    violating("all traffic, inline", res(ACL, vpcId="vpc-1", egress=[INLINE])),
    violating("every port out", rule(egress=True, fromPort=0, toPort=65535), says="tcp 0-65535"),
    violating("every port as minus one", rule(protocol="17", fromPort="-1", toPort="-1")),
    violating("no ports", rule(protocol="udp", fromPort=None, toPort=None), says="`fromPort`"),
    violating("ICMPv6 of an IPv4 range", icmpv6(**MESSAGE), says="every message"),
    violating("ICMPv6 without a message", icmpv6(cidrBlock=None, ipv6CidrBlock="::/0"), says="icmpType"),
    absent_passes("no rules deny everything", res(ACL)),
    absent_passes("no rules, aws-native", res("aws-native:ec2:NetworkAcl", vpcId="vpc-1")),
    unknown("the protocol", rule(protocol=UNKNOWN)),
    unknown("all rules", res(ACL, ingress=UNKNOWN)),
]

MUTATION = mutation(added(rule(protocol="-1")))
