"""Cases of backup-vault-lock."""

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
LOCK = "aws:backup/vaultLockConfiguration:VaultLockConfiguration"
VAULT_ = res(VAULT, name="main")


def lock(**properties: object) -> Sample:
    return res(LOCK, "lock", **{"backupVaultName": ref(VAULT_), "minRetentionDays": 35, **properties})


CASES = [
    compliant("governance mode", VAULT_, lock()),
    compliant("compliance mode", VAULT_, lock(changeableForDays=3.0)),
    compliant("by name, numerals", VAULT_, lock(backupVaultName="main", minRetentionDays="90")),
    compliant("aws-native", res(NATIVE, lockConfiguration={"minRetentionDays": 35, "changeableForDays": 7})),
    compliant("fewer days by setting", VAULT_, lock(minRetentionDays=7), settings={"minimumDays": 7}),
    violating("too short", VAULT_, lock(minRetentionDays=7), says="`minRetentionDays` is 7"),
    violating("no minimum", VAULT_, lock(minRetentionDays=None)),
    violating("no time to change one's mind", VAULT_, lock(changeableForDays=1), says="`changeableForDays`"),
    violating("governance mode, strict", VAULT_, lock(), settings={"complianceMode": True}),
    violating(
        "too short, aws-native",
        res(NATIVE, lockConfiguration={"minRetentionDays": 1}),
        says="`lockConfiguration.minRetentionDays`",
    ),
    violating("another vault's", VAULT_, lock(backupVaultName="other")),
    absent_fails("no lock", VAULT_, says="no lock"),
    absent_fails("no lock, aws-native", res(NATIVE)),
    unknown("the days", VAULT_, lock(minRetentionDays=UNKNOWN)),
    unknown("the lock as a whole, aws-native", res(NATIVE, lockConfiguration=UNKNOWN)),
]

MUTATION = mutation(removed(LOCK))
