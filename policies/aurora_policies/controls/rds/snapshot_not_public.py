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
    equivalents=(
        "securityhub:RDS.1",
        "config:RDS_SNAPSHOTS_PUBLIC_PROHIBITED",
        "checkov:CKV_AWS_302",
        "prowler:rds_snapshots_public_access",
        "cloudsploit:rds/rdsSnapshotPubliclyAccessible",
        "scoutsuite:rds-snapshot-public",
        "steampipe-terraform:rds_db_snapshot_not_publicly_accesible",
        "steampipe:rds_db_snapshot_prohibit_public_access",
    ),
)
def snapshot_not_public(snapshot: Snapshot | SnapshotCopy) -> Verdict:
    return each(snapshot.shared_accounts.items(), _judge)
