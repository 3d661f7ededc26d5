"""Backups are the cluster's: a window on a member is refused, or ignored and then taken for the one in force."""

from ...model.rds import ClusterInstance
from ..control import PASS, Severity, Verdict, control, fail


@control(
    title="Member of a cluster states no backup window",
    severity=Severity.LOW,
    topic="resilience",
    source="Aurora.Managing.Backups",
    remediation="Set preferredBackupWindow on the cluster and leave it out of its members; in place.",
)
def member_backup_window(member: ClusterInstance) -> Verdict:
    window = member.backup_window
    if window.is_absent:
        return PASS
    return fail(f"`{window.path}` is {window.shown()} on a member; the cluster's window holds.", window)
