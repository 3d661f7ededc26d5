"""Cases of rds-aurora-mysql-audit-parameters."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    added,
    cluster,
    compliant,
    external,
    mutation,
    native_cluster,
    not_applicable,
    ref,
    res,
    secret,
    unknown,
    violating,
)

GROUP = "aws:rds/clusterParameterGroup:ClusterParameterGroup"
NATIVE_GROUP = "aws-native:rds:DbClusterParameterGroup"
MYSQL = {"engine": "aurora-mysql"}
EVENTS = "CONNECT,QUERY_DCL,QUERY_DDL"
STRICT = {"requiredEvents": ["CONNECT", "QUERY_DCL", "QUERY_DDL"]}


def group(logging: object = None, events: object = None, family: str = "aurora-mysql8.0") -> object:
    given = {"server_audit_logging": logging, "server_audit_events": events}
    listed = [{"name": name, "value": value} for name, value in given.items() if value is not None]
    return res(GROUP, "group", name="audit", family=family, parameters=listed)


def native_group(**parameters: object) -> object:
    return res(
        NATIVE_GROUP,
        "group",
        dbClusterParameterGroupName="audit",
        family="aurora-mysql8.0",
        parameters=parameters,
    )


def using(made: object) -> tuple[object, object]:
    return cluster(**MYSQL, dbClusterParameterGroupName=ref(made)), made


CASES = [
    compliant("on", *using(group("1", EVENTS))),
    compliant("ON, with blanks", *using(group("ON", "connect, query"))),
    compliant("a number", *using(group(1.0, EVENTS))),
    compliant("a group alone", group("1", "TABLE")),
    compliant(
        "aws-native",
        native_cluster(**MYSQL, dbClusterParameterGroupName="audit"),
        native_group(server_audit_logging="1", server_audit_events=EVENTS),
    ),
    compliant("QUERY holds the others", *using(group("1", "CONNECT,QUERY")), settings=STRICT),
    violating("off", *using(group("0", EVENTS)), says="`server_audit_logging` is"),
    violating("no events", *using(group("1")), says="nothing is audited"),
    violating("no such event", *using(group("1", "LOGIN"))),
    violating("a group alone", group("0", EVENTS)),
    violating("too few events", *using(group("1", "CONNECT")), settings=STRICT, says="QUERY_DCL"),
    violating(
        "aws-native",
        native_cluster(**MYSQL, dbClusterParameterGroupName="audit"),
        native_group(server_audit_logging="1"),
    ),
    violating("the default group", cluster(**MYSQL, dbClusterParameterGroupName="default.aurora-mysql8.0")),
    violating("a secret is not shown", group(secret("0"), EVENTS)),
    absent_fails("no group", cluster(**MYSQL), says="default group"),
    absent_fails("a group without", group(), says="not set"),
    unknown("from configuration", *using(group(UNKNOWN, EVENTS))),
    unknown("the events", *using(group("1", UNKNOWN))),
    external("another stack's group", cluster(**MYSQL, dbClusterParameterGroupName="theirs")),
    compliant("a group that a cluster uses is not reported as well", *reversed(using(group("0")))),
    not_applicable("PostgreSQL", cluster()),
    not_applicable("PostgreSQL's family", group(family="aurora-postgresql16")),
    not_applicable(
        "a Multi-AZ DB cluster of MySQL", cluster(engine="mysql", dbClusterInstanceClass="db.r6gd.large")
    ),
    not_applicable("DocumentDB", cluster(engine="docdb")),
]

MUTATION = mutation(added(cluster("mysql", **MYSQL)))
