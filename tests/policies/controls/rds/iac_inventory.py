"""Cases of rds-iac-inventory."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    added,
    cluster,
    compliant,
    instance,
    member,
    mutation,
    native_cluster,
    not_applicable,
    unknown,
    violating,
)

LISTED = {"inventory": ["orders", "billing-*"]}

CASES = [
    compliant("by name", cluster(clusterIdentifier="orders"), settings=LISTED),
    compliant("by pattern", instance(identifier="billing-1"), settings=LISTED),
    compliant("aws-native", native_cluster(dbClusterIdentifier="billing-2"), settings=LISTED),
    compliant("by its logical name", cluster("orders"), settings=LISTED),
    violating("another", cluster(clusterIdentifier="carts"), settings=LISTED, says="`carts`"),
    violating(
        "its engine and version are told",
        cluster(clusterIdentifier="orders", engineVersion="16.4"),
        says="(aurora-postgresql 16.4)",
    ),
    violating("a version to come", instance(identifier="orders", engineVersion=UNKNOWN), says="(postgres)"),
    absent_fails("nothing is listed unless told", cluster()),
    unknown("its name", cluster(clusterIdentifier=UNKNOWN), settings=LISTED),
    not_applicable("a member is listed with its cluster", member()),
    not_applicable("Neptune", cluster(engine="neptune")),
]

MUTATION = mutation(added(cluster("unlisted")))
