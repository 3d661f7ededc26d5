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
    equivalents=(
        "securityhub:RDS.16",
        "securityhub:RDS.17",
        "securityhub:RDS.47",
        "securityhub:RDS.48",
        "config:RDS_MYSQL_CLUSTER_COPY_TAGS_TO_SNAPSHOT_CHECK",
        "config:RDS_PGSQL_CLUSTER_COPY_TAGS_TO_SNAPSHOT_CHECK",
        "controltower:CT.RDS.PR.10",
        "controltower:CT.RDS.PR.9",
        "checkov:CKV2_AWS_60",
        "checkov:CKV_AWS_313",
        "prowler:rds_cluster_copy_tags_to_snapshots",
        "prowler:rds_instance_copy_tags_to_snapshots",
        "hashicorp-fsbp:rds-cluster-copy-tags-to-snapshot-configured",
        "hashicorp-fsbp:rds-copy-tags-to-snapshot-configured",
        "hashicorp-fsbp:rds-instance-copy-tags-to-snapshot-configured",
        "steampipe-terraform:rds_db_cluster_copy_tags_to_snapshot_enabled",
        "steampipe-terraform:rds_db_instance_copy_tags_to_snapshot_enabled",
        "steampipe:rds_db_cluster_aurora_mysql_copy_tags_to_snapshot_enabled",
        "steampipe:rds_db_cluster_aurora_postgres_copy_tags_to_snapshot_enabled",
        "steampipe:rds_db_cluster_copy_tags_to_snapshot_enabled",
        "steampipe:rds_db_instance_copy_tags_to_snapshot_enabled",
    ),
    fix=Fix(DbCluster.copy_tags_to_snapshot, True),
)
def copy_tags_to_snapshot(database: DbCluster | DbInstance) -> Verdict:
    return is_true(database.copy_tags_to_snapshot)
