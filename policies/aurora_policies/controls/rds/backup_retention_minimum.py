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
