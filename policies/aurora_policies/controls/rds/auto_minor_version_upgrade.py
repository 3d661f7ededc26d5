"""Minor versions carry the security patches; a database that does not take them by itself falls behind.

Aurora upgrades a cluster only where every member allows it, so each one is judged.
"""

from ...model.rds import ClusterInstance, DbInstance
from ..control import Fix, Severity, Verdict, control, is_true


@control(
    title="Instance takes minor version upgrades by itself",
    severity=Severity.HIGH,
    topic="best-practices",
    source="USER_UpgradeDBInstance.Upgrading",
    remediation="Set autoMinorVersionUpgrade to true, or leave it out; in place.",
    fix=Fix(DbInstance.auto_minor_version_upgrade, True),
)
def auto_minor_version_upgrade(instance: ClusterInstance | DbInstance) -> Verdict:
    return is_true(instance.auto_minor_version_upgrade, absent=True)
