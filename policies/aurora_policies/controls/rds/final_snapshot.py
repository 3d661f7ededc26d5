"""The last snapshot is what is left when a database is deleted by mistake, or its replacement was one."""

from ...model.rds import DbCluster, DbInstance
from ..control import Severity, Verdict, control, fail, not_applicable, passed
from ._ephemeral import Ephemeral, if_ephemeral


@control(
    title="Deleting the database leaves a final snapshot",
    severity=Severity.MEDIUM,
    topic="resilience",
    source="USER_DeleteCluster",
    remediation=(
        "Set skipFinalSnapshot to false and finalSnapshotIdentifier to a name that is not taken, then update: "
        "a destroy reads both from the state."
    ),
)
def final_snapshot(database: DbCluster | DbInstance, settings: Ephemeral) -> Verdict:
    if (verdict := if_ephemeral(database, settings)) is not None:
        return verdict
    if database.is_replica or (isinstance(database, DbCluster) and database.is_global_secondary):
        return not_applicable("the source of a replica keeps the data")
    if database.skip_final_snapshot.get(False):
        return fail("`skipFinalSnapshot` is true: a destroy leaves nothing.", database.skip_final_snapshot)
    if database.final_snapshot_identifier.is_absent:
        return fail(
            "A final snapshot is wanted and `finalSnapshotIdentifier` does not name it: a destroy will fail.",
            database.final_snapshot_identifier,
        )
    return passed()
