"""Cases of rds-event-subscription-valid."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    absent_passes,
    changed,
    cluster,
    compliant,
    mutation,
    not_applicable,
    res,
    unknown,
    violating,
)

SUBSCRIPTION = "aws:rds/eventSubscription:EventSubscription"
NATIVE = "aws-native:rds:EventSubscription"

CASES = [
    compliant("all clusters", res(SUBSCRIPTION, sourceType="db-cluster")),
    compliant("one proxy", res(SUBSCRIPTION, sourceType="db-proxy", sourceIds=["proxy"])),
    compliant("aws-native", res(NATIVE, sourceType="db-cluster-snapshot", sourceIds=["snapshot"])),
    violating("no such kind", res(SUBSCRIPTION, sourceType="cluster"), says='"cluster"'),
    violating("no such kind, aws-native", res(NATIVE, sourceType="db-clusters")),
    absent_fails("names of whatever", res(SUBSCRIPTION, sourceIds=["main"]), says="without `sourceType`"),
    absent_passes("all sources", res(SUBSCRIPTION)),
    unknown("from configuration", res(SUBSCRIPTION, sourceType=UNKNOWN)),
    not_applicable("a cluster", cluster()),
]

MUTATION = mutation(
    changed(SUBSCRIPTION, named="-cluster-events", drop=("sourceType",), sourceIds=["orders"])
)
