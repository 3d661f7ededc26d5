"""Cases of rds-clone-sharing-restricted."""

from tests.policies.cases import (
    UNKNOWN,
    absent_passes,
    added,
    cluster,
    compliant,
    external,
    mutation,
    not_applicable,
    ref,
    res,
    unknown,
    violating,
)

ASSOCIATION = "aws:ram/resourceAssociation:ResourceAssociation"
CLUSTER = "arn:aws:rds:eu-central-1:123456789012:cluster:orders"


def share(**properties: object) -> object:
    return res("aws:ram/resourceShare:ResourceShare", "share", **properties)


CLOSED, OPEN = share(allowExternalPrincipals=False), share(allowExternalPrincipals=True)
orders = cluster("orders")
subnet = res("aws:ec2/subnet:Subnet", "subnet")

CASES = [
    compliant(
        "within the organization",
        res(ASSOCIATION, resourceArn=ref(orders), resourceShareArn=ref(CLOSED)),
        orders,
        CLOSED,
    ),
    violating(
        "with anybody",
        res(ASSOCIATION, resourceArn=ref(orders), resourceShareArn=ref(OPEN)),
        orders,
        OPEN,
        says="`allowExternalPrincipals` is true",
    ),
    violating(
        "another stack's cluster", res(ASSOCIATION, resourceArn=CLUSTER, resourceShareArn=ref(OPEN)), OPEN
    ),
    absent_passes(
        "the provider keeps it closed",
        res(ASSOCIATION, resourceArn=CLUSTER, resourceShareArn=ref(s := share())),
        s,
    ),
    unknown("what is shared", res(ASSOCIATION, resourceArn=UNKNOWN, resourceShareArn=ref(OPEN)), OPEN),
    unknown(
        "whom the share is open to",
        res(
            ASSOCIATION,
            resourceArn=CLUSTER,
            resourceShareArn=ref(s := share(allowExternalPrincipals=UNKNOWN)),
        ),
        s,
    ),
    external(
        "another stack's share",
        res(
            ASSOCIATION,
            resourceArn=CLUSTER,
            resourceShareArn="arn:aws:ram:eu-central-1:123456789012:resource-share/abc",
        ),
    ),
    not_applicable(
        "a subnet", res(ASSOCIATION, resourceArn=ref(subnet), resourceShareArn=ref(OPEN)), subnet, OPEN
    ),
    not_applicable("no share", res(ASSOCIATION, resourceArn=CLUSTER)),
]

MUTATION = mutation(added(OPEN, res(ASSOCIATION, resourceArn=CLUSTER, resourceShareArn=ref(OPEN))))
