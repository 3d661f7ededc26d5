"""Tags say who owns a snapshot, what it may cost and who may restore it; without them it is anybody's.

Aurora reads the setting from the cluster alone.
"""

from ...model.rds import DbCluster, DbInstance
from ..control import Fix, Severity, Verdict, control, is_true


@control(
    title="Tags are copied to snapshots",
    severity=Severity.LOW,
    topic="best-practices",
    source="USER_Tagging",
    remediation="Set copyTagsToSnapshot to true; in place and free.",
    fix=Fix(DbCluster.copy_tags_to_snapshot, True),
)
def copy_tags_to_snapshot(database: DbCluster | DbInstance) -> Verdict:
    return is_true(database.copy_tags_to_snapshot)
