"""Cases of sg-no-self-all-ports."""

from tests.policies.cases import (
    UNKNOWN,
    absent_passes,
    added,
    compliant,
    mutation,
    not_applicable,
    ref,
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
    outbound,
)

ALL = {"protocol": "-1", "fromPort": 0, "toPort": 0}
A = res(GROUP, "a")
B = res(GROUP, "b")

CASES = [
    compliant("one port", inline(self=True)),
    compliant("all traffic from another group", ingress(ipProtocol="-1", referencedSecurityGroupId=CLIENTS)),
    compliant(
        "all traffic from another group of the stack",
        res(INGRESS, ipProtocol="-1", securityGroupId=ref(A), referencedSecurityGroupId=ref(B)),
        A,
        B,
    ),
    compliant("all traffic from a range is another control's", inline(**ALL, cidrBlocks=["10.0.0.0/8"])),
    compliant("out, not in", outbound(**ALL, self=True)),
    violating("all traffic, inline", inline(**ALL, self=True), says="between the members"),
    violating(
        "every port of TCP, the older form", legacy(fromPort=0, toPort=65535, self=True), says="Tcp 0-65535"
    ),
    violating("as a word", inline(**ALL, self="true")),
    violating("the default group as AWS makes it", res(DEFAULT, ingress=[block(**ALL, self=True)])),
    violating("named by id", ingress(ipProtocol="-1", referencedSecurityGroupId="sg-1")),
    violating(
        "named by reference",
        res(INGRESS, ipProtocol="-1", securityGroupId=ref(A), referencedSecurityGroupId=ref(A)),
        A,
    ),
    violating(
        "named by reference, aws-native",
        res(NATIVE_INGRESS, ipProtocol="-1", groupId=ref(A), sourceSecurityGroupId=ref(A)),
        A,
    ),
    absent_passes("no rules", res(GROUP)),
    absent_passes("no source", ingress(ipProtocol="-1")),
    unknown("the protocol", inline(protocol=UNKNOWN, self=True)),
    unknown("the source, from configuration", ingress(ipProtocol="-1", referencedSecurityGroupId=UNKNOWN)),
    unknown("all rules", res(GROUP, ingress=UNKNOWN)),
    not_applicable("an egress rule", egress(ipProtocol="-1", referencedSecurityGroupId="sg-1")),
]

MUTATION = mutation(added(ingress(ipProtocol="-1", referencedSecurityGroupId="sg-1")))
