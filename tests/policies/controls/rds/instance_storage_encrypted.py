"""Cases of rds-instance-storage-encrypted."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    absent_not_applicable,
    absent_unknown,
    added,
    compliant,
    instance,
    member,
    mutation,
    native_instance,
    native_member,
    not_applicable,
    unknown,
    violating,
)

KEY = "arn:aws:kms:eu-central-1:123456789012:key/1"

CASES = [
    compliant("encrypted", instance(storageEncrypted=True)),
    compliant("encrypted, as a word", instance(storageEncrypted="true")),
    compliant("encrypted, aws-native", native_instance(storageEncrypted=True)),
    compliant("a replica in another Region, with a key", instance(replicateSourceDb="arn:x", kmsKeyId=KEY)),
    compliant("terrascan#1135: encrypted without a key of one's own", instance(storageEncrypted=True)),
    violating("not encrypted", instance(storageEncrypted=False), says="`storageEncrypted` is false"),
    violating("not encrypted, aws-native", native_instance(storageEncrypted=False)),
    violating("a restore that says it is not", instance(snapshotIdentifier="last", storageEncrypted=False)),
    absent_fails("the provider's default", instance(), says="the default is false"),
    absent_fails("aws-native", native_instance()),
    absent_unknown("a replica has what its source has", instance(replicateSourceDb="main")),
    absent_not_applicable("a restored snapshot, too", instance(snapshotIdentifier="last")),
    absent_not_applicable("a restored snapshot, aws-native", native_instance(dbSnapshotIdentifier="last")),
    unknown("from configuration", instance(storageEncrypted=UNKNOWN)),
    not_applicable("checkov#586: a member of an Aurora cluster", instance(engine="aurora-postgresql")),
    not_applicable("aws-cdk#38392: a member, aws-native", native_member()),
    not_applicable("cfn_nag#183: a member has the cluster's", member()),
]

MUTATION = mutation(added(instance(storageEncrypted=False)))
