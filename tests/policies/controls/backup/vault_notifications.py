"""Cases of backup-vault-notifications."""

from tests.policies.cases import (
    UNKNOWN,
    Sample,
    absent_fails,
    compliant,
    mutation,
    ref,
    removed,
    res,
    unknown,
    violating,
)

VAULT = "aws:backup/vault:Vault"
NATIVE = "aws-native:backup:BackupVault"
TOLD = "aws:backup/vaultNotifications:VaultNotifications"
VAULT_ = res(VAULT, name="main")


def told(**properties: object) -> Sample:
    return res(
        TOLD,
        "told",
        **{
            "backupVaultName": ref(VAULT_),
            "snsTopicArn": UNKNOWN,
            "backupVaultEvents": ["BACKUP_JOB_COMPLETED"],
            **properties,
        },
    )


CASES = [
    compliant("of completed jobs, which hold the failed ones", VAULT_, told()),
    compliant(
        "of failed jobs, the older event, and more",
        VAULT_,
        told(backupVaultEvents=["BACKUP_JOB_FAILED", "COPY_JOB_FAILED"]),
    ),
    compliant(
        "aws-native",
        res(NATIVE, notifications={"backupVaultEvents": ["BACKUP_JOB_COMPLETED"], "snsTopicArn": "arn"}),
    ),
    violating("of restores only", VAULT_, told(backupVaultEvents=["RESTORE_JOB_COMPLETED"]), says="neither"),
    violating("no topic", VAULT_, told(snsTopicArn=""), says="`snsTopicArn`"),
    violating(
        "of restores only, aws-native",
        res(NATIVE, notifications={"backupVaultEvents": ["RESTORE_JOB_COMPLETED"], "snsTopicArn": "arn"}),
    ),
    violating("another vault's", VAULT_, told(backupVaultName="other")),
    absent_fails("nobody", VAULT_, says="Nobody"),
    absent_fails("nobody, aws-native", res(NATIVE)),
    unknown("the events", VAULT_, told(backupVaultEvents=UNKNOWN)),
    unknown("all of it, aws-native", res(NATIVE, notifications=UNKNOWN)),
]

MUTATION = mutation(removed(TOLD))
