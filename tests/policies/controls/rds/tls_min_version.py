"""Cases of rds-tls-min-version."""

from tests.policies.cases import (
    UNKNOWN,
    absent_passes,
    absent_unknown,
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


def group(family: str, type: str = GROUP, **parameters: object) -> object:
    listed = [{"name": name.replace("__", "."), "value": value} for name, value in parameters.items()]
    return res(type, "group", family=family, parameters=listed)


CASES = [
    compliant("MySQL", group("aurora-mysql8.0", tls_version="TLSv1.2,TLSv1.3")),
    compliant("PostgreSQL", group("aurora-postgresql16", ssl_min_protocol_version="TLSv1.2")),
    compliant("PostgreSQL, 1.3", group("aurora-postgresql16", ssl_min_protocol_version="TLSv1.3")),
    compliant(
        "SQL Server", group("sqlserver-se-16.0", INSTANCE_GROUP, rds__tls10="disabled", rds__tls11="disabled")
    ),
    compliant(
        "aws-native",
        res(
            "aws-native:rds:DbClusterParameterGroup",
            family="aurora-mysql8.0",
            parameters={"tls_version": "TLSv1.3"},
        ),
    ),
    violating("MySQL", group("aurora-mysql5.7", tls_version="TLSv1,TLSv1.1,TLSv1.2"), says="TLSv1"),
    violating("PostgreSQL", group("aurora-postgresql16", ssl_min_protocol_version="TLSv1"), says="TLSv1.2"),
    violating(
        "PostgreSQL, an instance", group("postgres14", INSTANCE_GROUP, ssl_min_protocol_version="TLSv1.1")
    ),
    violating("PostgreSQL, no more than", group("aurora-postgresql16", ssl_max_protocol_version="TLSv1.1")),
    violating("SQL Server", group("sqlserver-se-16.0", INSTANCE_GROUP, rds__tls10="enabled")),
    absent_passes("PostgreSQL asks for 1.2 by default", group("aurora-postgresql16")),
    absent_passes("MySQL 8.4 has no older version", group("aurora-mysql8.4")),
    absent_passes("nor has a standalone one", group("mysql8.4", INSTANCE_GROUP)),
    absent_unknown("MariaDB counts its versions differently", group("mariadb10.6", INSTANCE_GROUP)),
    absent_unknown("what MySQL speaks depends on its version", group("aurora-mysql8.0")),
    unknown("from configuration", group("aurora-mysql8.0", tls_version=UNKNOWN)),
    not_applicable("a group of Aurora MySQL's instances", group("aurora-mysql8.0", INSTANCE_GROUP)),
    not_applicable("Oracle", group("oracle-ee-19", INSTANCE_GROUP)),
    not_applicable("Neptune", group("neptune1.3")),
]

MUTATION = mutation(changed(GROUP, parameters=[{"name": "ssl_min_protocol_version", "value": "TLSv1"}]))
