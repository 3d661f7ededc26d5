"""Cases of sg-no-all-ports-ingress."""

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
    native_inline,
    outbound,
)

ALL = {"protocol": "-1", "fromPort": 0, "toPort": 0}

CASES = [
    compliant("one port", inline(cidrBlocks=["10.0.0.0/8"])),
    compliant("a range of ports", inline(fromPort=1024, toPort=65535, cidrBlocks=["10.0.0.0/8"])),
    compliant("all traffic from a group", ingress(ipProtocol="-1", referencedSecurityGroupId=CLIENTS)),
    compliant("all traffic from itself is another control's", inline(**ALL, self=True)),
    compliant("out, not in", outbound(**ALL, cidrBlocks=["10.0.0.0/8"])),
    compliant(
        "a protocol without ports", inline(protocol="icmp", fromPort=-1, toPort=-1, cidrBlocks=["10.0.0.0/8"])
    ),
    violating("all traffic from anywhere", inline(**ALL, cidrBlocks=["0.0.0.0/0"]), says="all traffic"),
    violating("all traffic from a private range", legacy(**ALL, cidrBlocks=["10.0.0.0/8"])),
    violating(
        "checkov CKV_AWS_277: TCP from -1 to -1", ingress(fromPort=-1, toPort=-1, cidrIpv4="0.0.0.0/0")
    ),
    violating(
        "every TCP port", inline(fromPort=0, toPort=65535, cidrBlocks=["10.0.0.0/8"]), says="tcp 0-65535"
    ),
    violating(
        "every UDP port but zero",
        inline(protocol="17", fromPort="1", toPort="65535", cidrBlocks=["10.0.0.0/8"]),
    ),
    violating("a range that is not known", ingress(ipProtocol="-1", cidrIpv4=UNKNOWN), says="not known yet"),
    violating("the default group", res(DEFAULT, ingress=[block(**ALL, cidrBlocks=["10.0.0.0/8"])])),
    violating("aws-native", native_inline(ipProtocol="-1", cidrIp="10.0.0.0/8")),
    violating(
        "standalone, aws-native", res(NATIVE_INGRESS, groupId="sg-1", ipProtocol="-1", cidrIpv6="fd00::/8")
    ),
    absent_passes("no rules", res(GROUP)),
    absent_passes("no source", ingress(ipProtocol="-1")),
    unknown("the protocol", inline(protocol=UNKNOWN, cidrBlocks=["10.0.0.0/8"])),
    unknown("the ports", inline(fromPort=UNKNOWN, cidrBlocks=["10.0.0.0/8"])),
    unknown("all rules", res(GROUP, ingress=UNKNOWN)),
    not_applicable("an egress rule", egress(ipProtocol="-1", cidrIpv4="0.0.0.0/0")),
]

MUTATION = mutation(changed(INGRESS, ipProtocol="-1", cidrIpv4="10.0.0.0/8"))
