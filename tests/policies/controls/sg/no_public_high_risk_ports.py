"""Cases of sg-no-public-high-risk-ports."""

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
)

WORLD = "0.0.0.0/0"
PORT = {"fromPort": 445, "toPort": 445}

CASES = [
    compliant("from a group", ingress(**PORT, referencedSecurityGroupId=CLIENTS)),
    compliant("from a private range", inline(**PORT, cidrBlocks=["192.168.0.0/16"])),
    compliant("another port", inline(fromPort=443, toPort=443, cidrBlocks=[WORLD])),
    compliant("another port, range not known", inline(fromPort=443, toPort=443, cidrBlocks=UNKNOWN)),
    compliant(
        "cdk-nag: nobody speaks FTP over UDP",
        inline(fromPort=21, toPort=21, protocol="udp", cidrBlocks=[WORLD]),
    ),
    violating(
        "SNMP over UDP", inline(fromPort=161, toPort=161, protocol="udp", cidrBlocks=[WORLD]), says="udp 161"
    ),
    violating("FTP", inline(fromPort=21, toPort=21, cidrBlocks=[WORLD])),
    violating("from anywhere", inline(**PORT, cidrBlocks=[WORLD]), says="tcp 445"),
    violating("from anywhere by IPv6", ingress(**PORT, cidrIpv6="::/0")),
    not_applicable(
        "a range around it", legacy(fromPort=0, toPort=65535, cidrBlocks=[WORLD]), says="reports it"
    ),
    not_applicable("all traffic", ingress(ipProtocol="-1", fromPort=None, toPort=None, cidrIpv4=WORLD)),
    violating(
        "floats, and a self rule before it",
        res(GROUP, ingress=[block(self=True), block(fromPort=445.0, toPort=445.0, cidrBlocks=[WORLD])]),
    ),
    violating("a prefix list beside it", inline(**PORT, prefixListIds=["pl-1"], cidrBlocks=[WORLD])),
    violating("the default group", res(DEFAULT, ingress=[block(**PORT, cidrBlocks=[WORLD])])),
    violating("aws-native", native_inline(**PORT, cidrIp=WORLD)),
    violating(
        "standalone, aws-native", res(NATIVE_INGRESS, groupId="sg-1", **native_block(**PORT, cidrIpv6="::/0"))
    ),
    violating(
        "a port of one's own", inline(fromPort=443, toPort=443, cidrBlocks=[WORLD]), settings={"ports": [443]}
    ),
    violating("kubelet", inline(fromPort=10250, toPort=10250, cidrBlocks=[WORLD])),
    absent_passes("no rules", res(GROUP)),
    absent_passes("no source", ingress(**PORT)),
    unknown("the range", ingress(**PORT, cidrIpv4=UNKNOWN)),
    unknown("the ports", inline(fromPort=UNKNOWN, toPort=UNKNOWN, cidrBlocks=[WORLD])),
    unknown("all rules", res(GROUP, ingress=UNKNOWN)),
    not_applicable("an egress rule", egress(**PORT, cidrIpv4=WORLD)),
]

MUTATION = mutation(changed(INGRESS, fromPort=445, toPort=445, cidrIpv4=WORLD))
