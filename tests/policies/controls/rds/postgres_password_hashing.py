"""Cases of rds-postgres-password-hashing."""

from tests.policies.cases import (
    UNKNOWN,
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


def group(family: str, value: object = None, type: str = GROUP) -> object:
    parameters = [] if value is None else [{"name": "password_encryption", "value": value}]
    return res(type, family=family, parameters=parameters)


CASES = [
    compliant("SCRAM", group("aurora-postgresql13", "scram-sha-256")),
    compliant("SCRAM, an instance", group("postgres13", "SCRAM-SHA-256", INSTANCE_GROUP)),
    compliant(
        "aws-native",
        res(
            "aws-native:rds:DbClusterParameterGroup",
            family="aurora-postgresql16",
            parameters={"password_encryption": "scram-sha-256"},
        ),
    ),
    violating("MD5", group("aurora-postgresql16", "md5"), says="scram-sha-256"),
    violating("MD5 by default before 14", group("aurora-postgresql13"), says="default"),
    absent_passes("SCRAM by default from 14", group("aurora-postgresql16")),
    unknown("from configuration", group("aurora-postgresql16", UNKNOWN)),
    not_applicable("MySQL", group("aurora-mysql8.0")),
    not_applicable("members of a cluster", group("aurora-postgresql13", None, INSTANCE_GROUP)),
]

MUTATION = mutation(changed(GROUP, parameters=[{"name": "password_encryption", "value": "md5"}]))
