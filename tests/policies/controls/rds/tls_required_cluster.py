"""Cases of rds-tls-required-cluster."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    absent_unknown,
    changed,
    cluster,
    compliant,
    external,
    mutation,
    native_cluster,
    not_applicable,
    ref,
    res,
    unknown,
    violating,
)

GROUP = "aws:rds/clusterParameterGroup:ClusterParameterGroup"
NATIVE_GROUP = "aws-native:rds:DbClusterParameterGroup"


def group(family: str, **parameters: object) -> object:
    listed = [{"name": name.replace("__", "."), "value": value} for name, value in parameters.items()]
    return res(GROUP, "group", name="tls", family=family, parameters=listed)


def native_group(family: str, **parameters: object) -> object:
    named = {name.replace("__", "."): value for name, value in parameters.items()}
    return res(NATIVE_GROUP, "group", dbClusterParameterGroupName="tls", family=family, parameters=named)


def using(made: object, **properties: object) -> tuple[object, object]:
    return cluster(dbClusterParameterGroupName=ref(made), **properties), made


MYSQL = {"engine": "aurora-mysql", "engineVersion": "8.0.mysql_aurora.3.08.0"}
POSTGRES = {"engineVersion": "16.4"}

CASES = [
    compliant("PostgreSQL", *using(group("aurora-postgresql16", rds__force_ssl="1"), **POSTGRES)),
    compliant("PostgreSQL, a number", *using(group("aurora-postgresql16", rds__force_ssl=1.0), **POSTGRES)),
    compliant(
        "prowler#3968: MySQL, ON", *using(group("aurora-mysql8.0", require_secure_transport="ON"), **MYSQL)
    ),
    compliant(
        "prowler#4028: MySQL, 1", *using(group("aurora-mysql8.0", require_secure_transport="1"), **MYSQL)
    ),
    compliant("on by default from 17", *using(group("aurora-postgresql17"), engineVersion="17.4")),
    compliant("the default group of 17", cluster(engineVersion="17.4")),
    compliant(
        "the default group of 17, whose name says so",
        cluster(dbClusterParameterGroupName="default.aurora-postgresql17"),
    ),
    compliant("Aurora MySQL 8.4 insists by default", group("aurora-mysql8.4")),
    compliant(
        "and in its default group",
        cluster(engine="aurora-mysql", engineVersion="8.4.mysql_aurora.8.4.7"),
    ),
    violating("switched off again in 8.4", group("aurora-mysql8.4", require_secure_transport="OFF")),
    compliant(
        "by name",
        cluster(dbClusterParameterGroupName="tls"),
        group("aurora-postgresql16", rds__force_ssl="1"),
    ),
    compliant("a group alone", group("aurora-mysql8.0", require_secure_transport="on")),
    compliant(
        "aws-native",
        native_cluster(dbClusterParameterGroupName="tls"),
        native_group("aurora-postgresql16", rds__force_ssl="1"),
    ),
    compliant("a native group alone", native_group("aurora-mysql8.0", require_secure_transport="ON")),
    violating(
        "PostgreSQL",
        *using(group("aurora-postgresql16", rds__force_ssl="0"), **POSTGRES),
        says="rds.force_ssl",
    ),
    violating("switched off again in 17", *using(group("aurora-postgresql17", rds__force_ssl="0"))),
    violating("MySQL", *using(group("aurora-mysql8.0", require_secure_transport="OFF"), **MYSQL)),
    violating("cnspec#3707: another parameter", *using(group("aurora-mysql8.0", ssl="1"), **MYSQL)),
    violating(
        "left at the default", *using(group("aurora-postgresql15"), engineVersion="15.4"), says="default"
    ),
    violating(
        "the default group, named", cluster(**MYSQL, dbClusterParameterGroupName="default.aurora-mysql8.0")
    ),
    violating("a group alone", group("aurora-mysql8.0"), says="require_secure_transport"),
    violating("a native group alone", native_group("aurora-postgresql14", rds__force_ssl="0")),
    violating(
        "aws-native",
        native_cluster(dbClusterParameterGroupName="tls"),
        native_group("aurora-postgresql16", rds__force_ssl="0"),
    ),
    absent_fails("the default group lets clear text in", cluster(**POSTGRES), says="rds.force_ssl"),
    absent_fails("of MySQL too", cluster(**MYSQL), says="require_secure_transport"),
    absent_unknown("of a version that AWS picks", cluster(), says="from 17 on it is on"),
    unknown("from configuration", *using(group("aurora-postgresql16", rds__force_ssl=UNKNOWN), **POSTGRES)),
    external("another stack's group", cluster(**POSTGRES, dbClusterParameterGroupName="theirs")),
    compliant(
        "a group that a cluster uses is not reported as well",
        *reversed(using(group("aurora-postgresql16"), **POSTGRES)),
    ),
    not_applicable("Neptune", cluster(engine="neptune")),
    not_applicable("DocumentDB's family", res(GROUP, family="docdb5.0")),
]

MUTATION = mutation(changed(GROUP, parameters=[{"name": "rds.force_ssl", "value": "0"}]))
