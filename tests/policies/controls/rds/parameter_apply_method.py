"""Cases of rds-parameter-apply-method."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    absent_passes,
    changed,
    compliant,
    mutation,
    not_applicable,
    res,
    unknown,
    violating,
)

GROUP = "aws:rds/clusterParameterGroup:ClusterParameterGroup"
INSTANCE_GROUP = "aws:rds/parameterGroup:ParameterGroup"
LIBRARIES = {"name": "shared_preload_libraries", "value": "pgaudit"}


def group(family: str, *parameters: object, type: str = GROUP) -> object:
    return res(type, "group", family=family, parameters=list(parameters))


def applied(name: str, method: object) -> dict[str, object]:
    return {"name": name, "value": "1", "applyMethod": method}


CASES = [
    compliant(
        "static, after a restart",
        group("aurora-postgresql16", {**LIBRARIES, "applyMethod": "pending-reboot"}),
    ),
    compliant("dynamic, at once", group("aurora-postgresql16", applied("rds.force_ssl", "immediate"))),
    compliant(
        "dynamic, after a restart", group("aurora-postgresql16", applied("log_connections", "pending-reboot"))
    ),
    compliant(
        "dynamic in community MySQL",
        group("mysql8.0", applied("binlog_format", "immediate"), type=INSTANCE_GROUP),
    ),
    compliant("dynamic in MySQL", group("aurora-mysql8.0", applied("max_connections", "immediate"))),
    compliant(
        "one parameter where a list may be",
        res(GROUP, family="aurora-postgresql16", parameters=applied("x", "immediate")),
    ),
    violating(
        "static, at once",
        group("aurora-postgresql16", applied("rds.logical_replication", "immediate")),
        says="rds.logical_replication is static",
    ),
    violating("static in Aurora MySQL", group("aurora-mysql8.0", applied("tls_version", "immediate"))),
    violating(
        "static in a standalone one",
        group("postgres16", applied("max_connections", "immediate"), type=INSTANCE_GROUP),
    ),
    violating(
        "beside one that is right",
        group(
            "aurora-mysql8.0", applied("ssl_cipher", "pending-reboot"), applied("binlog_format", "Immediate")
        ),
    ),
    absent_fails(
        "terraform-provider-aws#216: the default method is immediate",
        group("aurora-postgresql16", LIBRARIES),
        says="the default is immediate",
    ),
    absent_passes("no parameters", res(GROUP, family="aurora-postgresql16")),
    unknown("the method", group("aurora-postgresql16", applied("shared_preload_libraries", UNKNOWN))),
    unknown("the parameters", res(GROUP, family="aurora-postgresql16", parameters=UNKNOWN)),
    unknown("the family", res(GROUP, family=UNKNOWN, parameters=[LIBRARIES])),
    not_applicable(
        "aws-native",
        res(
            "aws-native:rds:DbClusterParameterGroup",
            family="aurora-mysql8.0",
            parameters={"tls_version": "TLSv1.2"},
        ),
    ),
    not_applicable("Oracle", group("oracle-ee-19", LIBRARIES, type=INSTANCE_GROUP)),
    not_applicable("Neptune", group("neptune1.3", LIBRARIES)),
]

MUTATION = mutation(changed(GROUP, parameters=[LIBRARIES]))
