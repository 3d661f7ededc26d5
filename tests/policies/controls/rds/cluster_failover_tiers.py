"""Cases of rds-cluster-failover-tiers."""

from tests.policies.cases import (
    UNKNOWN,
    absent_passes,
    changed,
    cluster,
    compliant,
    member,
    mutation,
    native_cluster,
    native_member,
    not_applicable,
    ref,
    unknown,
    violating,
)

MAIN = cluster(clusterIdentifier="main")
NATIVE = native_cluster(dbClusterIdentifier="main")


def of(*tiers: object) -> tuple[object, ...]:
    members = (
        member(f"member-{index}", clusterIdentifier=ref(MAIN), promotionTier=tier)
        for index, tier in enumerate(tiers)
    )
    return MAIN, *members


CASES = [
    compliant("writer and reader", *of(0.0, 1.0)),
    compliant("one reader of several", *of(0.0, 15.0, 1.0)),
    compliant("enough is known", *of(0.0, 1.0, UNKNOWN)),
    compliant("aws-native", NATIVE, native_member("writer"), native_member("reader", promotionTier=1.0)),
    violating("no reader", *of(0.0, 2.0), says="One member"),
    violating("nobody", *of(2.0, 15.0), says="No member"),
    violating("by words", *of("0", "15")),
    violating("aws-native", NATIVE, native_member("writer"), native_member("reader", promotionTier=15.0)),
    absent_passes("every member is of the first tier unless told otherwise", *of(None, None)),
    unknown("a tier", *of(0.0, UNKNOWN)),
    unknown("whose member it is", MAIN, member("writer", clusterIdentifier=UNKNOWN)),
    not_applicable("a writer alone", *of(0.0)),
    not_applicable("no member", cluster()),
    not_applicable("Neptune", cluster(engine="neptune")),
]

MUTATION = mutation(changed("aws:rds/clusterInstance:ClusterInstance", promotionTier=2))
