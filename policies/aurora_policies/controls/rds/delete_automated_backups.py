"""Automated backups that go with the database are no backups against its deletion."""

from ...model.rds import DbCluster, DbInstance
from ..control import Fix, Severity, Verdict, control, is_false, not_applicable
from ._ephemeral import Ephemeral, if_ephemeral


@control(
    title="Automated backups outlive the database",
    severity=Severity.LOW,
    topic="resilience",
    source="Aurora.Managing.Backups.Retaining",
    remediation="Set deleteAutomatedBackups to false; in place. A destroy reads it from the state.",
    fix=Fix(DbCluster.delete_automated_backups, False),
)
def delete_automated_backups(database: DbCluster | DbInstance, settings: Ephemeral) -> Verdict:
    if (verdict := if_ephemeral(database, settings)) is not None:
        return verdict
    if (
        isinstance(database, DbInstance)
        and database.is_replica
        and not database.backup_retention_period.get(0)
    ):
        return not_applicable("a read replica has no automated backups unless told to")
    return is_false(database.delete_automated_backups, absent=True)
