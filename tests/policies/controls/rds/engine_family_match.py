"""Cases of rds-engine-family-match."""

from tests.policies.cases import (
    UNKNOWN,
    Sample,
    absent_passes,
    absent_unknown,
    changed,
    cluster,
    compliant,
    external,
    instance,
    member,
    mutation,
    native_cluster,
    not_applicable,
    ref,
    res,
    unknown,
    violating,
)

CLUSTER_GROUP = "aws:rds/clusterParameterGroup:ClusterParameterGroup"
GROUP = "aws:rds/parameterGroup:ParameterGroup"
PG16 = res(CLUSTER_GROUP, "pg16", name="pg16", family="aurora-postgresql16")
MYSQL8 = res(CLUSTER_GROUP, "mysql8", name="mysql8", family="aurora-mysql8.0")
NATIVE16 = res(
    "aws-native:rds:DbClusterParameterGroup",
    "n16",
    dbClusterParameterGroupName="n16",
    family="aurora-postgresql16",
)
UNCLEAR = res(CLUSTER_GROUP, "unclear", family=UNKNOWN)
MEMBER16 = res(GROUP, "member16", family="aurora-postgresql16")
MEMBER15 = res(GROUP, "member15", family="aurora-postgresql15")
RDS16 = res(GROUP, "rds16", name="rds16", family="postgres16")
MARIADB = res(GROUP, "mariadb", family="mariadb10.11")
ORACLE = res(GROUP, "oracle", family="oracle-ee-19")
MAIN = cluster("main", clusterIdentifier="main", engineVersion="16.4")


def of(group: Sample, version: object = "16.4", **properties: object) -> Sample:
    return cluster(dbClusterParameterGroupName=ref(group), engineVersion=version, **properties)


CASES = [
    compliant("PostgreSQL 16", of(PG16), PG16),
    compliant("a major version alone", of(PG16, "16"), PG16),
    compliant("a version as a number", of(PG16, 16.4), PG16),
    compliant("by its literal name", cluster(dbClusterParameterGroupName="pg16", engineVersion="16.4"), PG16),
    compliant(
        "aws-native", native_cluster(dbClusterParameterGroupName="n16", engineVersion="16.4"), NATIVE16
    ),
    compliant("MySQL 8.0", of(MYSQL8, "8.0.mysql_aurora.3.08.0", engine="aurora-mysql"), MYSQL8),
    compliant(
        "AWS's own group",
        cluster(dbClusterParameterGroupName="default.aurora-postgresql16", engineVersion="16.4"),
    ),
    compliant("an instance", instance(parameterGroupName="rds16", engineVersion="16.4"), RDS16),
    compliant(
        "MariaDB",
        instance(engine="mariadb", parameterGroupName=ref(MARIADB), engineVersion="10.11.8"),
        MARIADB,
    ),
    compliant("Oracle", instance(engine="oracle-ee", parameterGroupName=ref(ORACLE)), ORACLE),
    compliant(
        "a member has its cluster's version",
        member(clusterIdentifier=ref(MAIN), dbParameterGroupName=ref(MEMBER16)),
        MAIN,
        MEMBER16,
    ),
    violating("another major version", of(PG16, "15.7"), PG16, says="the version is"),
    violating(
        "another engine", of(PG16, "8.0", engine="aurora-mysql"), PG16, says="the engine is aurora-mysql"
    ),
    violating(
        "another version of MySQL", of(MYSQL8, "5.7.mysql_aurora.2.11.2", engine="aurora-mysql"), MYSQL8
    ),
    violating("Aurora's family on a Multi-AZ DB cluster", of(PG16, engine="postgres"), PG16),
    violating(
        "AWS's own group of another version",
        cluster(dbClusterParameterGroupName="default.aurora-postgresql15", engineVersion="16.4"),
    ),
    violating(
        "a member",
        member(clusterIdentifier=ref(MAIN), dbParameterGroupName=ref(MEMBER15)),
        MAIN,
        MEMBER15,
    ),
    violating(
        "an instance of another version", instance(parameterGroupName="rds16", engineVersion="14.12"), RDS16
    ),
    violating("the wrong engine, whatever the version", of(MYSQL8, None), MYSQL8),
    absent_passes("no group: AWS's own fits", cluster(engineVersion="16.4")),
    absent_unknown("no version: AWS takes its newest", of(PG16, None), PG16),
    unknown("the version", of(PG16, UNKNOWN), PG16),
    unknown("the family", of(UNCLEAR), UNCLEAR),
    unknown("a group that nothing explains", cluster(dbClusterParameterGroupName=UNKNOWN)),
    external("a group of elsewhere", cluster(dbClusterParameterGroupName="shared", engineVersion="16.4")),
    not_applicable("Neptune", cluster(engine="neptune", dbClusterParameterGroupName="default.neptune1")),
]

MUTATION = mutation(changed(CLUSTER_GROUP, family="aurora-postgresql11"))
