"""With a reader in another Availability Zone a failover takes seconds; without one Aurora has to build an instance.

Storage is in three zones always, so `availabilityZones` of the cluster says nothing about it: its members do.
"""

from collections.abc import Sequence

from ...model import Stack
from ...model.rds import ClusterInstance, DbCluster
from ..control import PASS, Severity, Verdict, control, fail, not_applicable, passed, unknown
from ._members import fewest_scaled_readers, members_of


def _spread(members: Sequence[ClusterInstance]) -> Verdict:
    zones = [member.availability_zone for member in members]
    known = {zone.get() for zone in zones if zone.is_set and not zone.is_unknown}
    if len(known) > 1 or any(zone.is_absent for zone in zones):
        return PASS  # Aurora places an instance that names no zone away from the others
    if any(zone.is_unknown for zone in zones):
        return unknown("the zones of the members are not known before the update")
    return fail(f'Every member has `availabilityZone` "{known.pop()}"; a failover needs another zone.')


@control(
    title="Aurora cluster has instances in two Availability Zones",
    severity=Severity.MEDIUM,
    topic="resilience",
    source="Concepts.AuroraHighAvailability",
    remediation=(
        "Add a ClusterInstance without availabilityZone, or with another one than the writer's; "
        "it is billed like the writer."
    ),
)
def cluster_multi_az(cluster: DbCluster, stack: Stack) -> Verdict:
    if cluster.is_serverless_v1:
        return not_applicable("AWS places the capacity of Serverless v1")
    if cluster.is_multi_az_cluster:
        return passed()
    members, undecided = members_of(cluster, stack)
    count = max(len(members), 1 + fewest_scaled_readers(cluster, stack)) if members else 0
    if count >= 2:
        return _spread(members) if len(members) == count else passed()
    if undecided:
        return unknown("whether other instances belong to the cluster is not known before the update")
    if not members and (cluster.is_global_secondary or cluster.is_replica):
        return unknown("a secondary without instances gets them when it takes over")
    number = "one instance" if members else "no instance"
    return fail(f"The cluster has {number} in this stack; a failover needs one in another Availability Zone.")
