"""Cases of rds-tls-ciphers."""

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


def group(family: str, type: str = GROUP, **parameters: object) -> object:
    listed = [{"name": name.replace("__", "."), "value": value} for name, value in parameters.items()]
    return res(type, "group", family=family, parameters=listed)


CASES = [
    compliant(
        "PostgreSQL",
        group(
            "aurora-postgresql16",
            ssl_ciphers="TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
        ),
    ),
    compliant(
        "MySQL",
        group("aurora-mysql8.0", ssl_cipher="ECDHE-RSA-AES128-GCM-SHA256,ECDHE-RSA-CHACHA20-POLY1305"),
    ),
    compliant("suites of TLS 1.3", group("aurora-mysql8.0", tls_ciphersuites="TLS_AES_128_GCM_SHA256")),
    compliant(
        "what is excluded",
        group("postgres16", INSTANCE_GROUP, ssl_ciphers="ECDHE-RSA-AES256-GCM-SHA384:!DES-CBC3-SHA"),
    ),
    compliant(
        "aws-native",
        res(
            "aws-native:rds:DbClusterParameterGroup",
            family="aurora-mysql8.0",
            parameters={"ssl_cipher": "ECDHE-RSA-AES256-GCM-SHA384"},
        ),
    ),
    violating(
        "no forward secrecy",
        group("aurora-postgresql16", ssl_ciphers="TLS_RSA_WITH_AES_256_GCM_SHA384"),
        says="TLS_RSA_WITH_AES_256_GCM_SHA384",
    ),
    violating("not authenticated", group("aurora-mysql8.0", ssl_cipher="ECDHE-RSA-AES128-SHA")),
    violating(
        "one of several",
        group("aurora-mysql5.7", ssl_cipher="ECDHE-RSA-AES128-GCM-SHA256, DES-CBC3-SHA"),
        says="in: DES-CBC3-SHA.",
    ),
    violating("SQL Server", group("sqlserver-se-16.0", INSTANCE_GROUP, rds__rc4="enabled"), says="rds.rc4"),
    violating(
        "aws-native",
        res(
            "aws-native:rds:DbParameterGroup",
            family="postgres16",
            parameters={"ssl_ciphers": "AES256-SHA"},
        ),
    ),
    absent_passes("left to the engine", group("aurora-postgresql16")),
    absent_passes("left to SQL Server", group("sqlserver-se-16.0", INSTANCE_GROUP)),
    unknown("from configuration", group("aurora-mysql8.0", ssl_cipher=UNKNOWN)),
    unknown("a word for many", group("postgres16", INSTANCE_GROUP, ssl_ciphers="HIGH:!aNULL"), says="HIGH"),
    not_applicable("a group of Aurora's instances", group("aurora-mysql8.0", INSTANCE_GROUP)),
    not_applicable("Oracle", group("oracle-ee-19", INSTANCE_GROUP)),
    not_applicable("DocumentDB", group("docdb5.0")),
]

MUTATION = mutation(
    changed(GROUP, parameters=[{"name": "ssl_ciphers", "value": "TLS_RSA_WITH_AES_128_CBC_SHA"}])
)
