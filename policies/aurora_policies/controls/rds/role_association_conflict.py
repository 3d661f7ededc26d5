"""A cluster's list of roles and roles associated one by one each take away what the other gave."""

from ...model import Stack
from ...model.rds import ClusterRoleAssociation, DbCluster
from ..control import PASS, Severity, Verdict, control, fail, not_applicable

_MOST_ROLES = 5


@control(
    title="Cluster's roles are given in one way, and are five at most",
    severity=Severity.LOW,
    topic="iam",
    source="AuroraMySQL.Integrating.Authorizing.IAM.AddRoleToDBCluster",
    remediation="Leave out iamRoles and use ClusterRoleAssociation alone; in place.",
)
def role_association_conflict(cluster: DbCluster, stack: Stack) -> Verdict:
    roles = cluster.iam_roles
    associated = stack.referrers(cluster, ClusterRoleAssociation, "dbClusterIdentifier")
    if roles.is_absent and not associated:
        return not_applicable("the cluster has no role")
    if roles.is_set and associated and roles.path not in cluster.resource.options.ignore_changes:
        return fail(f"`{roles.path}` and {len(associated)} role associations both give roles.", roles)
    count = len(associated) + (len(list(roles.items())) if roles.is_set and not associated else 0)
    if count > _MOST_ROLES:
        return fail(f"The cluster has {count} roles; AWS allows {_MOST_ROLES}.", roles)
    return PASS
