"""Cases of rds-postgres-pgaudit."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
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


def group(libraries: object = None, log: object = None, family: str = "aurora-postgresql16") -> object:
    given = {"shared_preload_libraries": libraries, "pgaudit.log": log}
    listed = [{"name": name, "value": value} for name, value in given.items() if value is not None]
    return res(GROUP, "group", name="audit", family=family, parameters=listed)


def native_group(**parameters: object) -> object:
    named = {name.replace("__", "."): value for name, value in parameters.items()}
    return res(
        NATIVE_GROUP,
        "group",
        dbClusterParameterGroupName="audit",
        family="aurora-postgresql16",
        parameters=named,
    )


def using(made: object, **properties: object) -> tuple[object, object]:
    return cluster(dbClusterParameterGroupName=ref(made), **properties), made


CASES = [
    compliant("on", *using(group("pgaudit", "ddl,role"))),
    compliant("among others", *using(group("pg_stat_statements, pgaudit", "all"))),
    compliant("a group alone", group("pgaudit", "write")),
    compliant(
        "aws-native",
        native_cluster(dbClusterParameterGroupName="audit"),
        native_group(shared_preload_libraries="pgaudit", pgaudit__log="ddl"),
    ),
    compliant(
        "a Multi-AZ DB cluster",
        *using(
            group("pgaudit", "ddl", "postgres16"), engine="postgres", dbClusterInstanceClass="db.r6gd.large"
        ),
    ),
    violating("not loaded", *using(group("pg_stat_statements", "ddl")), says="shared_preload_libraries"),
    violating("a library with a like name", *using(group("pgaudit_analyze", "ddl"))),
    violating("nothing logged", *using(group("pgaudit", "none")), says="nothing is audited"),
    violating("nothing said to log", *using(group("pgaudit"))),
    violating("a group alone", group(log="ddl")),
    violating(
        "aws-native",
        native_cluster(dbClusterParameterGroupName="audit"),
        native_group(shared_preload_libraries="pgaudit"),
    ),
    violating("the default group", cluster(dbClusterParameterGroupName="default.aurora-postgresql16")),
    absent_fails("no group", cluster(), says="default group"),
    absent_fails("a group without", group()),
    unknown("the libraries", *using(group(UNKNOWN, "ddl"))),
    unknown("what is logged", *using(group("pgaudit", UNKNOWN))),
    external("another stack's group", cluster(dbClusterParameterGroupName="theirs")),
    compliant("a group that a cluster uses is not reported as well", *reversed(using(group()))),
    not_applicable("MySQL", cluster(engine="aurora-mysql")),
    not_applicable("MySQL's family", group(family="aurora-mysql8.0")),
    not_applicable("Neptune", cluster(engine="neptune")),
]

MUTATION = mutation(changed(GROUP, parameters=[{"name": "shared_preload_libraries", "value": "pgaudit"}]))
