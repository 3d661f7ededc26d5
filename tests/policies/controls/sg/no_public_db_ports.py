"""Cases of sg-no-public-db-ports."""

from tests.policies.cases import (
    UNKNOWN,
    absent_passes,
    changed,
    compliant,
    mutation,
    not_applicable,
    res,
    secret,
    unknown,
    violating,
)
from tests.policies.controls.sg._samples import (
    CLIENTS,
    DEFAULT,
    GROUP,
    INGRESS,
    NATIVE,
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
    compliant("from an unknown group", ingress(referencedSecurityGroupId=UNKNOWN)),
    compliant("from a private range", inline(cidrBlocks=["10.0.0.0/16"], ipv6CidrBlocks=["fd00::/8"])),
    compliant("from a prefix list", ingress(prefixListId="pl-1")),
    compliant("from the group itself", inline(self=True)),
    compliant("another port is another control's", inline(cidrBlocks=[WORLD], fromPort=443, toPort=443)),
    compliant(
        "a port that is no database's, range not known", inline(cidrBlocks=UNKNOWN, fromPort=22, toPort=22)
    ),
    compliant("out, not in", outbound(cidrBlocks=[WORLD])),
    compliant("icmp has no ports", inline(protocol="icmp", fromPort=-1, toPort=-1, cidrBlocks=[WORLD])),
    compliant("from a private range, aws-native", native_inline(cidrIp="10.0.0.0/8")),
    compliant("by setting", inline(cidrBlocks=[WORLD]), settings={"ports": [3306]}),
    violating("from anywhere", inline(cidrBlocks=[WORLD]), says='allows tcp 5432 from "0.0.0.0/0"'),
    violating("one block that is not a list", res(GROUP, ingress=block(cidrBlocks=[WORLD]))),
    violating(
        "numerals and the number of TCP",
        legacy(protocol="6", fromPort="5432", toPort="5432", cidrBlocks=[WORLD]),
    ),
    violating(
        "UDP, SQL Server Browser", legacy(protocol="udp", fromPort=1434, toPort=1434, cidrBlocks=[WORLD])
    ),
    violating(
        "regula FG_R00217: a config server of MongoDB",
        inline(cidrBlocks=[WORLD], fromPort=27019, toPort=27019),
        says="27019",
    ),
    not_applicable(
        "all traffic",
        ingress(ipProtocol="-1", fromPort=None, toPort=None, cidrIpv4=WORLD),
        says="reports it",
    ),
    not_applicable(
        "all, with ports of zero", inline(protocol="all", fromPort=0, toPort=0, cidrBlocks=[WORLD])
    ),
    not_applicable("TCP from -1 to -1", inline(fromPort=-1, toPort=-1, cidrBlocks=[WORLD])),
    not_applicable("TCP without ports", ingress(fromPort=None, toPort=None, cidrIpv4=WORLD)),
    violating(
        "a range around it", inline(fromPort=1024, toPort=65535, cidrBlocks=[WORLD]), says="and others"
    ),
    violating("IPv6", ingress(cidrIpv6="::/0")),
    violating("IPv6 written out", ingress(cidrIpv6="0:0:0:0:0:0:0:0/0")),
    violating("IPv6, ::0/0", inline(ipv6CidrBlocks=["::0/0"])),
    violating("half of the internet", inline(cidrBlocks=["0.0.0.0/1"])),
    violating("the other half", inline(cidrBlocks=["10.0.0.0/8", "128.0.0.0/1"])),
    violating("host bits of a range that is everyone", inline(cidrBlocks=["10.1.2.3/0"])),
    violating(
        "a self rule before it, as in checkov",
        res(GROUP, ingress=[block(self=True), block(cidrBlocks=[WORLD])]),
    ),
    violating("a prefix list beside it, as in checkov", inline(prefixListIds=["pl-1"], cidrBlocks=[WORLD])),
    violating("the default group", res(DEFAULT, ingress=[block(cidrBlocks=[WORLD])])),
    violating("aws-native", native_inline(cidrIpv6="::/0")),
    violating("standalone, aws-native", res(NATIVE_INGRESS, groupId="sg-1", **native_block(cidrIp=WORLD))),
    violating("a secret range is not shown", inline(cidrBlocks=secret([WORLD])), says="[secret]"),
    violating(
        "a port of one's own",
        inline(fromPort=6033, toPort=6033, cidrBlocks=[WORLD]),
        settings={"ports": [6033]},
    ),
    violating(
        "one rule is not known, another is open", res(GROUP, ingress=[UNKNOWN, block(cidrBlocks=[WORLD])])
    ),
    absent_passes("no rules", res(GROUP)),
    absent_passes("no rules, aws-native", res(NATIVE, groupDescription="g")),
    absent_passes("no source", ingress()),
    unknown("the range", ingress(cidrIpv4=UNKNOWN), says="`cidrIpv4`"),
    unknown("the ports", ingress(fromPort=UNKNOWN, toPort=UNKNOWN, cidrIpv4=WORLD)),
    unknown("the protocol", inline(protocol=UNKNOWN, cidrBlocks=[WORLD])),
    unknown("all rules", res(GROUP, ingress=UNKNOWN), says="`ingress`"),
    unknown(
        "one of the rules",
        res(GROUP, ingress=[block(cidrBlocks=["10.0.0.0/8"]), UNKNOWN]),
        says="`ingress[1]`",
    ),
    unknown("a word for a port", inline(fromPort="postgres", cidrBlocks=[WORLD])),
    not_applicable("an egress rule", egress(cidrIpv4=WORLD)),
    not_applicable("an egress rule of the older form", legacy("egress", cidrBlocks=[WORLD])),
]

MUTATION = mutation(changed(INGRESS, fromPort=5432, toPort=5432, cidrIpv4=WORLD))
