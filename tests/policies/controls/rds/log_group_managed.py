"""Cases of rds-log-group-managed."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    absent_not_applicable,
    changed,
    cluster,
    compliant,
    mutation,
    native_cluster,
    not_applicable,
    ref,
    res,
    unknown,
    violating,
)

GROUP = "aws:cloudwatch/logGroup:LogGroup"
KEY = "arn:aws:kms:eu-central-1:123456789012:key/1"
MAIN = cluster(clusterIdentifier="main", enabledCloudwatchLogsExports=["postgresql"])
NATIVE = native_cluster(dbClusterIdentifier="main", enableCloudwatchLogsExports=["postgresql"])


def group(name: object, **properties: object) -> object:
    return res(GROUP, "logs", **{"name": name, "retentionInDays": 365.0, "kmsKeyId": KEY, **properties})


POSTGRESQL = group("/aws/rds/cluster/main/postgresql")

CASES = [
    compliant("made first", MAIN, POSTGRESQL),
    compliant("with a key of the stack", MAIN, group("/aws/rds/cluster/main/postgresql", kmsKeyId=UNKNOWN)),
    compliant(
        "aws-native",
        NATIVE,
        res(
            "aws-native:logs:LogGroup",
            "logs",
            logGroupName="/aws/rds/cluster/main/postgresql",
            retentionInDays=90.0,
            kmsKeyId=KEY,
        ),
    ),
    violating("not made", MAIN, says="/aws/rds/cluster/main/postgresql"),
    violating("not made, aws-native", NATIVE),
    violating("another cluster's", MAIN, group("/aws/rds/cluster/other/postgresql")),
    violating(
        "one of two",
        cluster(clusterIdentifier="main", enabledCloudwatchLogsExports=["postgresql", "instance"]),
        POSTGRESQL,
        says="main/instance",
    ),
    violating(
        "kept for ever",
        MAIN,
        group("/aws/rds/cluster/main/postgresql", retentionInDays=0.0),
        says="kept for ever",
    ),
    violating("no key", MAIN, group("/aws/rds/cluster/main/postgresql", kmsKeyId=None), says="no `kmsKeyId`"),
    absent_fails(
        "a name that nobody knows before",
        cluster(enabledCloudwatchLogsExports=["postgresql"]),
        says="clusterIdentifier",
    ),
    absent_not_applicable("nothing is exported", cluster(clusterIdentifier="main")),
    unknown("which logs", cluster(clusterIdentifier="main", enabledCloudwatchLogsExports=UNKNOWN)),
    unknown(
        "the cluster's name", cluster(clusterIdentifier=UNKNOWN, enabledCloudwatchLogsExports=["postgresql"])
    ),
    unknown("the group's name", MAIN, group(UNKNOWN)),
    unknown("the group is named after the cluster", MAIN, group(ref(MAIN))),
    unknown("how long it is kept", MAIN, group("/aws/rds/cluster/main/postgresql", retentionInDays=UNKNOWN)),
    not_applicable("Neptune", cluster(engine="neptune", enabledCloudwatchLogsExports=["audit"])),
]

MUTATION = mutation(changed(GROUP, named="-logs-", drop=("kmsKeyId",)))
