"""Whoever takes over an account deletes its backups first. A vault that denies it to everyone keeps them, and one
that the public may read gives the whole database away."""

from ...model import PolicyDocument, Stack, Statement, Value
from ...model.backup import Vault, VaultLockConfiguration, VaultPolicy
from ..control import PASS, Severity, Verdict, all_of, control, decide, each, every, fail, not_applicable

# What deletes a recovery point, has it expire at once, or takes the denial away.
_DENIED = (
    "backup:DeleteRecoveryPoint",
    "backup:UpdateRecoveryPointLifecycle",
    "backup:PutBackupVaultAccessPolicy",
)


def _not_public(policy: Value[object]) -> Verdict:
    document = PolicyDocument.of(policy)

    def judge(statement: Statement) -> Verdict:
        if statement.allows and statement.is_for_everyone and not statement.is_limited_to_known_callers:
            return fail(f"{statement.position.capitalize()} in `{policy.path}` allows anyone.", policy)
        return PASS

    return each(document.statements, judge) if document else PASS


def _denies(statement: Statement, action: str) -> bool:
    """Whether everyone is denied `action`, or everyone but those whom a negated condition names."""
    return (
        not statement.allows
        and statement.is_for_everyone
        and statement.covers(action)
        and all("not" in condition.operator.lower() for condition in statement.conditions)
    )


def _undeletable(policies: list[Value[object]], is_locked: bool) -> Verdict:
    if is_locked:
        return PASS
    documents = [document for document in map(PolicyDocument.of, policies) if document]
    statements = [statement for document in documents for statement in document.statements]
    missing = [
        action for action in _DENIED if not any(_denies(statement, action) for statement in statements)
    ]
    if not missing:
        return PASS
    return fail(f"Neither a lock nor the vault's policy keeps everyone from {', '.join(missing)}.")


@control(
    title="Backup vault keeps everyone from deleting recovery points, and is not public",
    severity=Severity.HIGH,
    topic="resilience",
    source="https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault-access-policy.html",
    remediation=(
        "Lock the vault, or add an aws.backup.VaultPolicy (aws-native: accessPolicy) that denies "
        "backup:DeleteRecoveryPoint, backup:UpdateRecoveryPointLifecycle and backup:PutBackupVaultAccessPolicy "
        "to everyone; in place."
    ),
)
def vault_policy(vault: Vault | VaultPolicy, stack: Stack) -> Verdict:
    if isinstance(vault, VaultPolicy):
        if stack.follow(vault.vault, Vault).found:
            return not_applicable("judged with its vault")
        return _not_public(vault.policy)
    policies = [item.policy for item in stack.referrers(vault, VaultPolicy, "backupVaultName")]
    if vault.inline_policy.is_set:
        policies.append(vault.inline_policy)
    locks = stack.referrers(vault, VaultLockConfiguration, "backupVaultName")
    # A lock without a minimum retention keeps nobody from deleting.
    is_locked = (
        any(lock.minimum_days.is_set for lock in locks) or vault.inline_lock.at("minRetentionDays").is_set
    )
    return all_of(
        lambda: every([decide(_not_public, policy) for policy in policies]),
        lambda: _undeletable(policies, is_locked),
    )
