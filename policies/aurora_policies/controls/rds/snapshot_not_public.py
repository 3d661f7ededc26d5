"""A snapshot shared with everybody hands the data to every AWS account."""

from ...model import Value, to_text
from ...model.rds import Snapshot, SnapshotCopy
from ..control import Severity, Verdict, control, each, fail, passed


def _judge(account: Value[object]) -> Verdict:
    if account.as_(to_text).get("").strip().lower() == "all":
        return fail(f'`{account.path}` is "all": every AWS account may restore the snapshot.', account)
    return passed()


@control(
    title="Snapshot is not public",
    severity=Severity.CRITICAL,
    topic="data-protection",
    source="aurora-share-snapshot",
    remediation='Take "all" out of sharedAccounts; in place. Then treat the data as disclosed.',
)
def snapshot_not_public(snapshot: Snapshot | SnapshotCopy) -> Verdict:
    return each(snapshot.shared_accounts.items(), _judge)
