"""Cases of rds-global-cluster-storage-encrypted."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    added,
    compliant,
    mutation,
    not_applicable,
    res,
    unknown,
    violating,
)

GLOBAL = "aws:rds/globalCluster:GlobalCluster"
NATIVE = "aws-native:rds:GlobalCluster"

CASES = [
    compliant("encrypted", res(GLOBAL, engine="aurora-postgresql", storageEncrypted=True)),
    compliant("encrypted, aws-native", res(NATIVE, storageEncrypted=True)),
    compliant(
        "made of a cluster", res(GLOBAL, sourceDbClusterIdentifier="arn:aws:rds:eu-west-1:1:cluster:m")
    ),
    compliant("made of a cluster not known yet, aws-native", res(NATIVE, sourceDbClusterIdentifier=UNKNOWN)),
    violating("not encrypted", res(GLOBAL, storageEncrypted=False), says="`storageEncrypted` is false"),
    violating("not encrypted, aws-native", res(NATIVE, storageEncrypted=False)),
    absent_fails("the provider's default", res(GLOBAL, engine="aurora-mysql"), says="the default is false"),
    absent_fails("aws-native", res(NATIVE)),
    unknown("from configuration", res(GLOBAL, storageEncrypted=UNKNOWN)),
    not_applicable("DocumentDB", res(NATIVE, engine="docdb")),
]

MUTATION = mutation(added(res(GLOBAL, engine="aurora-postgresql", storageEncrypted=False)))
