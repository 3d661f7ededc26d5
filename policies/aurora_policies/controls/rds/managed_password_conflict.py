"""RDS refuses to manage the master password beside a given one, in a global database and on a replica."""

from ...model.rds import DbCluster, DbInstance
from ..control import PASS, Severity, Verdict, control, fail, not_applicable


@control(
    title="Managed master password stands alone and is supported",
    severity=Severity.MEDIUM,
    topic="password-management",
    source="rds-secrets-manager",
    remediation=(
        "Leave out the other password; in a global database, a replica or Serverless v1 leave out "
        "manageMasterUserPassword and keep the password in a secret of your own. Nothing is replaced."
    ),
)
def managed_password_conflict(database: DbCluster | DbInstance) -> Verdict:
    managed = database.manage_master_password
    if not managed.get(False):
        return not_applicable("RDS does not manage the master password")
    given = [database.master_password, *([] if database.is_native else [database.master_password_wo])]
    for password in given:
        if password.is_set:
            return fail(f"`{password.path}` is given beside `{managed.path}`.", password)
    if isinstance(database, DbCluster):
        if database.global_cluster.is_set:
            return fail(f"`{managed.path}` is true in a member of a global database.", managed)
        if database.is_replica:
            return fail(
                f"`{managed.path}` is true on a replica, which has its source's master user.", managed
            )
        if database.is_serverless_v1:
            return fail(f"`{managed.path}` is true on Serverless v1.", managed)
    return PASS
