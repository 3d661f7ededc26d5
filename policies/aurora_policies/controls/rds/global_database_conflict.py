"""Serverless v1 and the burstable classes cannot take part in a global database."""

from ...model import Stack
from ...model.rds import ClusterInstance, DbCluster, GlobalCluster
from ..control import PASS, Severity, Verdict, control, each, fail, not_applicable


@control(
    title="Member of a global database is of a kind that can be",
    severity=Severity.LOW,
    topic="resilience",
    source="aurora-global-database-getting-started",
    remediation="Use provisioned or Serverless v2 members of a memory-optimized class; in place, with a failover.",
)
def global_database_conflict(cluster: DbCluster, stack: Stack) -> Verdict:
    if cluster.global_cluster.is_absent and not stack.referrers(
        cluster, GlobalCluster, "sourceDbClusterIdentifier"
    ):
        return not_applicable("not a member of a global database")
    if cluster.is_serverless_v1:
        return fail(f"`{cluster.engine_mode.path}` is serverless in a global database.", cluster.engine_mode)

    def judge(member: ClusterInstance) -> Verdict:
        kind = (member.instance_class.get("") or "").lower()
        if kind.startswith("db.t"):
            return fail(f"The member `{member.name}` is of the burstable class {kind}.")
        return PASS

    return each(stack.referrers(cluster, ClusterInstance, "clusterIdentifier", "dbClusterIdentifier"), judge)
