"""The members of a cluster, as far as the stack holds them."""

from collections import defaultdict

from ...model import Stack
from ...model.autoscaling import ScalableTarget
from ...model.rds import ClusterInstance, DbCluster


def members_of(
    cluster: DbCluster, stack: Stack
) -> tuple[tuple[ClusterInstance, ...], tuple[ClusterInstance, ...]]:
    """Return the members of `cluster`, and those whose cluster is not known before the update."""
    return (
        stack.referrers(cluster, ClusterInstance, ClusterInstance.cluster),
        stack.undecided_referrers((DbCluster,), ClusterInstance, ClusterInstance.cluster),
    )


def cluster_of(member: ClusterInstance, stack: Stack) -> DbCluster | None:
    """Return the cluster of `member`, or None where the stack does not hold it."""
    reference = stack.follow(member.cluster, DbCluster)
    return reference.only() if reference.found else None


def fewest_scaled_readers(cluster: DbCluster, stack: Stack) -> float:
    """Return how many readers Application Auto Scaling keeps at least; the declared readers count among them."""
    by_name = stack.table(_targets_by_name)
    targets = [target for name in cluster.identities() for target in by_name.get(name, ())]
    targets += stack.referrers(cluster, ScalableTarget, ScalableTarget.resource_id)
    return max(
        (
            target.minimum.get(0.0)
            for target in targets
            if target.dimension.get("") == "rds:cluster:ReadReplicaCount"
        ),
        default=0.0,
    )


def _targets_by_name(stack: Stack) -> dict[str, list[ScalableTarget]]:
    """The targets of Application Auto Scaling by the cluster that their literal id names: `cluster:orders`."""
    found: dict[str, list[ScalableTarget]] = defaultdict(list)
    for target in stack.all(ScalableTarget):
        if not target.resource_id.is_unknown:
            found[target.resource_id.get("").removeprefix("cluster:")].append(target)
    return found
