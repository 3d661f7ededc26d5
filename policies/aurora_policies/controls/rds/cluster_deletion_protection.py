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
    equivalents=(
        "securityhub:RDS.7",
        "config:RDS_CLUSTER_DELETION_PROTECTION_ENABLED",
        "controltower:CT.RDS.PR.3",
        "checkov:CKV_AWS_139",
        "prowler:rds_cluster_deletion_protection",
        "trivy:AWS-0343",
        "cdk-nag:RDSInstanceDeletionProtectionEnabled",
        "hashicorp-fsbp:rds-ensure-deletion-protection-enabled",
        "mondoo:rds-cluster-deletion-protection",
        "steampipe-terraform:rds_db_cluster_deletion_protection_enabled",
        "steampipe:rds_db_cluster_deletion_protection_enabled",
        "yatas:AWS_RDS_009",
    ),
    fix=Fix(DbCluster.deletion_protection, True),
)
def cluster_deletion_protection(cluster: DbCluster, settings: Ephemeral) -> Verdict:
    if (verdict := if_ephemeral(cluster, settings)) is not None:
        return verdict
    return is_true(cluster.deletion_protection)
