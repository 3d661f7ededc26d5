"""The provider cannot turn the Data API on while it restores, replicates or imports: the first update fails."""

from ...model.rds import DbCluster
from ..control import PASS, Severity, Verdict, control, fail, not_applicable


@control(
    title="Data API is not asked for while restoring",
    severity=Severity.LOW,
    topic="infrastructure-security",
    source="data-api",
    remediation="Leave out enableHttpEndpoint until the cluster exists, if it is needed at all; in place.",
)
def data_api_conflict(cluster: DbCluster) -> Verdict:
    if cluster.is_native or not cluster.data_api.get(False):
        return not_applicable("the Data API is off, or not asked for through the aws provider")
    for source in (cluster.snapshot_identifier, cluster.replication_source, cluster.s3_import):
        if source.is_set:
            return fail(f"`{cluster.data_api.path}` is true beside `{source.path}`.", cluster.data_api)
    return PASS
