"""A password that RDS makes, keeps in Secrets Manager and rotates is in no program, no state and no one's head."""

from ...model.rds import DbCluster, DbInstance
from ..control import PASS, Severity, Verdict, control, fail, not_applicable


@control(
    title="RDS manages the master password in Secrets Manager",
    severity=Severity.MEDIUM,
    topic="password-management",
    source="rds-secrets-manager",
    remediation="Set manageMasterUserPassword to true and leave out the password; in place.",
)
def managed_master_password(database: DbCluster | DbInstance) -> Verdict:
    if isinstance(database, DbCluster) and database.is_serverless_v1:
        return not_applicable("RDS cannot manage the password of Serverless v1")
    if database.master_authentication_type.get("") == "iam-db-auth":
        return PASS  # the master user has no password
    if database.manage_master_password.get(False):
        return PASS
    if isinstance(database, DbCluster) and database.global_cluster.is_set:
        return not_applicable("RDS cannot manage the password of a member of a global database")
    if database.inherits_credentials and not _gives_password(database):
        return PASS  # the source's credentials
    return fail(
        f"`{database.manage_master_password.path}` is not true: someone else makes the password and keeps it.",
        database.manage_master_password,
    )


def _gives_password(database: DbCluster | DbInstance) -> bool:
    given = [database.master_password]
    if not database.is_native:
        given.append(database.master_password_wo)
    return any(password.is_set for password in given)
