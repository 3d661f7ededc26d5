"""An activity stream that AWS does not support never starts, and what it was to record is recorded nowhere."""

from ...model import Stack
from ...model.rds import ActivityStream, ClusterInstance, ClusterParameterGroup, DbCluster
from ..control import PASS, Severity, Verdict, all_of, control, each, fail, not_applicable


def _members(cluster: DbCluster, stack: Stack) -> Verdict:
    def judge(member: ClusterInstance) -> Verdict:
        kind = (member.instance_class.get("") or "").lower()
        if kind == "db.serverless" or kind.startswith("db.t"):
            return fail(f"The member `{member.name}` is of the class {kind}, which has no activity stream.")
        return PASS

    return each(stack.referrers(cluster, ClusterInstance, "clusterIdentifier", "dbClusterIdentifier"), judge)


def _babelfish(cluster: DbCluster, stack: Stack) -> Verdict:
    for group in stack.follow(cluster.parameter_group, ClusterParameterGroup).found:
        if (group.parameter("rds.babelfish_status").get("") or "").lower() == "on":
            return fail(f"`{group.name}` turns on Babelfish, which has no activity stream.")
    return PASS


@control(
    title="Activity stream is only asked for where it is supported",
    severity=Severity.MEDIUM,
    topic="logging-and-monitoring",
    source="DBActivityStreams.Overview",
    remediation="Use provisioned classes other than T, and async on Aurora MySQL; a mode is a replacement.",
)
def activity_stream_conflict(stream: ActivityStream, stack: Stack) -> Verdict:
    cluster: DbCluster | None = stack.follow(stream.cluster, DbCluster).only()
    if cluster is None:
        return not_applicable("the stream names no cluster")
    if cluster.is_serverless_v1:
        return fail("Serverless v1 has no activity stream.", stream.cluster)

    def mode() -> Verdict:
        if cluster.is_mysql_family and (stream.mode.get("") or "").lower() == "sync":
            return fail(f"`{stream.mode.path}` is sync; Aurora MySQL has async only.", stream.mode)
        return PASS

    return all_of(mode, lambda: _members(cluster, stack), lambda: _babelfish(cluster, stack))
