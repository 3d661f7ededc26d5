"""The members of a cluster, as far as the stack holds them."""

from ...model import Stack
from ...model.autoscaling import ScalableTarget
from ...model.rds import ClusterInstance, DbCluster


def members_of(cluster: DbCluster, stack: Stack) -> tuple[list[ClusterInstance], list[ClusterInstance]]:
    """Return the members of `cluster`, and those whose cluster is not known before the update."""
    members: list[ClusterInstance] = []
    undecided: list[ClusterInstance] = []
    for member in stack.all(ClusterInstance):
        reference = stack.follow(member.cluster, DbCluster)
        if any(found.urn == cluster.urn for found in reference.found):
            members.append(member)
        elif not reference.found and member.cluster.is_unknown:
            undecided.append(member)
    return members, undecided


def cluster_of(member: ClusterInstance, stack: Stack) -> DbCluster | None:
    """Return the cluster of `member`, or None where the stack does not hold it."""
    found = stack.follow(member.cluster, DbCluster).found
    return found[0] if found else None


def fewest_scaled_readers(cluster: DbCluster, stack: Stack) -> float:
    """Return how many readers Application Auto Scaling keeps at least; the declared readers count among them."""
    least = 0.0
    for target in stack.all(ScalableTarget):
        if target.dimension.get("") == "rds:cluster:ReadReplicaCount" and _scales(target, cluster, stack):
            least = max(least, target.minimum.get(0.0))
    return least


def _scales(target: ScalableTarget, cluster: DbCluster, stack: Stack) -> bool:
    name = target.resource_id
    if not name.is_unknown and name.get("").removeprefix("cluster:") in cluster.identities():
        return True
    return any(found.urn == cluster.urn for found in stack.follow(name, DbCluster).found)
