"""Backtracking is for Aurora MySQL alone, and neither for a global database nor for a replica of another Region."""

from ...model.rds import DbCluster
from ..control import PASS, Severity, Verdict, control, fail, not_applicable


@control(
    title="Backtracking is only asked for where it is supported",
    severity=Severity.LOW,
    topic="resilience",
    source="AuroraMySQL.Managing.Backtrack",
    remediation="Leave out backtrackWindow; in place.",
)
def backtrack_conflict(cluster: DbCluster) -> Verdict:
    window = cluster.backtrack_window
    if window.get(0) == 0:
        return not_applicable("backtracking is off")
    if cluster.is_postgres_family or cluster.is_multi_az_cluster:
        return fail(f"`{window.path}` is {window.shown()}; only Aurora MySQL can backtrack.", window)
    if cluster.global_cluster.is_set:
        return fail(f"`{window.path}` is {window.shown()} in a member of a global database.", window)
    if cluster.is_replica:
        return fail(f"`{window.path}` is {window.shown()} on a replica.", window)
    if window.get(0) > 259200:
        return fail(f"`{window.path}` is {window.shown()}; the longest is 259200 seconds (72 hours).", window)
    return PASS
