"""A Multi-AZ DB cluster takes minor versions, and with them security patches, by its own setting.

Members decide for an Aurora cluster, where the cluster's own setting has no effect.
"""

from ...model.rds import DbCluster
from ..control import Fix, Severity, Verdict, control, is_true, not_applicable


@control(
    title="Multi-AZ DB cluster takes minor version upgrades by itself",
    severity=Severity.MEDIUM,
    topic="best-practices",
    source="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/multi-az-db-clusters-upgrading.html",
    remediation="Set autoMinorVersionUpgrade to true, or leave it out; in place.",
    fix=Fix(DbCluster.auto_minor_version_upgrade, True),
)
def multi_az_cluster_auto_minor_version_upgrade(cluster: DbCluster) -> Verdict:
    if not cluster.is_multi_az_cluster:
        return not_applicable("the members decide for an Aurora cluster")
    return is_true(cluster.auto_minor_version_upgrade, absent=True)
