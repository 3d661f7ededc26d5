"""Cases of rds-postgres-query-logging."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    absent_unknown,
    changed,
    cluster,
    compliant,
    external,
    instance,
    member,
    mutation,
    native_cluster,
    native_instance,
    not_applicable,
    ref,
    res,
    unknown,
    violating,
)

CLUSTER_GROUP = "aws:rds/clusterParameterGroup:ClusterParameterGroup"
GROUP = "aws:rds/parameterGroup:ParameterGroup"
AURORA = "aurora-postgresql16"


def group(token: str, family: str, name: str = "group", /, **parameters: object) -> object:
    listed = [{"name": key.replace("__", "."), "value": value} for key, value in parameters.items()]
    return res(token, name, name=name, family=family, parameters=listed)


def of_cluster(**parameters: object) -> tuple[object, object]:
    made = group(CLUSTER_GROUP, AURORA, **parameters)
    return cluster(clusterIdentifier="main", dbClusterParameterGroupName=ref(made)), made


def of_instance(**parameters: object) -> tuple[object, object]:
    made = group(GROUP, "postgres16", **parameters)
    return instance(parameterGroupName=ref(made)), made


MEMBERS_GROUP = group(GROUP, AURORA, "members", log_statement="ddl")
SILENT_GROUP = group(GROUP, AURORA, "silent", log_statement="none")
MEMBER = member("member", dbParameterGroupName=ref(MEMBERS_GROUP))

CASES = [
    compliant("a cluster", *of_cluster(log_statement="ddl")),
    compliant("an instance", *of_instance(log_statement="mod")),
    compliant("everything", *of_cluster(log_statement="ALL", log_min_duration_statement="250")),
    compliant(
        "nx-plugin-for-aws#863: pgAudit instead",
        *of_cluster(shared_preload_libraries="pg_stat_statements,pgaudit", pgaudit__log="ddl,role"),
    ),
    compliant("a group alone", group(GROUP, "postgres15", log_statement="ddl")),
    compliant("checkov#1651: the members' groups state it", *of_cluster(), MEMBER, MEMBERS_GROUP),
    compliant(
        "aws-native",
        native_cluster(dbClusterParameterGroupName="logs"),
        res(
            "aws-native:rds:DbClusterParameterGroup",
            "group",
            dbClusterParameterGroupName="logs",
            family=AURORA,
            parameters={"log_statement": "ddl"},
        ),
    ),
    violating("a cluster", *of_cluster(log_statement="none"), says="`log_statement` is"),
    violating("an instance", *of_instance(log_statement="none")),
    violating("a group alone", group(CLUSTER_GROUP, AURORA, log_statement="none")),
    violating("pgAudit without its library", *of_cluster(pgaudit__log="ddl")),
    violating("the default group", cluster(dbClusterParameterGroupName="default.aurora-postgresql16")),
    violating(
        "one member logs nothing",
        *of_cluster(),
        MEMBER,
        MEMBERS_GROUP,
        member("other", dbParameterGroupName=ref(SILENT_GROUP)),
        SILENT_GROUP,
    ),
    violating("one member has no group", *of_cluster(), MEMBER, MEMBERS_GROUP, member("other")),
    violating("aws-native", native_instance(dbParameterGroupName="default.postgres16")),
    absent_fails("no group of a cluster", cluster(), says="default group"),
    absent_fails("no group of an instance", instance()),
    absent_fails("not in the group", *of_cluster(), says="not set"),
    absent_unknown("a replica of some engine", instance(engine=None, replicateSourceDb="main")),
    unknown("from configuration", *of_cluster(log_statement=UNKNOWN)),
    unknown("the libraries", *of_cluster(shared_preload_libraries=UNKNOWN, pgaudit__log="ddl")),
    external("another stack's group", cluster(dbClusterParameterGroupName="theirs")),
    external(
        "another stack's group of the members",
        *of_cluster(),
        member("member", dbParameterGroupName="theirs"),
    ),
    compliant("a group that a cluster uses is not reported as well", *reversed(of_cluster())),
    not_applicable("checkov#1709: MySQL", cluster(engine="aurora-mysql")),
    not_applicable("an instance of MySQL", instance(engine="mysql")),
    not_applicable("MySQL's family", group(GROUP, "mysql8.0")),
    not_applicable("a member's group: the cluster's answers", SILENT_GROUP),
    not_applicable("a member", member()),
    not_applicable("Neptune", cluster(engine="neptune")),
]

MUTATION = mutation(
    changed(CLUSTER_GROUP, parameters=[{"name": "log_statement", "value": "none"}]),
)
