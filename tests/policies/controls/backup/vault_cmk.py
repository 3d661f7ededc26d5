"""Cases of backup-vault-cmk."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    changed,
    compliant,
    mutation,
    res,
    unknown,
    violating,
)

VAULT = "aws:backup/vault:Vault"
NATIVE = "aws-native:backup:BackupVault"
KEY = "arn:aws:kms:eu-central-1:123456789012:alias/data"

CASES = [
    compliant("a key of one's own", res(VAULT, kmsKeyArn=KEY)),
    compliant("aws-native", res(NATIVE, backupVaultName="v", encryptionKeyArn=KEY)),
    violating(
        "the managed key",
        res(VAULT, kmsKeyArn="arn:aws:kms:eu-central-1:123456789012:alias/aws/backup"),
        says="alias/aws/backup",
    ),
    absent_fails("the managed key by default", res(VAULT), says="`kmsKeyArn`"),
    absent_fails(
        "the managed key by default, aws-native", res(NATIVE, backupVaultName="v"), says="`encryptionKeyArn`"
    ),
    unknown("a key that nothing explains", res(VAULT, kmsKeyArn=UNKNOWN)),
]

MUTATION = mutation(changed(VAULT, drop=("kmsKeyArn",)))
