"""RDS writes the metrics of the operating system as a role, which must let it: else Enhanced Monitoring stays off.

The update fails where the role is not trusted to `monitoring.rds.amazonaws.com`, which is another principal than
the `rds.amazonaws.com` of most RDS roles. A role trusted to more than that is judged by the IAM controls.
"""

from ...model import Stack
from ...model.iam import Role
from ...model.rds import ClusterInstance, DbCluster, DbInstance
from ..control import PASS, Severity, Verdict, control, each, fail, not_applicable, unknown
from ._members import cluster_of

_SERVICE = "monitoring.rds"


def _judge_role(role: Role) -> Verdict:
    if role.is_trusted_to(_SERVICE):
        return PASS
    return fail(
        f"Role {role.name} is not trusted to {_SERVICE}.amazonaws.com: its `{role.trust.path}` must allow "
        "that service sts:AssumeRole.",
        "monitoringRoleArn",
    )


@control(
    title="Enhanced Monitoring has a role that RDS can take on",
    severity=Severity.MEDIUM,
    topic="logging-and-monitoring",
    source="USER_Monitoring.OS.Enabling",
    remediation=(
        "Allow the service monitoring.rds.amazonaws.com sts:AssumeRole in the role's trust policy, attach "
        "AmazonRDSEnhancedMonitoringRole, and name the role as monitoringRoleArn; in place."
    ),
)
def monitoring_role_trust(database: DbCluster | ClusterInstance | DbInstance, stack: Stack) -> Verdict:
    interval, name = database.monitoring_interval, database.monitoring_role
    if not interval.is_unknown and interval.get(0) == 0:
        return not_applicable("it does not switch Enhanced Monitoring on")
    if name.is_absent:
        if interval.is_unknown:
            return unknown(f"`{interval.path}` is not known before the update", interval)
        if isinstance(database, ClusterInstance):
            cluster = cluster_of(database, stack)
            if cluster is not None and cluster.monitoring_role.is_set:
                return not_applicable("its cluster names the role")
        return fail(
            f"`{interval.path}` is {interval.shown()} but `{name.path}` is not set, which the API refuses.",
            name,
        )
    roles = stack.follow(name, Role)
    return each(roles.found, _judge_role) if roles.found else unknown(roles.outside_reason, name)
