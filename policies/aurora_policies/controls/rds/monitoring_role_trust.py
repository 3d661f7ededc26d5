"""Enhanced Monitoring writes its metrics as a role that RDS takes on: without one the API refuses an interval, and
without one that trusts RDS's monitoring nothing is ever written.

A member without an interval of its own follows its cluster, which is judged itself.
"""

from ...model import PolicyDocument, Stack
from ...model.iam import Role
from ...model.rds import ClusterInstance, DbCluster, DbInstance
from ..control import PASS, Severity, Verdict, control, fail, not_applicable, unknown

_SERVICE = "monitoring.rds"


def _trusts_monitoring(role: Role) -> bool:
    document = PolicyDocument.of(role.trust)
    return document is not None and any(
        statement.allows
        and statement.covers("sts:AssumeRole")
        and any(
            principal.service == _SERVICE or principal.kind == "*" or principal.id == "*"
            for principal in statement.principals
        )
        for statement in document.statements
    )


@control(
    title="Enhanced Monitoring has a role that trusts it",
    severity=Severity.MEDIUM,
    topic="logging-and-monitoring",
    source="USER_Monitoring.OS.Enabling",
    remediation=(
        "Set monitoringRoleArn to a role that monitoring.rds.amazonaws.com may assume, with the policy "
        "AmazonRDSEnhancedMonitoringRole; in place."
    ),
)
def monitoring_role_trust(database: DbCluster | ClusterInstance | DbInstance, stack: Stack) -> Verdict:
    if database.is_other_product:
        return not_applicable("Neptune and DocumentDB are not judged")
    interval, name = database.monitoring_interval, database.monitoring_role
    if interval.get(0) == 0:
        return not_applicable("Enhanced Monitoring is off, or its cluster's")
    if name.is_absent:
        return fail(f"`{interval.path}` is {interval.shown()}, but `{name.path}` is not set.", name)
    reference = stack.follow(name, Role)
    if not reference.found:
        return unknown(reference.outside_reason, name)
    if any(_trusts_monitoring(role) for role in reference.found):
        return PASS
    return fail(
        f"`{name.path}` is a role that monitoring.rds.amazonaws.com may not assume, so nothing is measured.",
        name,
    )
