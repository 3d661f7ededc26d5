"""Every cluster that joins a global database has to agree with it on encryption, so it is decided here."""

from ...model.rds import GlobalCluster
from ..control import PASS, Severity, Verdict, control, is_true


@control(
    title="Aurora global database is encrypted at rest",
    severity=Severity.HIGH,
    topic="data-protection",
    source="aurora-global-database-getting-started",
    remediation="Set storageEncrypted to true; on an existing global database that is a replacement.",
)
def global_cluster_storage_encrypted(database: GlobalCluster) -> Verdict:
    if database.source_cluster.is_set:
        return PASS  # as its primary is, which rds-cluster-storage-encrypted judges
    return is_true(database.storage_encrypted)
