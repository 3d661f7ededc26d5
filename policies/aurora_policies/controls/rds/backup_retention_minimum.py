"""Automated backups reach back far enough to recover from a mistake that is found late.

Aurora keeps at least one day whatever is asked for; a standalone instance keeps none unless told to.
"""

from dataclasses import dataclass

from ...model.rds import DbCluster, DbInstance
from ..control import Severity, Verdict, at_least, control, not_applicable, setting
from ._inherited import if_retention_inherited


@dataclass(frozen=True)
class Retention:
    """How far back automated backups must reach."""

    minimum_days: int = setting(
        7, "Fewest days automated backups are kept.", minimum=1, maximum=35, strict=35
    )


@control(
    title="Database keeps automated backups for at least the minimum number of days",
    severity=Severity.MEDIUM,
    topic="resilience",
    source="Aurora.Managing.Backups",
    remediation="Set backupRetentionPeriod to the minimum or more; the change is made in place.",
    equivalents=(
        "securityhub:RDS.11",
        "securityhub:RDS.50",
        "config:DB_INSTANCE_BACKUP_ENABLED",
        "config:RDS_CLUSTER_BACKUP_RETENTION_CHECK",
        "trivy:AWS-0077",
        "hashicorp-fsbp:rds-ensure-automatic-backups-enabled",
        "kics:e649a218-d099-4550-86a4-1231e1fcb60d",
        "kics:low_rds_backup_retention_period",
        "mondoo:rds-backup-retention",
        "pulumi:aws-rds-cluster-configure-backup-retention",
        "pulumi:aws-rds-instance-configure-backup-retention",
        "pulumi:awsnative-rds-dbcluster-configure-backup-retention",
        "pulumi:awsnative-rds-dbinstance-configure-backup-retention",
        "scoutsuite:rds-instance-short-backup-retention-period",
        "steampipe:rds_db_instance_backup_retention_period_less_than_7",
        "terrascan:AC_AWS_0495",
    ),
)
def backup_retention_minimum(database: DbCluster | DbInstance, settings: Retention) -> Verdict:
    if isinstance(database, DbInstance):
        if database.is_replica and not database.is_postgres_family:
            return not_applicable("a read replica follows its source's backups")
        if (verdict := if_retention_inherited(database)) is not None:
            return verdict
        default = 1 if database.is_native else 0  # CloudFormation's is one day
        return at_least(database.backup_retention_period, settings.minimum_days, absent=default)
    return at_least(database.backup_retention_period, settings.minimum_days, absent=1)
