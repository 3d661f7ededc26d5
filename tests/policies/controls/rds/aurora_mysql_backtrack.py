"""Cases of rds-aurora-mysql-backtrack."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    added,
    cluster,
    compliant,
    mutation,
    native_cluster,
    not_applicable,
    unknown,
    violating,
)

MYSQL = {"engine": "aurora-mysql"}

CASES = [
    compliant("a day", cluster(**MYSQL, backtrackWindow=86400.0)),
    compliant("a day, aws-native", native_cluster(**MYSQL, backtrackWindow=86400)),
    violating("off", cluster(**MYSQL, backtrackWindow=0)),
    violating("off, under the engine's first name", cluster(engine="aurora", backtrackWindow=0)),
    absent_fails("off unless asked for", cluster(**MYSQL), says="the default is 0"),
    violating("checkov fixture: off, and no engine", cluster(engine=None, backtrackWindow=0)),
    absent_fails("checkov fixture: neither engine nor window", cluster(engine=None)),
    unknown("from configuration", cluster(**MYSQL, backtrackWindow=UNKNOWN)),
    not_applicable("PostgreSQL", cluster()),
    not_applicable("Serverless v1", cluster(**MYSQL, engineMode="serverless")),
    not_applicable("a global database", cluster(**MYSQL, globalClusterIdentifier="g")),
    not_applicable("a replica", cluster(**MYSQL, replicationSourceIdentifier="arn")),
    not_applicable("a Multi-AZ DB cluster", cluster(engine="mysql", dbClusterInstanceClass="db.m6gd.large")),
]

MUTATION = mutation(added(cluster(**MYSQL)))
