"""The secret that RDS keeps the master password in is as safe as its key; the default one serves one account only."""

from ...model import Stack
from ...model.rds import DbCluster, DbInstance
from .._customer_key import customer_key
from ..control import Severity, Verdict, control, not_applicable


@control(
    title="Master user secret is encrypted with a customer-managed key",
    severity=Severity.MEDIUM,
    topic="password-management",
    source="rds-secrets-manager",
    remediation=(
        "Set masterUserSecretKmsKeyId to a customer-managed key; on a managed password that means turning "
        "manageMasterUserPassword off and on again."
    ),
)
def master_user_secret_cmk(database: DbCluster | DbInstance, stack: Stack) -> Verdict:
    if not database.manage_master_password.get(False):
        return not_applicable("RDS does not manage the master password")
    return customer_key(
        database.master_secret_kms_key_id, stack, "secretsmanager", "The secret is encrypted, but"
    )
