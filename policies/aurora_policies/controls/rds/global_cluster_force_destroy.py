"""A destroy that first takes the members out of a global cluster ends the replication between its Regions.

It does so before AWS refuses to delete the global cluster, so deletion protection comes too late.
"""

from ...model.rds import GlobalCluster
from ..control import Fix, Severity, Verdict, control, is_false
from ._ephemeral import Ephemeral, if_ephemeral


@control(
    title="Global cluster is not taken apart by a destroy",
    severity=Severity.LOW,
    topic="resilience",
    source="aurora-global-database-managing",
    remediation="Set forceDestroy to false; in place and free. A destroy reads it from the state.",
    fix=Fix(GlobalCluster.force_destroy, False),
)
def global_cluster_force_destroy(cluster: GlobalCluster, settings: Ephemeral) -> Verdict:
    if (verdict := if_ephemeral(cluster, settings)) is not None:
        return verdict
    return is_false(cluster.force_destroy)
