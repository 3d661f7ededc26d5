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
)
def vault_cmk(vault: Vault) -> Verdict:
    return customer_key(vault.kms_key, "backup", "Recovery points are encrypted")
