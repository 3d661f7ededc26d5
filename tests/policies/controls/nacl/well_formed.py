"""Cases of nacl-well-formed."""

from tests.policies.cases import (
    UNKNOWN,
    Sample,
    absent_passes,
    added,
    compliant,
    mutation,
    ref,
    res,
    unknown,
    violating,
)

ACL = "aws:ec2/networkAcl:NetworkAcl"
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


EMPTY = res(ACL)
FIRST = block(cidrBlock="10.0.0.0/8")


def apart(name: str, **properties: object) -> Sample:
    base = {
        "networkAclId": ref(EMPTY),
        "ruleNumber": 100,
        "ruleAction": "allow",
        "protocol": "tcp",
        "fromPort": 22,
        "toPort": 22,
    }
    return res(RULE, name, **{**base, "cidrBlock": "10.0.0.0/8", **properties})


CASES = [
    compliant(
        "different numbers and ports",
        inline(FIRST, block(ruleNo=110, cidrBlock="10.0.0.0/8", fromPort=443, toPort=443)),
    ),
    compliant(
        "the same ports of different ranges", inline(FIRST, block(ruleNo=110, cidrBlock="10.1.0.0/16"))
    ),
    compliant("one number in each direction", EMPTY, apart("in"), apart("out", egress=True)),
    compliant(
        "denied to everyone",
        inline(block(cidrBlock=WORLD, action="deny"), block(ruleNo=110, cidrBlock=WORLD, toPort=80)),
    ),
    compliant(
        "allowed to some, then denied to all",
        inline(FIRST, block(ruleNo=110, cidrBlock=WORLD, action="deny")),
    ),
    compliant(
        "denied to everyone twice over", inline(block(action="deny", cidrBlock=WORLD, ipv6CidrBlock="::/0"))
    ),
    compliant(
        "the same port of two ACLs elsewhere",
        rule(cidrBlock=WORLD),
        res(RULE, "b", **{**rule(cidrBlock=WORLD, ruleNumber=110).properties, "networkAclId": "acl-2"}),
    ),
    violating(
        "allowed to some after denied to all",
        inline(FIRST, block(ruleNo=90, cidrBlock=WORLD, action="deny")),
        says="rule 100 never applies: rule 90",
    ),
    violating(
        "one port after all traffic",
        inline(
            block(protocol="-1", fromPort=0, toPort=0, cidrBlock=WORLD),
            block(ruleNo=110, cidrBlock=WORLD, action="deny"),
        ),
        says="rule 110 never applies",
    ),
    violating(
        "denied to some of IPv6",
        inline(block(action="deny", cidrBlock=WORLD, ipv6CidrBlock="2001:db8::/32")),
        says="2001:db8::/32",
    ),
    violating(
        "overlapping ports, of an ACL elsewhere",
        rule(cidrBlock=WORLD),
        res(RULE, "b", **rule(cidrBlock=WORLD, ruleNumber=110).properties),
        says="100 and 110",
    ),
    compliant("read back inline", res(ACL, id="acl-1", ingress=[FIRST]), rule(cidrBlock="10.0.0.0/8")),
    compliant("judged with its ACL", apart("in"), EMPTY),
    violating("one number twice", inline(FIRST, block(cidrBlock="10.1.0.0/16")), says="number 100"),
    violating("one number twice, apart", EMPTY, apart("a"), apart("b", fromPort=443, toPort=443)),
    violating(
        "inline and apart",
        res(ACL, id="acl-1", egress=[FIRST]),
        rule(cidrBlock="10.1.0.0/16", egress=True),
        says="egress",
    ),
    violating(
        "overlapping ports",
        inline(FIRST, block(ruleNo=110, cidrBlock="10.0.0.0/8", fromPort=1, toPort=80)),
        says="100 and 110",
    ),
    violating("denied to some", inline(block(cidrBlock="10.0.0.0/8", action="deny")), says="walk around"),
    violating("denied to some, of an ACL elsewhere", rule(cidrBlock="10.0.0.0/8", ruleAction="deny")),
    absent_passes("no rules", EMPTY),
    absent_passes("no rules, aws-native", res(NATIVE)),
    unknown("a number", EMPTY, apart("a"), apart("b", ruleNumber=UNKNOWN)),
    unknown("all rules", res(ACL, ingress=UNKNOWN)),
]

MUTATION = mutation(added(rule(cidrBlock="10.0.0.0/8", ruleAction="deny")))
