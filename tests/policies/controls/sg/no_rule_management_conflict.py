"""Cases of sg-no-rule-management-conflict."""

from tests.policies.cases import (
    UNKNOWN,
    absent_passes,
    changed,
    compliant,
    mutation,
    not_applicable,
    ref,
    res,
    unknown,
    violating,
)
from tests.policies.controls.sg._samples import (
    DEFAULT,
    EGRESS,
    GROUP,
    INGRESS,
    LEGACY,
    NATIVE,
    NATIVE_INGRESS,
    block,
    ingress,
    native_block,
)

PLAIN = res(GROUP)
INLINE = res(GROUP, ingress=[block(self=True)])
CLOSED = res(DEFAULT)
READ_BACK = res(GROUP, id="sg-1", ownerId="123456789012", ingress=[block(cidrBlocks=["10.0.0.0/8"])])
DRIFTED = res(GROUP, id="sg-1", ownerId="123456789012", egress=[block(cidrBlocks=["10.1.0.0/16"])])
NATIVE_INLINE = res(NATIVE, groupDescription="g", securityGroupIngress=[native_block(cidrIp="10.0.0.0/8")])
LATER = res(GROUP, ingress=UNKNOWN)

CASES = [
    compliant("inline alone", INLINE),
    compliant("inline, and rules of another group", INLINE, ingress()),
    compliant("apart alone", PLAIN, res(INGRESS, "r", securityGroupId=ref(PLAIN))),
    compliant("the older form alone", PLAIN, res(LEGACY, "r", type="ingress", securityGroupId=ref(PLAIN))),
    compliant("what is read back inline is what is apart", READ_BACK, ingress(cidrIpv4="10.0.0.0/8")),
    compliant("the default group, closed", CLOSED),
    violating(
        "both", INLINE, res(INGRESS, "r", securityGroupId=ref(INLINE)), says="`ingress` states rules inline"
    ),
    violating(
        "inline and the older form", INLINE, res(LEGACY, "r", type="egress", securityGroupId=ref(INLINE))
    ),
    violating("named by id", res(GROUP, id="sg-1", egress=[block()]), ingress(), says="`egress`"),
    violating(
        "the older and the newer form",
        PLAIN,
        res(LEGACY, "a", type="ingress", securityGroupId=ref(PLAIN)),
        res(EGRESS, "b", securityGroupId=ref(PLAIN)),
        says="older",
    ),
    violating(
        "the default group", CLOSED, res(INGRESS, "r", securityGroupId=ref(CLOSED)), says="default group"
    ),
    absent_passes("no rules", PLAIN),
    unknown("the inline rules", LATER, res(INGRESS, "r", securityGroupId=ref(LATER))),
    unknown("what is read back is more than what is apart", DRIFTED, ingress(cidrIpv4="10.0.0.0/8")),
    not_applicable("aws-native", NATIVE_INLINE, res(NATIVE_INGRESS, "r", groupId=ref(NATIVE_INLINE))),
]

MUTATION = mutation(changed(GROUP, ingress=[block(self=True, description="all")]))
