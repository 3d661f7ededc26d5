"""An activity stream is an audit log out of the reach of the database's own administrators."""

from ...model import Stack
from ...model.rds import ActivityStream, DbCluster
from ..control import PASS, Severity, Verdict, control, fail, not_applicable, unknown
from ._members import members_of


def _has_no_streams(instance_class: str) -> bool:
    return instance_class.startswith("db.t") or instance_class == "db.serverless"


@control(
    title="Cluster has a database activity stream",
    severity=Severity.LOW,
    topic="logging-and-monitoring",
    source="DBActivityStreams",
    remediation=(
        "Add a ClusterActivityStream with a customer-managed key, and a consumer of its Kinesis stream; "
        "starting one restarts the cluster."
    ),
    opt_in="The Kinesis stream is billed, and starting it restarts the cluster.",
)
def activity_stream_enabled(cluster: DbCluster, stack: Stack) -> Verdict:
    if stack.referrers(cluster, ActivityStream, "resourceArn"):
        return PASS
    if cluster.is_native:
        return not_applicable("aws-native has no activity stream")
    if cluster.is_serverless_v1 or cluster.is_multi_az_cluster:
        return not_applicable("the cluster cannot have an activity stream")
    members, _ = members_of(cluster, stack)
    classes = [member.instance_class for member in members]
    if any(_has_no_streams(kind.get("") or "") for kind in classes if not kind.is_unknown):
        return not_applicable("the class of its members has no activity stream")
    for stream in stack.undecided_referrers((DbCluster,), ActivityStream, ActivityStream.cluster):
        return unknown("whose the activity stream is, is not known before the update", stream.cluster)
    return fail(f"No activity stream of this stack belongs to the cluster `{cluster.name}`.")
