"""Cases of rds-aurora-mysql-audit-conflict."""

from tests.policies.cases import (
    UNKNOWN,
    absent_not_applicable,
    absent_passes,
    added,
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
MYSQL = {"engine": "aurora-mysql", "masterUsername": "dba"}


def using(**parameters: object) -> tuple[object, object]:
    listed = [{"name": name, "value": value} for name, value in parameters.items()]
    made = res(GROUP, "audit", name="audit", family="aurora-mysql8.0", parameters=listed)
    return cluster(**MYSQL, dbClusterParameterGroupName=ref(made)), made


CASES = [
    compliant("another user", *using(server_audit_excl_users="rdsadmin,metrics")),
    compliant(
        "a user on both lists is audited",
        *using(server_audit_excl_users="dba", server_audit_incl_users="dba"),
    ),
    compliant(
        "an upload with a role",
        *using(server_audit_logs_upload="1", aws_default_logs_role="arn:aws:iam::123456789012:role/logs"),
    ),
    violating("the admin user", *using(server_audit_excl_users="metrics, dba"), says="admin user"),
    violating("an upload without a role", *using(server_audit_logs_upload="1"), says="aws_default_logs_role"),
    violating("too many users", *using(server_audit_incl_users="u" * 1025), says="1024"),
    violating(
        "aws-native",
        native_cluster(**MYSQL, dbClusterParameterGroupName="audit"),
        res(
            "aws-native:rds:DbClusterParameterGroup",
            "audit",
            dbClusterParameterGroupName="audit",
            family="aurora-mysql8.0",
            parameters={"server_audit_excl_users": "dba"},
        ),
    ),
    absent_passes("nobody is left out", *using()),
    absent_not_applicable("no group", cluster(**MYSQL)),
    unknown("who is left out", *using(server_audit_excl_users=UNKNOWN)),
    unknown("whether it is uploaded", *using(server_audit_logs_upload=UNKNOWN)),
    external("another stack's group", cluster(**MYSQL, dbClusterParameterGroupName="theirs")),
    not_applicable(
        "the default group", cluster(**MYSQL, dbClusterParameterGroupName="default.aurora-mysql8.0")
    ),
    not_applicable("PostgreSQL", cluster()),
    not_applicable("DocumentDB", cluster(engine="docdb")),
]

MUTATION = mutation(added(*using(server_audit_excl_users="dba")))
