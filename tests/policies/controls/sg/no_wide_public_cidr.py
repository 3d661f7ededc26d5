"""Cases of sg-no-wide-public-cidr."""

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
    NATIVE_EGRESS,
    OTHER,
    block,
    egress,
    ingress,
    inline,
    legacy,
    native_block,
    native_inline,
    outbound,
)

CASES = [
    compliant(
        "private ranges",
        inline(cidrBlocks=["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"]),
    ),
    compliant("private ranges of IPv6", inline(ipv6CidrBlocks=["fd00::/8", "fe80::/10"])),
    compliant("a public /24", ingress(cidrIpv4="8.8.8.0/24")),
    compliant("a public /48 of IPv6", ingress(cidrIpv6="2600:1f18::/48")),
    compliant("everyone is another control's", inline(cidrBlocks=["0.0.0.0/0"], ipv6CidrBlocks=["::/0"])),
    compliant("a group", ingress(referencedSecurityGroupId=CLIENTS)),
    not_applicable("half of the internet", inline(**OTHER, cidrBlocks=["0.0.0.0/1"]), says="reports it"),
    violating("a cloud's range", ingress(cidrIpv4="52.94.0.0/16")),
    violating("a secret range is not shown", inline(cidrBlocks=[secret("52.94.0.0/16")]), says="[secret]"),
    violating("a /23", legacy(cidrBlocks=["8.8.8.0/23"])),
    violating("on the way out too", egress(cidrIpv4="128.0.0.0/1")),
    violating("on the way out, inline", outbound(cidrBlocks=["52.0.0.0/8"])),
    not_applicable("a wide range of IPv6", ingress(**OTHER, cidrIpv6="2000::/3"), says="reports it"),
    not_applicable("wider than a private range", inline(**OTHER, cidrBlocks=["10.0.0.0/7"])),
    not_applicable("the default group", res(DEFAULT, ingress=[block(**OTHER, cidrBlocks=["52.0.0.0/8"])])),
    not_applicable("aws-native", native_inline(**OTHER, cidrIp="52.0.0.0/8")),
    violating(
        "standalone, aws-native", res(NATIVE_EGRESS, groupId="sg-1", **native_block(cidrIp="52.0.0.0/8"))
    ),
    violating("even one address, strict", inline(cidrBlocks=["8.8.8.8/32"]), settings={"allowPublic": False}),
    violating("by setting", inline(cidrBlocks=["8.8.8.0/24"]), settings={"ipv4Prefix": 28}, says="/28"),
    violating(
        "one rule is not known, another is wide",
        res(GROUP, ingress=UNKNOWN, egress=[block(cidrBlocks=["52.0.0.0/8"])]),
    ),
    not_applicable(
        "a secret range, reported elsewhere",
        inline(**OTHER, cidrBlocks=[secret("52.0.0.0/8")]),
        says="reports it",
    ),
    absent_passes("no rules", res(GROUP)),
    unknown("the range", ingress(cidrIpv4=UNKNOWN)),
    unknown("all rules", res(GROUP, ingress=UNKNOWN)),
]

MUTATION = mutation(changed(INGRESS, cidrIpv4="52.0.0.0/8"))
