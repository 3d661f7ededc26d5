"""Cases of sg-no-port-range."""

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
    GROUP,
    INGRESS,
    block,
    egress,
    ingress,
    inline,
    legacy,
    native_inline,
)

CASES = [
    compliant("one port", inline(cidrBlocks=["10.0.0.0/8"])),
    compliant("one port in two spellings", inline(fromPort="5432", toPort=5432.0)),
    compliant("all traffic is another control's", inline(protocol="-1", fromPort=0, toPort=0)),
    compliant("icmp has types, not ports", legacy(protocol="icmp", fromPort=3, toPort=4)),
    violating(
        "a range, inline", inline(fromPort=5432, toPort=5433), says="`ingress[0]` is for tcp 5432-5433"
    ),
    compliant("a range out, not in", res(GROUP, egress=[block(fromPort=1024, toPort=65535)])),
    violating("standalone", ingress(fromPort=1024, toPort=65535), says="This rule is for tcp"),
    not_applicable("standalone, out", egress(fromPort=1024, toPort=65535)),
    violating("every port", legacy(fromPort=-1, toPort=-1)),
    violating("aws-native", native_inline(fromPort=1, toPort=2)),
    violating(
        "ports of a secret rule are not shown", inline(fromPort=secret(5432), toPort=5433), says="for traffic"
    ),
    absent_passes("no rules", res(GROUP)),
    unknown("a port", ingress(fromPort=UNKNOWN)),
    unknown("all rules", res(GROUP, ingress=UNKNOWN)),
]

MUTATION = mutation(changed(INGRESS, fromPort=1024, toPort=65535))
