"""A vault without a lock loses its recovery points to whoever may delete them, ransomware among them."""

from ...model import Stack, Value
from ...model.backup import LogicallyAirGappedVault, Vault, VaultLockConfiguration
from ...model.backup_selection import covering, plans_of
from ...model.rds import DbCluster, DbInstance
from ..control import PASS, Severity, Verdict, control, each, every, fail, not_applicable, unknown


def _locked(target: Value[str], stack: Stack) -> Verdict:
    if stack.follow(target, LogicallyAirGappedVault).found:
        return PASS  # it is locked by its nature
    reference = stack.follow(target, Vault)
    if not reference.found:
        return unknown(reference.outside_reason, target)
    return every([_has_lock(vault, stack) for vault in reference.found])


def _has_lock(vault: Vault, stack: Stack) -> Verdict:
    if vault.inline_lock.is_set or stack.referrers(vault, VaultLockConfiguration, "backupVaultName"):
        return PASS
    return fail(f"The backup vault {vault.resource.name} that protects the database has no lock.")


@control(
    title="Vault that protects the database is locked",
    severity=Severity.MEDIUM,
    topic="resilience",
    source="https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html",
    remediation="Add an aws.backup.VaultLockConfiguration for the vault, or use an air-gapped one; in place.",
    opt_in="a locked vault keeps what it holds, and its costs, until the retention ends",
)
def backup_vault_locked_for_db(database: DbCluster | DbInstance, stack: Stack) -> Verdict:
    selections, perhaps = covering(database, stack)
    plans, outside = plans_of(selections, stack)
    if not plans:
        if outside or perhaps:
            return unknown("the backup plan that covers the database is not part of this stack")
        return not_applicable("no backup plan of the stack covers the database")
    return each(
        [rule.target_vault for plan in plans for rule in plan.rules()], lambda target: _locked(target, stack)
    )
