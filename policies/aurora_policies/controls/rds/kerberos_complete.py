"""Kerberos takes a directory and the role that asks it; with one of them the cluster does not join."""

from ...model.rds import DbCluster
from ..control import PASS, Severity, Verdict, control, fail, not_applicable


@control(
    title="Kerberos authentication has both a directory and a role",
    severity=Severity.LOW,
    topic="authentication",
    source="postgresql-kerberos-setting-up",
    remediation="Set both domain and domainIamRoleName, or neither; in place.",
)
def kerberos_complete(cluster: DbCluster) -> Verdict:
    domain, role = cluster.domain, cluster.domain_role
    if domain.is_absent and role.is_absent:
        return not_applicable("the cluster is in no directory")
    if domain.is_absent or role.is_absent:
        missing, given = (domain, role) if domain.is_absent else (role, domain)
        return fail(f"`{given.path}` is set without `{missing.path}`.", missing)
    return PASS
