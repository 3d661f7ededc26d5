"""Cases of sg-no-port-range-egress."""

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
    EGRESS,
    GROUP,
    NATIVE,
    egress,
    ingress,
    inline,
    native_block,
    outbound,
)

CASES = [
    compliant("one port", outbound(cidrBlocks=["10.0.0.0/8"])),
    compliant("all traffic is another control's", outbound(protocol="-1", fromPort=0, toPort=0)),
    compliant("a range in, not out", inline(fromPort=1024, toPort=65535)),
    violating("a range", outbound(fromPort=1024, toPort=65535), says="`egress[0]` is for tcp 1024-65535"),
    violating("standalone", egress(fromPort=1024, toPort=65535), says="This rule is for tcp"),
    violating("aws-native", res(NATIVE, securityGroupEgress=[native_block(fromPort=1, toPort=2)])),
    absent_passes("no rules", res(GROUP)),
    unknown("a port", egress(fromPort=UNKNOWN)),
    unknown("all rules", res(GROUP, egress=UNKNOWN)),
    not_applicable("an ingress rule", ingress(fromPort=1024, toPort=65535)),
]

MUTATION = mutation(
    added(res(EGRESS, securityGroupId="sg-1", ipProtocol="tcp", fromPort=1, toPort=2, cidrIpv4="10.0.0.0/8"))
)
