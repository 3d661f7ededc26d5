"""Cases of sg-ingress-cidr-host-only."""

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
    GROUP,
    INGRESS,
    egress,
    ingress,
    inline,
    legacy,
    native_inline,
    outbound,
)

CASES = [
    compliant("one address", inline(cidrBlocks=["10.0.0.7/32"], ipv6CidrBlocks=["2001:db8::7/128"])),
    compliant("an address without a prefix", inline(cidrBlocks=["10.0.0.7"])),
    compliant("a group", ingress(referencedSecurityGroupId=CLIENTS)),
    compliant("out, not in", outbound(cidrBlocks=["10.0.0.0/8"])),
    violating("a subnet", inline(cidrBlocks=["10.0.0.7/32", "10.0.1.0/24"]), says='"10.0.1.0/24"'),
    violating("a subnet of IPv6", ingress(cidrIpv6="2001:db8::/64"), says="/128"),
    violating("the older form", legacy(cidrBlocks=["10.0.1.0/24"])),
    violating("aws-native", native_inline(cidrIp="10.0.1.0/24")),
    absent_passes("no rules", res(GROUP)),
    unknown("the range", ingress(cidrIpv4=UNKNOWN)),
    unknown("all rules", res(GROUP, ingress=UNKNOWN)),
    not_applicable("an egress rule", egress(cidrIpv4="10.0.0.0/8")),
]

MUTATION = mutation(changed(INGRESS, cidrIpv4="10.0.0.0/8"))
