"""A backup that fails silently is found out on the day it is needed."""

from ...model import Stack, Value, to_text, to_texts
from ...model.backup import Vault, VaultNotifications
from ..control import Severity, Verdict, all_of, control, every, fail, is_set, passed

# AWS Backup reports a failure as a completed job whose message holds the state; the older event says it alone.
_FAILURES = ("BACKUP_JOB_COMPLETED", "BACKUP_JOB_FAILED")


def _judge(events: Value[list[str]], topic: Value[str]) -> Verdict:
    def told() -> Verdict:
        if set(_FAILURES).isdisjoint(events.get([])):
            return fail(f"`{events.path}` holds neither {' nor '.join(_FAILURES)}.", events)
        return passed()

    return all_of(told, lambda: is_set(topic))


@control(
    title="Backup vault tells of failed backups",
    severity=Severity.LOW,
    topic="resilience",
    source="https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-notifications.html",
    remediation=(
        "Add an aws.backup.VaultNotifications (aws-native: notifications) with BACKUP_JOB_COMPLETED and a topic; "
        "in place."
    ),
    opt_in="backups may be watched by EventBridge, alarms or a report plan instead",
)
def vault_notifications(vault: Vault, stack: Stack) -> Verdict:
    found = stack.referrers(vault, VaultNotifications, "backupVaultName")
    if found:
        return every([_judge(item.events, item.topic) for item in found])
    inline = vault.inline_notifications
    if inline.is_set:
        return _judge(inline.at("backupVaultEvents", to_texts), inline.at("snsTopicArn", to_text))
    return fail("Nobody is told of the vault's backups.")
