"""Backtracking winds Aurora MySQL back in place within minutes, where a restore makes a new cluster in hours."""

from ...model.rds import DbCluster
from ..control import Severity, Verdict, at_least, control, not_applicable


@control(
    title="Aurora MySQL cluster can be backtracked",
    severity=Severity.LOW,
    topic="resilience",
    source="AuroraMySQL.Managing.Backtrack",
    remediation="Set backtrackWindow to as many seconds as needed, up to 259200; only when the cluster is made.",
    opt_in="change records are billed, and it excludes global databases and binary log replication",
)
def aurora_mysql_backtrack(cluster: DbCluster) -> Verdict:
    if not cluster.is_aurora_mysql or cluster.is_serverless_v1:
        return not_applicable("only provisioned and Serverless v2 Aurora MySQL can be backtracked")
    if cluster.global_cluster.is_set or cluster.is_replica:
        return not_applicable("global databases and replicas cannot be backtracked")
    return at_least(cluster.backtrack_window, 1, absent=0)
