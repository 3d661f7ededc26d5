"""Aurora promotes the reader of the lowest tier. Readers of tier 0 and 1 are kept as large as the writer on
Serverless v2; one of a higher tier may be too small to take over.

Roles swap on a failover, so two members must be of tier 0 or 1, whichever of them writes today.
"""

from ...model import Stack
from ...model.rds import DbCluster
from ..control import PASS, Severity, Verdict, control, fail, not_applicable, unknown
from ._members import members_of

_HIGHEST = 1


@control(
    title="Cluster has a reader that is meant to take over",
    severity=Severity.LOW,
    topic="resilience",
    source="Concepts.AuroraHighAvailability",
    remediation="Set promotionTier of the writer and of one reader to 0 or 1; in place.",
)
def cluster_failover_tiers(cluster: DbCluster, stack: Stack) -> Verdict:
    members, undecided = members_of(cluster, stack)
    if len(members) < 2:
        if undecided:
            return unknown("whether other instances belong to the cluster is not known before the update")
        return not_applicable("the stack holds no reader of the cluster")
    tiers = [member.promotion_tier for member in members]
    known = [tier.get(0.0) for tier in tiers if not tier.is_unknown]
    ready = sum(tier <= _HIGHEST for tier in known)
    if ready >= 2:
        return PASS
    if ready + len(tiers) - len(known) >= 2:
        return unknown("the promotion tiers of the members are not known before the update")
    number = "One member" if ready else "No member"
    return fail(f"{number} of the cluster has `promotionTier` 0 or 1; the writer and one reader need it.")
