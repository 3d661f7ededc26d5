"""Cases of sg-no-inline-or-legacy-rules."""

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
    GROUP,
    NATIVE_INGRESS,
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
    compliant("a rule of its own", ingress()),
    compliant("a rule of its own, out", egress()),
    compliant("lists that are empty", res(GROUP, ingress=[], egress=[])),
    violating("inline", inline(), says="`ingress` states rules inline"),
    violating("inline, out", outbound(), says="`egress`"),
    violating("inline, one of them not known", res(GROUP, ingress=[UNKNOWN])),
    violating("the older form", legacy(), says="older form"),
    absent_passes("no rules", res(GROUP)),
    unknown("all rules", res(GROUP, ingress=UNKNOWN)),
    not_applicable("aws-native", native_inline()),
    not_applicable("standalone, aws-native", res(NATIVE_INGRESS, groupId="sg-1", **native_block())),
]

MUTATION = mutation(changed(GROUP, egress=[block(self=True, description="all")]))
