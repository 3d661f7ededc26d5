"""Cases of sg-no-unrestricted-egress."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    absent_passes,
    added,
    compliant,
    mutation,
    not_applicable,
    res,
    unknown,
    violating,
)
from tests.policies.controls.sg._samples import (
    CLIENTS,
    EGRESS,
    GROUP,
    NATIVE,
    NATIVE_EGRESS,
    block,
    egress,
    ingress,
    inline,
    legacy,
    native_block,
    outbound,
)

WORLD = "0.0.0.0/0"
ALL = {"protocol": "-1", "fromPort": 0, "toPort": 0}
ALL_NATIVE = {"ipProtocol": "-1", "fromPort": None, "toPort": None}

CASES = [
    compliant("to a group", egress(referencedSecurityGroupId=CLIENTS)),
    compliant("all traffic to a group", egress(**ALL_NATIVE, referencedSecurityGroupId=UNKNOWN)),
    compliant("all traffic to a private range", outbound(**ALL, cidrBlocks=["10.0.0.0/8"])),
    compliant("one port to the internet", legacy("egress", fromPort=443, toPort=443, cidrBlocks=[WORLD])),
    compliant("all traffic to a gateway endpoint", outbound(**ALL, prefixListIds=["pl-1"])),
    compliant("in, not out", inline(**ALL, cidrBlocks=[WORLD])),
    compliant(
        "nothing but the host itself, aws-native",
        res(
            NATIVE, groupDescription="g", securityGroupEgress=[{"ipProtocol": "-1", "cidrIp": "127.0.0.1/32"}]
        ),
    ),
    violating("all traffic to anywhere", outbound(**ALL, cidrBlocks=[WORLD]), says="allows all traffic to"),
    violating("to anywhere by IPv6", egress(**ALL_NATIVE, cidrIpv6="::/0")),
    violating("IPv6 in another spelling", egress(**ALL_NATIVE, cidrIpv6="::0/0")),
    violating("every port of TCP", egress(fromPort=-1, toPort=-1, cidrIpv4=WORLD), says="tcp 0-65535"),
    violating("every port of UDP", outbound(protocol="udp", fromPort=0, toPort=65535, cidrBlocks=[WORLD])),
    violating("in two halves", outbound(**ALL, cidrBlocks=["0.0.0.0/1", "128.0.0.0/1"])),
    violating("the older form", legacy("egress", **ALL, cidrBlocks=[WORLD])),
    violating("as a number", legacy("egress", protocol=-1.0, fromPort=0.0, toPort=0.0, cidrBlocks=[WORLD])),
    violating("a list of one", res(GROUP, egress=block(**ALL, ipv6CidrBlocks=["::/0"]))),
    violating("aws-native", res(NATIVE, securityGroupEgress=[{"ipProtocol": "-1", "cidrIp": WORLD}])),
    violating(
        "standalone, aws-native",
        res(NATIVE_EGRESS, groupId="sg-1", **native_block(**ALL_NATIVE, cidrIp=WORLD)),
    ),
    absent_passes("the aws provider takes AWS's own rule away", res(GROUP)),
    absent_fails("AWS adds its own rule, aws-native", res(NATIVE, groupDescription="g"), says="not set"),
    absent_fails("an empty list, aws-native", res(NATIVE, groupDescription="g", securityGroupEgress=[])),
    unknown("the range", egress(**ALL_NATIVE, cidrIpv4=UNKNOWN)),
    unknown("the port", egress(fromPort=UNKNOWN, toPort=UNKNOWN, cidrIpv4=WORLD)),
    unknown("all rules", res(GROUP, egress=UNKNOWN)),
    not_applicable("an ingress rule", ingress(**ALL_NATIVE, cidrIpv4=WORLD)),
]

MUTATION = mutation(
    added(res(EGRESS, securityGroupId="sg-1", ipProtocol="-1", cidrIpv4=WORLD, description="everything"))
)
