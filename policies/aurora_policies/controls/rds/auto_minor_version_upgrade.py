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
    equivalents=(
        "securityhub:RDS.13",
        "config:RDS_AUTOMATIC_MINOR_VERSION_UPGRADE_ENABLED",
        "controltower:CT.RDS.PR.5",
        "checkov:CKV_AWS_226",
        "prowler:rds_instance_minor_version_upgrade_enabled",
        "cdk-nag:RDSAutomaticMinorVersionUpgradeEnabled",
        "cfn-guard:RDS_AUTOMATIC_MINOR_VERSION_UPGRADE_ENABLED",
        "cloudsploit:rds/rdsMinorVersionUpgrade",
        "hashicorp-cis:rds-minor-version-upgrade-enabled",
        "hashicorp-fsbp:rds-ensure-automatic-minor-version-upgrades-enabled",
        "kics:automatic_minor_upgrades_disabled",
        "mondoo:rds-instance-auto-minor-version-upgrade",
        "scoutsuite:rds-instance-no-minor-upgrade",
        "steampipe-terraform:rds_db_cluster_instance_automatic_minor_version_upgrade_enabled",
        "steampipe-terraform:rds_db_instance_automatic_minor_version_upgrade_enabled",
        "steampipe:rds_db_instance_automatic_minor_version_upgrade_enabled",
        "terrascan:AC_AWS_0056",
        "yatas:AWS_RDS_003",
        "yatas:AWS_RDS_007",
    ),
    fix=Fix(DbInstance.auto_minor_version_upgrade, True),
)
def auto_minor_version_upgrade(instance: ClusterInstance | DbInstance) -> Verdict:
    return is_true(instance.auto_minor_version_upgrade, absent=True)
