"""Cases of nacl-no-wide-public-cidr."""

from tests.policies.cases import (
    UNKNOWN,
    absent_passes,
    added,
    compliant,
    mutation,
    not_applicable,
    res,
    unknown,
    violating,
)

from .no_all_ports import ACL, ALL, DEFAULT, NATIVE, WORLD, block, inline, rule

CASES = [
    compliant("everyone, who is for other controls", rule(cidrBlock=WORLD, fromPort=443, toPort=443)),
    compliant("a private range", rule(cidrBlock="10.0.0.0/8")),
    compliant("carrier-grade NAT", rule(cidrBlock="100.64.0.0/10")),
    compliant("a public /16, as one company may own", rule(cidrBlock="52.94.0.0/16")),
    compliant("a public IPv6 /32", rule(cidrBlock=None, ipv6CidrBlock="2600:1f00::/32")),
    compliant("denied", rule(cidrBlock="3.0.0.0/8", ruleAction="deny")),
    compliant(
        "a shorter prefix by the settings", rule(cidrBlock="3.0.0.0/8"), settings={"shortestIpv4Prefix": 8}
    ),
    compliant("all traffic, which nacl-no-all-ports reports", inline(block(**ALL, cidrBlock="3.0.0.0/8"))),
    violating("a cloud's /8", rule(cidrBlock="3.0.0.0/8"), says="3.0.0.0/8"),
    violating("a /15", inline(block(cidrBlock="54.230.0.0/15"))),
    violating("half of the internet", inline(block(cidrBlock="128.0.0.0/1"))),
    violating("global IPv6", inline(block(ipv6CidrBlock="2000::/3"))),
    violating("the default ACL", res(DEFAULT, ingress=[block(cidrBlock="3.0.0.0/8")])),
    absent_passes("no rules deny everything", res(ACL)),
    absent_passes("no rules, aws-native", res(NATIVE, vpcId="vpc-1")),
    unknown("the range", rule(cidrBlock=UNKNOWN)),
    unknown("all rules", res(ACL, ingress=UNKNOWN)),
    not_applicable("out, not in", rule(cidrBlock="3.0.0.0/8", egress=True)),
]

MUTATION = mutation(added(rule(cidrBlock="3.0.0.0/8")))
