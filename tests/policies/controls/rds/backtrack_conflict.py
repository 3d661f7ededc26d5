"""Cases of rds-backtrack-conflict."""

from tests.policies.cases import (
    UNKNOWN,
    absent_not_applicable,
    changed,
    cluster,
    compliant,
    mutation,
    native_cluster,
    not_applicable,
    unknown,
    violating,
)

MYSQL = {"engine": "aurora-mysql", "backtrackWindow": 86400}

CASES = [
    compliant("Aurora MySQL", cluster(**MYSQL)),
    compliant("Aurora MySQL, aws-native", native_cluster(**MYSQL)),
    violating("PostgreSQL", cluster(backtrackWindow=3600), says="only Aurora MySQL"),
    violating("PostgreSQL, as a float", native_cluster(backtrackWindow=3600.0)),
    violating(
        "a Multi-AZ DB cluster",
        cluster(**{**MYSQL, "engine": "mysql"}, dbClusterInstanceClass="db.r6gd.large"),
    ),
    violating("in a global database", cluster(**MYSQL, globalClusterIdentifier="world")),
    violating("on a replica", cluster(**MYSQL, replicationSourceIdentifier="arn:x")),
    violating("longer than 72 hours", cluster(**{**MYSQL, "backtrackWindow": 300000})),
    absent_not_applicable("off", cluster(engine="aurora-mysql")),
    unknown("from configuration", cluster(backtrackWindow=UNKNOWN)),
    not_applicable("turned off", cluster(backtrackWindow=0)),
    not_applicable("Neptune", cluster(engine="neptune", backtrackWindow=1)),
]

MUTATION = mutation(
    changed("aws:rds/cluster:Cluster", engine="aurora-postgresql", backtrackWindow=3600),
)
