"""Whom a snapshot is shared with can restore it and read everything, outside of every other control."""

from collections.abc import Callable
from dataclasses import dataclass

from ...model import Value, to_text
from ...model.rds import Snapshot, SnapshotCopy
from ..control import Severity, Verdict, control, each, fail, passed, setting


@dataclass(frozen=True)
class Sharing:
    allowed_accounts: tuple[str, ...] = setting((), "Accounts with which snapshots may be shared.")


def _judge(settings: Sharing) -> Callable[[Value[object]], Verdict]:
    def judge(account: Value[object]) -> Verdict:
        name = account.as_(to_text).get("").strip()
        if name in settings.allowed_accounts:
            return passed()
        return fail(f'`{account.path}` is "{name}", which is none of the accounts allowed.', account)

    return judge


@control(
    title="Snapshot is shared with allowed accounts only",
    severity=Severity.HIGH,
    topic="data-protection",
    source="aurora-share-snapshot",
    remediation="Take the account out of sharedAccounts, or name it in the setting allowedAccounts; in place.",
)
def snapshot_sharing_restricted(snapshot: Snapshot | SnapshotCopy, settings: Sharing) -> Verdict:
    return each(snapshot.shared_accounts.items(), _judge(settings))
