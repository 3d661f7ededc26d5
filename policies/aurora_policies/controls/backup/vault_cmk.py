"""Copies in a vault are encrypted with the vault's key; only a key of one's own has a policy of one's own."""

from ...model.backup import Vault
from ..control import Severity, Verdict, control, customer_key


@control(
    title="Backup vault is encrypted with a customer-managed key",
    severity=Severity.MEDIUM,
    topic="data-protection",
    source="https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html",
    remediation=(
        "Set kmsKeyArn (aws-native: encryptionKeyArn); it replaces the vault, so move its recovery points first."
    ),
    equivalents=(
        "securityhub:Backup.1",
        "config:BACKUP_RECOVERY_POINT_ENCRYPTED",
        "checkov:CKV_AWS_166",
        "prowler:backup_recovery_point_encrypted",
        "prowler:backup_vaults_encrypted",
        "cloudsploit:backup/backupVaultEncrypted",
        "hashicorp-fsbp:backup-recovery-point-encrypted",
        "kics:backup_vault_encryption_disabled",
        "kics:backup_vault_without_kms_key",
        "mondoo:backup-vault-encrypted",
        "steampipe-terraform:backup_vault_encryption_at_rest_enabled",
        "steampipe:backup_recovery_point_encryption_enabled",
        "yatas:AWS_BAK_001",
    ),
)
def vault_cmk(vault: Vault) -> Verdict:
    return customer_key(vault.kms_key, "backup", "Recovery points are encrypted")
