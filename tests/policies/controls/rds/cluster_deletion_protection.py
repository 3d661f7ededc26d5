"""Cases of rds-cluster-deletion-protection."""

from dataclasses import replace

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    changed,
    cluster,
    compliant,
    member,
    mutation,
    native_cluster,
    not_applicable,
    unknown,
    violating,
)

CASES = [
    compliant("on", cluster(deletionProtection=True)),
    compliant("on, aws-native", native_cluster(deletionProtection=True)),
    compliant("on, as a word", cluster(deletionProtection="true")),
    violating("off", cluster(deletionProtection=False), says="is false"),
    violating("off, aws-native", native_cluster(deletionProtection=False)),
    violating("a Multi-AZ DB cluster", cluster(engine="mysql", dbClusterInstanceClass="db.m6gd.large")),
    absent_fails("off unless asked for", cluster(), says="the default is false"),
    absent_fails("on a restored cluster too", cluster(snapshotIdentifier="last")),
    unknown("from configuration", cluster(deletionProtection=UNKNOWN)),
    not_applicable("Neptune", cluster(engine="neptune")),
    not_applicable("DocumentDB", cluster(engine="docdb")),
    not_applicable("prowler#2635, checkov#1083: a member", member()),
    not_applicable("ephemeral", cluster(tags={"protection": "ephemeral"}), says="marked ephemeral"),
    violating(
        "ephemeral, but in production", cluster(tags={"protection": "ephemeral", "Environment": "prod"})
    ),
    violating(
        "ephemeral, in a stack of production",
        replace(
            cluster(tags={"protection": "ephemeral"}), provider={"defaultTags": {"tags": {"env": "live"}}}
        ),
    ),
    violating(
        "meant to be deleted, where no such thing is allowed",
        cluster(tags={"protection": "ephemeral"}),
        settings={"ephemeralTag": ""},
    ),
]

MUTATION = mutation(changed("aws:rds/cluster:Cluster", deletionProtection=False))
