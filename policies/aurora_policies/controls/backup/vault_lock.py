"""A locked vault keeps recovery points as long as it was told, whatever an administrator, or who has become one,
wants."""

from dataclasses import dataclass

from ...model import Stack, Value, to_number
from ...model.backup import Vault, VaultLockConfiguration
from ..control import Severity, Verdict, all_of, at_least, control, every, fail, passed, setting


@dataclass(frozen=True)
class Lock:
    minimum_days: int = setting(
        35, "Fewest days that the lock keeps recovery points.", minimum=1, maximum=36500
    )
    compliance_mode: bool = setting(
        False, "Require compliance mode, which nobody can take back after changeableForDays.", strict=True
    )


# AWS gives at least this long to change one's mind about compliance mode.
_COOLING_OFF_DAYS = 3


def _judge(minimum: Value[float], changeable: Value[float], settings: Lock) -> Verdict:
    def mode() -> Verdict:
        if settings.compliance_mode or changeable.is_set:
            return at_least(changeable, _COOLING_OFF_DAYS)
        return passed()

    return all_of(lambda: at_least(minimum, settings.minimum_days), mode)


@control(
    title="Backup vault is locked",
    severity=Severity.MEDIUM,
    topic="resilience",
    source="https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html",
    remediation=(
        "Add an aws.backup.VaultLockConfiguration (aws-native: lockConfiguration) with minRetentionDays; in place. "
        "With changeableForDays it can never be undone."
    ),
    opt_in="a locked vault keeps what it holds, and its costs, until the retention ends",
)
def vault_lock(vault: Vault, stack: Stack, settings: Lock) -> Verdict:
    locks = stack.referrers(vault, VaultLockConfiguration, "backupVaultName")
    if locks:
        return every([_judge(lock.minimum_days, lock.changeable_days, settings) for lock in locks])
    inline = vault.inline_lock
    if inline.is_set:
        minimum, changeable = (
            inline.at(name, to_number) for name in ("minRetentionDays", "changeableForDays")
        )
        return _judge(minimum, changeable, settings)
    return fail("The vault has no lock.")
