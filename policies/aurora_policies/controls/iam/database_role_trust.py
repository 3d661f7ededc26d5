"""A role that a database or proxy uses must be trusted to the service that uses it, or the update fails half-way.

Which service that is differs: `rds` for clusters and proxies, `export.rds` for exports. That of Enhanced Monitoring
is rds-monitoring-role-trust's to judge.
"""

from typing import Any

from ...model import Stack, Value
from ...model.iam import Role
from ...model.rds import ClusterRoleAssociation, DbCluster, DbProxy, ExportTask
from ..control import PASS, Scope, Severity, Verdict, control, each, fail, not_applicable, unknown


def _judge(name: Value[Any], service: str, stack: Stack) -> Verdict:
    if name.is_absent:
        return PASS
    roles = stack.follow(name, Role)
    if not roles.found:
        return unknown(roles.outside_reason, name)

    def judge_role(role: Role) -> Verdict:
        if role.is_trusted_to(service):
            return PASS
        return fail(f"Role {role.name} in `{name.path}` is not trusted to {service}.amazonaws.com.", name)

    return each(roles.found, judge_role)


@control(
    title="Role of a database is trusted to the service that uses it",
    severity=Severity.MEDIUM,
    scope=Scope.DATABASE,
    topic="iam",
    source="AuroraMySQL.Integrating.Authorizing.IAM.CreateRole",
    remediation="Allow the service sts:AssumeRole in the role's trust policy; the change is in place.",
)
def database_role_trust(
    user: ClusterRoleAssociation | DbCluster | DbProxy | ExportTask, stack: Stack
) -> Verdict:
    names = user.role_arns() if isinstance(user, DbCluster) else (user.role,)
    if not names:
        return not_applicable("it has no role")
    service = "export.rds" if isinstance(user, ExportTask) else "rds"
    return each(names, lambda name: _judge(name, service, stack))
