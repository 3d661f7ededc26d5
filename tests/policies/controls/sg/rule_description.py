"""Cases of sg-rule-description."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    absent_passes,
    changed,
    compliant,
    mutation,
    res,
    unknown,
    unknown_passes,
    violating,
)
from tests.policies.controls.sg._samples import (
    DEFAULT,
    GROUP,
    INGRESS,
    NATIVE_EGRESS,
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
    compliant("inline", inline(description="the shop")),
    compliant("standalone", ingress(description="the shop")),
    compliant("out", egress(description="updates")),
    compliant("aws-native", native_inline(description="the shop")),
    violating(
        "one of two",
        res(GROUP, ingress=[block(description="the shop"), block()]),
        says="`ingress[1].description`",
    ),
    violating("out", outbound()),
    violating("a blank", legacy(description=" ")),
    violating("the default group", res(DEFAULT, egress=[block()])),
    violating("aws-native", native_inline(), says="`securityGroupIngress[0].description`"),
    violating("standalone, aws-native", res(NATIVE_EGRESS, groupId="sg-1", **native_block())),
    absent_fails("standalone", ingress(), says="`description` is not set"),
    absent_passes("no rules", res(GROUP)),
    unknown_passes("built from an output", ingress(description=UNKNOWN)),
    unknown("all rules", res(GROUP, ingress=UNKNOWN)),
]

MUTATION = mutation(changed(INGRESS, drop=("description",)))
