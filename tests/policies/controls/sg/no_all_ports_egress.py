"""Cases of sg-no-all-ports-egress."""

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
from tests.policies.controls.sg._samples import (
    CLIENTS,
    EGRESS,
    GROUP,
    NATIVE,
    NATIVE_EGRESS,
    egress,
    ingress,
    native_block,
    outbound,
)

ALL = {"protocol": "-1", "fromPort": 0, "toPort": 0}
ALL_NATIVE = {"ipProtocol": "-1", "fromPort": None, "toPort": None}
PRIVATE = "10.0.0.0/8"

CASES = [
    compliant("one port", outbound(cidrBlocks=[PRIVATE])),
    compliant("all traffic to a group", egress(**ALL_NATIVE, referencedSecurityGroupId=CLIENTS)),
    compliant("nothing but the host itself", outbound(**ALL, cidrBlocks=["127.0.0.1/32"])),
    compliant(
        "nothing but the host itself by IPv6, aws-native",
        res(NATIVE_EGRESS, groupId="sg-1", **native_block(**ALL_NATIVE, cidrIpv6="::1/128")),
    ),
    violating("all traffic", outbound(**ALL, cidrBlocks=[PRIVATE]), says="all traffic pass to"),
    violating("every port of TCP", egress(fromPort=0, toPort=65535, cidrIpv4=PRIVATE), says="tcp 0-65535"),
    violating("beside the host itself", outbound(**ALL, cidrBlocks=["127.0.0.1/32", "25.0.0.0/8"])),
    violating("more than the host itself", outbound(**ALL, cidrBlocks=["126.0.0.0/7"])),
    violating("aws-native", res(NATIVE, securityGroupEgress=[native_block(**ALL_NATIVE, cidrIp=PRIVATE)])),
    absent_passes("no rules", res(GROUP)),
    absent_passes("AWS's own rule is another control's", res(NATIVE, groupDescription="g")),
    unknown("the range", egress(**ALL_NATIVE, cidrIpv4=UNKNOWN)),
    unknown("the protocol", egress(ipProtocol=UNKNOWN, cidrIpv4=PRIVATE)),
    unknown("all rules", res(GROUP, egress=UNKNOWN)),
    not_applicable("an ingress rule", ingress(**ALL_NATIVE, cidrIpv4=PRIVATE)),
]

MUTATION = mutation(added(res(EGRESS, securityGroupId="sg-1", ipProtocol="-1", cidrIpv4=PRIVATE)))
