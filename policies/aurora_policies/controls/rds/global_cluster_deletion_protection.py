"""A global cluster has deletion protection of its own; that of its members does not cover it."""

from ...model.rds import GlobalCluster
from ..control import Fix, Severity, Verdict, control, is_true
from ._ephemeral import Ephemeral, if_ephemeral


@control(
    title="Global cluster has deletion protection",
    severity=Severity.MEDIUM,
    topic="resilience",
    source="aurora-global-database-managing",
    remediation="Set deletionProtection to true; in place and free.",
    fix=Fix(GlobalCluster.deletion_protection, True),
)
def global_cluster_deletion_protection(cluster: GlobalCluster, settings: Ephemeral) -> Verdict:
    if (verdict := if_ephemeral(cluster, settings)) is not None:
        return verdict
    return is_true(cluster.deletion_protection)
