"""Cases of rds-cluster-storage-encrypted."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    absent_unknown,
    changed,
    cluster,
    compliant,
    mutation,
    native_cluster,
    not_applicable,
    unknown,
    violating,
)

KEY = "arn:aws:kms:eu-central-1:123456789012:key/1"

CASES = [
    compliant("encrypted", cluster(storageEncrypted=True)),
    compliant("encrypted, as a word", cluster(storageEncrypted="true")),
    compliant("encrypted, aws-native", native_cluster(storageEncrypted=True)),
    compliant(
        "terrascan#1135: encrypted without a key of one's own", cluster(storageEncrypted=True, kmsKeyId="")
    ),
    compliant("Serverless v1 always is", cluster(engine="aurora", engineMode="serverless")),
    compliant("a Multi-AZ DB cluster", cluster(engine="postgres", storageEncrypted=True)),
    compliant("a snapshot restored with a key", cluster(snapshotIdentifier="last", kmsKeyId=KEY)),
    violating("not encrypted", cluster(storageEncrypted=False), says="`storageEncrypted` is false"),
    violating("not encrypted, aws-native", native_cluster(storageEncrypted=False)),
    violating("a restore that says it is not", cluster(snapshotIdentifier="last", storageEncrypted=False)),
    violating("a key alone encrypts nothing", cluster(kmsKeyId=KEY)),
    violating("Serverless v2 is not v1", cluster(engineMode="provisioned")),
    absent_fails("the provider's default", cluster(), says="the default is false"),
    absent_fails("no engine stated", cluster(engine=None)),
    absent_unknown("a snapshot's restore has what the snapshot had", cluster(snapshotIdentifier="last")),
    absent_unknown("a clone", cluster(restoreToPointInTime={"sourceClusterIdentifier": "main"})),
    absent_unknown("a clone, aws-native", native_cluster(sourceDbClusterIdentifier="main")),
    absent_unknown("a replica", cluster(replicationSourceIdentifier="arn:aws:rds:eu-west-1:1:cluster:main")),
    absent_unknown("a secondary of a global database", cluster(globalClusterIdentifier="world")),
    absent_fails("the primary of one", cluster(globalClusterIdentifier="world", masterUsername="owner")),
    unknown("from configuration", cluster(storageEncrypted=UNKNOWN)),
    not_applicable("Neptune", cluster(engine="neptune")),
    not_applicable("DocumentDB", cluster(engine="docdb")),
]

MUTATION = mutation(changed("aws:rds/cluster:Cluster", storageEncrypted=False))
