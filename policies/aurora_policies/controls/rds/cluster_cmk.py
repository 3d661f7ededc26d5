"""Only a key of one's own can be audited, shared with another account, rotated on one's own terms and taken away."""

from ...model import Stack
from ...model.rds import DbCluster
from .._customer_key import customer_key
from ..control import Severity, Verdict, control, fail, not_applicable, unknown


@control(
    title="DB cluster is encrypted with a customer-managed key",
    severity=Severity.MEDIUM,
    topic="data-protection",
    source="Overview.Encryption.Keys",
    remediation="Set kmsKeyId to the ARN of a customer-managed key of the cluster's Region; a replacement.",
)
def cluster_cmk(cluster: DbCluster, stack: Stack) -> Verdict:
    key = cluster.kms_key_id
    if key.is_absent:
        if cluster.is_serverless_v1:
            return not_applicable("Serverless v1 without a key of its own has one that AWS manages")
        if cluster.is_restore or cluster.is_replica:
            return unknown("the cluster has the key of its source: state `kmsKeyId`", key)
        if cluster.storage_encrypted.is_absent:
            # A cluster created since February 2026 is encrypted all the same.
            return fail("`kmsKeyId` is not set: at best the cluster has a key that AWS owns.", key)
        if not cluster.storage_encrypted.get(False):
            return not_applicable("the cluster is not encrypted, which rds-cluster-storage-encrypted judges")
    return customer_key(key, stack, "rds", "The cluster is encrypted, but")
