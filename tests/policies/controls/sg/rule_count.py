"""Cases of sg-rule-count."""

from tests.policies.cases import (
    UNKNOWN,
    absent_passes,
    added,
    compliant,
    mutation,
    ref,
    res,
    unknown,
    violating,
)
from tests.policies.controls.sg._samples import (
    GROUP,
    INGRESS,
    block,
    inline,
    legacy,
    native_block,
    native_inline,
)

MANY = [block(cidrBlocks=[f"10.0.{number}.0/24"]) for number in range(51)]
EMPTY = res(GROUP)

CASES = [
    compliant("as many as are accepted", res(GROUP, ingress=MANY[:50])),
    compliant("in one direction each", res(GROUP, ingress=MANY[:50], egress=MANY[:50])),
    compliant("one rule written twice", res(GROUP, ingress=[MANY[0]] * 60)),
    compliant(
        "a resource's rule that is read back inline",
        res(GROUP, id="sg-1", ingress=MANY[:50]),
        legacy(cidrBlocks=["10.0.0.0/24"]),
    ),
    compliant("aws-native", native_inline(cidrIp="10.0.0.0/8")),
    violating("too many", res(GROUP, ingress=MANY), says="51 ingress rules"),
    violating("each source counts", inline(cidrBlocks=[f"10.0.{number}.0/24" for number in range(51)])),
    violating(
        "by prefix lists and groups too",
        inline(prefixListIds=["pl-1"], securityGroups=["sg-2"], self=True),
        settings={"maximum": 2},
    ),
    violating("out", res(GROUP, egress=MANY), says="egress"),
    violating(
        "inline and apart",
        EMPTY,
        *(
            res(INGRESS, f"r{n}", securityGroupId=ref(EMPTY), **native_block(fromPort=n, toPort=n))
            for n in (1, 2)
        ),
        settings={"maximum": 1},
    ),
    violating("not all is known, but too many are", res(GROUP, ingress=[*MANY, UNKNOWN])),
    absent_passes("no rules", EMPTY),
    unknown("all rules", res(GROUP, ingress=UNKNOWN)),
]

MUTATION = mutation(added(res(GROUP, "many", description="many", ingress=MANY)))
