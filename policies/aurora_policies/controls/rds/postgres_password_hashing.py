"""PostgreSQL hashes passwords with SCRAM from version 14 on; MD5 hashes can be replayed and are soon reversed.

An MD5 hash stays one until its password is set anew.
"""

from ...model.rds import ClusterParameterGroup, ParameterGroup
from ..control import Severity, Verdict, control, fail, not_applicable, passed

_FIRST_WITH_SCRAM = 14


@control(
    title="PostgreSQL hashes passwords with SCRAM",
    severity=Severity.MEDIUM,
    topic="password-management",
    source="Appendix.PostgreSQL.CommonDBATasks.Roles",
    remediation="Set password_encryption to scram-sha-256; in place, and it counts for passwords set from then on.",
)
def postgres_password_hashing(group: ClusterParameterGroup | ParameterGroup) -> Verdict:
    if not group.is_postgres_family:
        return not_applicable("only PostgreSQL has the choice")
    hashing = group.parameter("password_encryption")
    if hashing.is_absent:
        if isinstance(group, ParameterGroup) and (group.family.get("") or "").startswith("aurora"):
            return not_applicable("the cluster's parameter group decides")
        if 0 < group.family_major < _FIRST_WITH_SCRAM:
            return fail("password_encryption is not set (the default is md5).", hashing)
        return passed()
    if (hashing.get("") or "").strip().lower() == "scram-sha-256":
        return passed()
    return fail(f"password_encryption is {hashing.shown()}; it must be scram-sha-256.", hashing)
