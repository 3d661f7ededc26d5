"""Cases of rds-supported-engine-version."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    absent_passes,
    changed,
    cluster,
    compliant,
    instance,
    member,
    mutation,
    native_cluster,
    native_instance,
    not_applicable,
    res,
    unknown,
    violating,
)

GLOBAL = "aws:rds/globalCluster:GlobalCluster"


def mysql(version: object) -> object:
    return cluster(engine="aurora-mysql", engineVersion=version)


def world(version: object, token: str = GLOBAL) -> object:
    return res(token, engine="aurora-mysql", engineVersion=version)


CASES = [
    compliant("PostgreSQL", cluster(engineVersion="16.4")),
    compliant("a major version alone", cluster(engineVersion="14")),
    compliant("a number", cluster(engineVersion=17.4)),
    compliant("MySQL", mysql("8.0.mysql_aurora.3.08.0")),
    compliant("MySQL, in short", mysql("8.0")),
    compliant("MySQL to come", mysql("8.4.mysql_aurora.4.01.0")),
    compliant("MariaDB", instance(engine="mariadb", engineVersion="10.11.16")),
    compliant("MySQL 8.4", instance(engine="mysql", engineVersion="8.4.3")),
    compliant("aws-native", native_cluster(engineVersion="15.10")),
    compliant("a global database", world("8.0.mysql_aurora.3.08.0")),
    compliant("RDS.51: long-term support", world("8.0.mysql_aurora.3.04.3")),
    compliant(
        "a global database of PostgreSQL", res(GLOBAL, engine="aurora-postgresql", engineVersion="15.4")
    ),
    compliant(
        "what the team still allows",
        cluster(engineVersion="12.9"),
        settings={"auroraPostgresql": "12"},
    ),
    violating("PostgreSQL 12", cluster(engineVersion="12.9"), says="standard support is 14"),
    violating("PostgreSQL 13, since February 2026", cluster(engineVersion="13.20")),
    violating("PostgreSQL 9.6", instance(engineVersion="9.6.22")),
    violating("MySQL 5.7", mysql("5.7.mysql_aurora.2.11.1")),
    violating("MySQL 5.7, in short", mysql("5.7")),
    violating("an instance of MySQL 5.7", instance(engine="mysql", engineVersion="5.7")),
    violating("MySQL 8.0, since July 2026", instance(engine="mysql", engineVersion="8.0.36"), says="is 8.4"),
    violating("MariaDB 10.6, since August 2026", instance(engine="mariadb", engineVersion="10.6.23")),
    violating("aws-native", native_instance(engineVersion="11.22")),
    violating("Aurora's first name", cluster(engine="aurora", engineVersion="5.6.10a"), says="aurora-mysql"),
    violating("RDS.51: a global database", world("8.0.mysql_aurora.3.05.2"), says="3.08.0"),
    violating(
        "RDS.51: a global database, aws-native",
        world("8.0.mysql_aurora.3.05.2", "aws-native:rds:GlobalCluster"),
    ),
    absent_passes("AWS's default is supported", cluster()),
    absent_passes("of an instance", native_instance()),
    absent_fails("but for Aurora's first name", cluster(engine="aurora")),
    unknown("the version", cluster(engineVersion=UNKNOWN)),
    unknown("the engine", cluster(engine=UNKNOWN, engineVersion="16.4")),
    unknown("the engine is not stated", instance(engine=None, engineVersion="8.0")),
    not_applicable("a member", member(engineVersion="12.9")),
    not_applicable("Oracle", instance(engine="oracle-ee", engineVersion="12.1.0.2.v8")),
    not_applicable("Neptune", cluster(engine="neptune", engineVersion="1.0")),
]

MUTATION = mutation(changed("aws:rds/cluster:Cluster", engineVersion="12.9"))
