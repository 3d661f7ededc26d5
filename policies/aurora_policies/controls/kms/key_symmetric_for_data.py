"""Databases, secrets, log groups, topics and backup vaults take symmetric encryption keys only; with any other key the
update stops half-way."""

from ...model import Property, Stack, View
from ...model.backup import Vault
from ...model.kms import KEYS, KmsKey
from ...model.log_group import LogGroup
from ...model.rds import DbCluster, DbInstance
from ...model.secret import Secret
from ...model.sns import Topic
from ..control import PASS, Severity, Verdict, control, fail

_ENCRYPTED: tuple[tuple[type[View], tuple[Property[str], ...]], ...] = (
    (
        DbCluster,
        (DbCluster.kms_key_id, DbCluster.performance_insights_kms_key_id, DbCluster.master_secret_kms_key_id),
    ),
    (
        DbInstance,
        (
            DbInstance.kms_key_id,
            DbInstance.performance_insights_kms_key_id,
            DbInstance.master_secret_kms_key_id,
        ),
    ),
    (Secret, (Secret.kms_key_id,)),
    (LogGroup, (LogGroup.kms_key_id,)),
    (Topic, (Topic.kms_key_id,)),
    (Vault, (Vault.kms_key,)),
)


@control(
    title="KMS key that encrypts data at rest is symmetric",
    severity=Severity.MEDIUM,
    topic="data-protection",
    source="Overview.Encryption.Keys",
    remediation=(
        "Make a key with customerMasterKeySpec SYMMETRIC_DEFAULT and keyUsage ENCRYPT_DECRYPT; neither can be changed"
        " on an existing key."
    ),
)
def key_symmetric_for_data(key: KmsKey, stack: Stack) -> Verdict:
    if key.is_symmetric:
        return PASS
    for kind, paths in _ENCRYPTED:
        for user in stack.referrers(key, kind, *paths, among=KEYS):
            return fail(
                f"The key is not a symmetric encryption key, and {user.NOUN} `{user.name}` takes no other."
            )
    return PASS
