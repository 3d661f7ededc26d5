"""Who a cluster is shared with can clone it, and so has all its data; outside of the organization nobody should."""

import re

from ...model import Stack
from ...model.ram import ResourceAssociation, ResourceShare
from ...model.rds import DbCluster
from ..control import Severity, Verdict, control, is_false, not_applicable, unknown

_CLUSTER_ARN = re.compile(r"arn:[^:]*:rds:[^:]*:[^:]*:cluster:.+")


def _shares_a_cluster(association: ResourceAssociation, stack: Stack) -> bool | None:
    """Whether it shares a cluster; None where that is not known before the update."""
    if stack.follow(association.shared, DbCluster).found:
        return True
    if association.resource.property_dependencies.get(association.shared.path):
        return False  # computed from something of the stack that is not a cluster
    if association.shared.is_unknown:
        return None
    return _CLUSTER_ARN.fullmatch(association.shared.get("")) is not None


@control(
    title="Cluster is shared within the organization only",
    severity=Severity.MEDIUM,
    topic="resilience",
    source="Aurora.Managing.Clone",
    remediation="Set allowExternalPrincipals of the resource share to false; in place.",
)
def clone_sharing_restricted(association: ResourceAssociation, stack: Stack) -> Verdict:
    shares = _shares_a_cluster(association, stack)
    if shares is None:
        return unknown("what is shared is not known before the update", association.shared)
    if not shares:
        return not_applicable("what is shared is no DB cluster")
    share = stack.follow(association.share, ResourceShare).only()
    if share is None:
        return not_applicable("it belongs to no resource share")
    return is_false(share.external_principals)
