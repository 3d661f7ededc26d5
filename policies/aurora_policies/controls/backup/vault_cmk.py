"""Copies in a vault are encrypted with the vault's key; only a key of one's own has a policy of one's own."""

from ...model import Stack
from ...model.backup import Vault
from .._customer_key import customer_key
from ..control import Severity, Verdict, control


@control(
    title="Backup vault is encrypted with a customer-managed key",
    severity=Severity.MEDIUM,
    topic="data-protection",
    source="https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html",
    remediation=(
        "Set kmsKeyArn (aws-native: encryptionKeyArn); it replaces the vault, so move its recovery points first."
    ),
)
def vault_cmk(vault: Vault, stack: Stack) -> Verdict:
    return customer_key(vault.kms_key, stack, "backup", "Recovery points are encrypted")
