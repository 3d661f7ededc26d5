"""Without automated backups there is no point in time to go back to.

An Aurora cluster always has them; a standalone instance has none unless told to.
"""

from ...model.rds import DbCluster, DbInstance
from ..control import Severity, Verdict, control, fail, not_applicable, passed
from ._inherited import if_retention_inherited

_MOST_DAYS = 35


@control(
    title="Database has automated backups",
    severity=Severity.HIGH,
    topic="resilience",
    source="Aurora.Managing.Backups",
    remediation="Set backupRetentionPeriod to 7 days or more; in place, though 0 to more restarts an instance.",
)
def backup_enabled(database: DbCluster | DbInstance) -> Verdict:
    days = database.backup_retention_period
    if (days.get(0) or 0) > _MOST_DAYS:
        return fail(
            f"`backupRetentionPeriod` is {days.shown()}, and the API refuses more than {_MOST_DAYS}.", days
        )
    if isinstance(database, DbCluster):
        if days.get(1) == 0:
            return fail("`backupRetentionPeriod` is 0, which the API refuses for a cluster.", days)
        return passed()
    if database.is_replica and not database.is_postgres_family:
        return not_applicable("a read replica follows its source's backups")
    if days.is_absent:
        if database.is_native:
            return passed()  # CloudFormation's default is one day
        if (verdict := if_retention_inherited(database)) is not None:
            return verdict
        return fail("`backupRetentionPeriod` is not set (the default is 0): there are no backups.", days)
    return fail("`backupRetentionPeriod` is 0: there are no backups.", days) if days.get() == 0 else passed()
