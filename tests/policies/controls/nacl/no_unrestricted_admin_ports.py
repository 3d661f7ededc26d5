"""Cases of nacl-no-unrestricted-admin-ports."""

from tests.policies.cases import (
    UNKNOWN,
    Sample,
    absent_passes,
    added,
    compliant,
    mutation,
    not_applicable,
    ref,
    res,
    unknown,
    violating,
)

ACL = "aws:ec2/networkAcl:NetworkAcl"
DEFAULT = "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl"
NATIVE = "aws-native:ec2:NetworkAcl"
RULE = "aws:ec2/networkAclRule:NetworkAclRule"
WORLD = "0.0.0.0/0"
OWN = res(ACL, "own", vpcId="vpc-1")


def block(**properties: object) -> dict[str, object]:
    return {
        "ruleNo": 100.0,
        "action": "allow",
        "protocol": "tcp",
        "fromPort": 22.0,
        "toPort": 22.0,
        **properties,
    }


def rule(_name: str = "subject", /, **properties: object) -> Sample:
    base = {
        "networkAclId": "acl-1",
        "ruleNumber": 100,
        "ruleAction": "allow",
        "protocol": "6",
        "fromPort": 22,
        "toPort": 22,
    }
    return res(RULE, _name, **{**base, **properties})


def inline(*blocks: dict[str, object]) -> Sample:
    return res(ACL, vpcId="vpc-1", ingress=list(blocks))


CASES = [
    compliant("from a private range", inline(block(cidrBlock="10.0.0.0/8"))),
    compliant("another port", inline(block(cidrBlock=WORLD, fromPort=443, toPort=443))),
    compliant("another port, range not known", rule(cidrBlock=UNKNOWN, fromPort=443, toPort=443)),
    compliant("denied", inline(block(cidrBlock=WORLD, action="deny"))),
    not_applicable("out, not in", rule(cidrBlock=WORLD, egress=True)),
    compliant(
        "denied by an earlier rule",
        inline(
            block(ruleNo=50, cidrBlock=WORLD, action="deny", fromPort=20, toPort=22),
            block(ruleNo=60, cidrBlock=WORLD, action="deny", fromPort=3389, toPort=3389),
            block(cidrBlock=WORLD, protocol="-1", fromPort=0, toPort=0),
        ),
    ),
    compliant(
        "regula FG_R00357: denied by an earlier rule of the same ACL",
        rule(networkAclId=ref(OWN), cidrBlock=WORLD),
        OWN,
        rule("deny", networkAclId=ref(OWN), ruleNumber=10, ruleAction="deny", cidrBlock=WORLD),
    ),
    violating(
        "denied by a later rule of the same ACL",
        rule(networkAclId=ref(OWN), cidrBlock=WORLD),
        OWN,
        rule("deny", networkAclId=ref(OWN), ruleNumber=110, ruleAction="deny", cidrBlock=WORLD),
    ),
    violating(
        "denied by an earlier rule of another ACL",
        rule(networkAclId=ref(OWN), cidrBlock=WORLD),
        OWN,
        rule("deny", networkAclId="acl-2", ruleNumber=10, ruleAction="deny", cidrBlock=WORLD),
    ),
    compliant(
        "regula FG_R00357: TCP without ports, which the provider sends as port 0",
        rule(cidrBlock=WORLD, fromPort=None, toPort=None),
    ),
    violating("from anywhere", inline(block(cidrBlock=WORLD)), says="to port 22"),
    violating("from anywhere by IPv6", inline(block(ipv6CidrBlock="::/0"))),
    violating("IPv6 in another spelling, IPv4 empty", rule(cidrBlock="", ipv6CidrBlock="::0/0")),
    violating("a range around it", rule(cidrBlock=WORLD, fromPort=5, toPort=25), says="20, 21, 22"),
    violating(
        "all protocols without ports",
        rule(cidrBlock=WORLD, protocol="-1", fromPort=None, toPort=None),
        says="3389",
    ),
    violating(
        "all protocols by name, an empty port",
        rule(cidrBlock=WORLD, protocol="all", fromPort="", toPort=None),
    ),
    violating(
        "all protocols, ports are ignored", rule(cidrBlock=WORLD, protocol=-1.0, fromPort=80, toPort=80)
    ),
    violating("half of the internet", rule(cidrBlock="128.0.0.0/1")),
    violating(
        "denied by a later rule",
        inline(block(cidrBlock=WORLD), block(ruleNo=200, cidrBlock=WORLD, action="deny")),
    ),
    violating(
        "denied to some",
        inline(block(ruleNo=50, cidrBlock="10.0.0.0/8", action="deny"), block(cidrBlock=WORLD)),
    ),
    violating(
        "the default ACL", res(DEFAULT, ingress=[block(cidrBlock=WORLD, protocol="-1", fromPort=0, toPort=0)])
    ),
    violating(
        "a port of one's own",
        inline(block(cidrBlock=WORLD, fromPort=5985, toPort=5985)),
        settings={"ports": [5985]},
    ),
    absent_passes("no rules deny everything", res(ACL)),
    absent_passes("no rules, aws-native", res(NATIVE, vpcId="vpc-1")),
    unknown("the range", rule(cidrBlock=UNKNOWN)),
    unknown(
        "whom an earlier rule denies",
        rule(networkAclId=ref(OWN), cidrBlock=WORLD),
        OWN,
        rule("deny", networkAclId=ref(OWN), ruleNumber=10, ruleAction="deny", cidrBlock=UNKNOWN),
    ),
    unknown("the ports", rule(cidrBlock=WORLD, fromPort=UNKNOWN)),
    unknown("the action", rule(cidrBlock=WORLD, ruleAction=UNKNOWN)),
    unknown("the direction", rule(cidrBlock=WORLD, egress=UNKNOWN)),
    unknown("all rules", res(ACL, ingress=UNKNOWN)),
]

MUTATION = mutation(added(rule(cidrBlock=WORLD)))
