"""One call deletes a cluster with everything in it; deletion protection makes AWS refuse that call.

It is stated on the cluster and guards the cluster; a member can still be deleted.
"""

from ...model.rds import DbCluster
from ..control import Fix, Severity, Verdict, control, is_true
from ._ephemeral import Ephemeral, if_ephemeral


@control(
    title="DB cluster has deletion protection",
    severity=Severity.MEDIUM,
    topic="resilience",
    source="USER_DeleteCluster",
    remediation="Set deletionProtection to true; in place and free.",
    fix=Fix(DbCluster.deletion_protection, True),
)
def cluster_deletion_protection(cluster: DbCluster, settings: Ephemeral) -> Verdict:
    if (verdict := if_ephemeral(cluster, settings)) is not None:
        return verdict
    return is_true(cluster.deletion_protection)
