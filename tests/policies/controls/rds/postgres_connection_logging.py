"""Cases of rds-postgres-connection-logging."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    changed,
    cluster,
    compliant,
    external,
    instance,
    mutation,
    native_instance,
    not_applicable,
    ref,
    res,
    unknown,
    violating,
)

CLUSTER_GROUP = "aws:rds/clusterParameterGroup:ClusterParameterGroup"
GROUP = "aws:rds/parameterGroup:ParameterGroup"


def group(
    connections: object,
    disconnections: object,
    token: str = CLUSTER_GROUP,
    family: str = "aurora-postgresql16",
) -> object:
    given = {"log_connections": connections, "log_disconnections": disconnections}
    listed = [{"name": name, "value": value} for name, value in given.items() if value is not None]
    return res(token, "group", name="group", family=family, parameters=listed)


def of_cluster(connections: object, disconnections: object) -> tuple[object, object]:
    made = group(connections, disconnections)
    return cluster(dbClusterParameterGroupName=ref(made)), made


CASES = [
    compliant("both", *of_cluster("1", "1")),
    compliant("in words", *of_cluster("on", "true")),
    compliant("numbers", *of_cluster(1.0, 1.0)),
    compliant("what to log, from version 18 on", *of_cluster("receipt,authentication", "1")),
    compliant("a group alone", group("1", "1", GROUP, "postgres16")),
    compliant(
        "aws-native",
        native_instance(dbParameterGroupName="logs"),
        res(
            "aws-native:rds:DbParameterGroup",
            "group",
            dbParameterGroupName="logs",
            family="postgres16",
            parameters={"log_connections": 1, "log_disconnections": "on"},
        ),
    ),
    violating("one of both", *of_cluster("1", "0"), says="log_disconnections"),
    violating("the other", *of_cluster(None, "1"), says="log_connections"),
    violating("a group alone", group("0", "0", GROUP, "postgres16")),
    violating("the default group", instance(parameterGroupName="default.postgres16")),
    absent_fails("no group", cluster(), says="default group"),
    absent_fails("not in the group", *of_cluster(None, None), says="the default is off"),
    unknown("from configuration", *of_cluster("1", UNKNOWN)),
    external("another stack's group", cluster(dbClusterParameterGroupName="theirs")),
    not_applicable("MySQL", cluster(engine="aurora-mysql")),
    not_applicable("DocumentDB's family", group("0", "0", family="docdb5.0")),
    not_applicable("Neptune", cluster(engine="neptune")),
]

MUTATION = mutation(changed(CLUSTER_GROUP, parameters=[{"name": "log_connections", "value": "1"}]))
