"""Cases of sg-no-public-ingress."""

from tests.policies.cases import (
    UNKNOWN,
    absent_passes,
    changed,
    compliant,
    mutation,
    not_applicable,
    res,
    unknown,
    violating,
)
from tests.policies.controls.sg._samples import (
    CLIENTS,
    DEFAULT,
    GROUP,
    INGRESS,
    NATIVE_INGRESS,
    block,
    egress,
    ingress,
    inline,
    legacy,
    native_block,
    native_inline,
    outbound,
)

WORLD = "0.0.0.0/0"

CASES = [
    compliant("from a group", ingress(referencedSecurityGroupId=CLIENTS)),
    compliant("from the group itself", inline(self=True)),
    compliant("from a prefix list", legacy(prefixListIds=["pl-1"])),
    compliant("from a private range, ports not known", inline(cidrBlocks=["10.0.0.0/8"], fromPort=UNKNOWN)),
    compliant("from one public address", inline(cidrBlocks=["8.8.8.8/32"])),
    compliant("out, not in", outbound(protocol="-1", fromPort=0, toPort=0, cidrBlocks=[WORLD])),
    compliant(
        "an accepted port",
        inline(fromPort=443, toPort=443, cidrBlocks=[WORLD]),
        settings={"allowedPorts": ["443"]},
    ),
    compliant(
        "inside of an accepted range",
        inline(fromPort=8080, toPort=8081, cidrBlocks=[WORLD]),
        settings={"allowedPorts": ["443", "8000-8100"]},
    ),
    violating(
        "one rule is open and another is not",
        res(GROUP, ingress=[block(self=True), block(cidrBlocks=[WORLD])]),
    ),
    violating("even HTTPS", inline(fromPort=443, toPort=443, cidrBlocks=[WORLD]), says="tcp 443"),
    violating("a prefix list beside it", inline(prefixListIds=["pl-1"], ipv6CidrBlocks=["::/0"])),
    violating(
        "all traffic without ports, as checkov lets pass",
        ingress(ipProtocol="-1", fromPort=None, toPort=None, cidrIpv4=WORLD),
    ),
    violating(
        "ports not known",
        ingress(fromPort=UNKNOWN, toPort=UNKNOWN, cidrIpv4=WORLD),
        says="allows traffic from",
    ),
    violating("icmp", inline(protocol="icmp", fromPort=-1, toPort=-1, cidrBlocks=[WORLD]), says="icmp"),
    violating("0::/0", ingress(cidrIpv6="0::/0")),
    violating("two halves", inline(cidrBlocks=["0.0.0.0/1", "128.0.0.0/1"]), says="0.0.0.0/1"),
    violating("the default group", res(DEFAULT, ingress=[block(cidrBlocks=[WORLD])])),
    violating("the older form", legacy(cidrBlocks=[WORLD])),
    violating("aws-native", native_inline(cidrIp=WORLD)),
    violating("standalone, aws-native", res(NATIVE_INGRESS, groupId="sg-1", **native_block(cidrIpv6="::/0"))),
    violating(
        "more than the accepted port",
        inline(fromPort=443, toPort=444, cidrBlocks=[WORLD]),
        settings={"allowedPorts": ["443"]},
    ),
    violating(
        "an accepted port that is no number", inline(cidrBlocks=[WORLD]), settings={"allowedPorts": ["https"]}
    ),
    absent_passes("no rules", res(GROUP)),
    absent_passes("no source", ingress()),
    unknown("the range", ingress(cidrIpv4=UNKNOWN)),
    unknown("cdk-nag#1527: a range that is computed", inline(cidrBlocks=[UNKNOWN])),
    unknown("all rules", res(GROUP, ingress=UNKNOWN)),
    not_applicable("an egress rule", egress(cidrIpv4=WORLD)),
]

MUTATION = mutation(changed(INGRESS, cidrIpv4=WORLD))
