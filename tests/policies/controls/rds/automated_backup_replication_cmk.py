"""Cases of rds-automated-backup-replication-cmk."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    added,
    compliant,
    instance,
    mutation,
    native_instance,
    not_applicable,
    res,
    unknown,
    violating,
)

KEY = "arn:aws:kms:eu-central-1:123456789012:alias/data"
REPLICATION = "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication"
REGION = {"automaticBackupReplicationRegion": "eu-west-1"}

CASES = [
    compliant("a key", res(REPLICATION, sourceDbInstanceArn="arn:x", kmsKeyId=KEY)),
    compliant("a key, aws-native", native_instance(**REGION, automaticBackupReplicationKmsKeyId=KEY)),
    violating("the key AWS manages", res(REPLICATION, kmsKeyId="alias/aws/rds"), says="alias/aws/rds"),
    absent_fails("an AWS key", res(REPLICATION, sourceDbInstanceArn="arn:x"), says="with an AWS key"),
    absent_fails("an AWS key, aws-native", native_instance(**REGION)),
    absent_fails(
        "a Region not known yet, aws-native", native_instance(automaticBackupReplicationRegion=UNKNOWN)
    ),
    unknown("a key that nothing explains", res(REPLICATION, kmsKeyId=UNKNOWN)),
    not_applicable("an instance whose backups are not replicated", native_instance(storageEncrypted=True)),
    not_applicable("a classic instance", instance()),
]

MUTATION = mutation(added(res(REPLICATION, sourceDbInstanceArn="arn:x")))
