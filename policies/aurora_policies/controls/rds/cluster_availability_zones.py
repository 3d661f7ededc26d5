"""Aurora storage is always in three zones: name fewer, and the next update wants to replace the cluster."""

from ...model.rds import DbCluster
from ..control import PASS, Severity, Verdict, control, fail

_ZONES = 3


@control(
    title="DB cluster names three Availability Zones, or none",
    severity=Severity.MEDIUM,
    topic="resilience",
    source="Concepts.AuroraHighAvailability",
    remediation="Leave out availabilityZones, or add it to ignoreChanges; changing it replaces the cluster.",
)
def cluster_availability_zones(cluster: DbCluster) -> Verdict:
    zones = cluster.availability_zones
    if zones.is_absent or "availabilityZones" in cluster.resource.options.ignore_changes:
        return PASS
    count = len(list(zones.items()))
    if count >= _ZONES:
        return PASS
    return fail(
        f"`{zones.path}` names {count}; AWS takes {_ZONES}, and the difference is a replacement.", zones
    )
