"""Unless the server insists, a client that forgets TLS sends password and data in the clear.

The parameter group of the cluster decides. The cluster is judged by the group it names, and a group that no
cluster of the stack names is judged by itself. Aurora PostgreSQL insists by default from version 17 on, Aurora
MySQL from 8.4.
"""

from ...model import Stack
from ...model.rds import ClusterParameterGroup, DbCluster
from ..control import Severity, Verdict, control, not_applicable
from ._parameter_groups import is_other_family, judge_through_group
from ._tls import judge_default, judge_group


@control(
    title="Cluster refuses connections without TLS",
    severity=Severity.HIGH,
    topic="data-protection",
    source="UsingWithRDS.SSL",
    remediation=(
        "In the cluster parameter group set require_secure_transport to ON (MySQL) or rds.force_ssl to 1 "
        "(PostgreSQL), and name the group on the cluster; in place. Clients without TLS are then refused."
    ),
)
def tls_required_cluster(subject: DbCluster | ClusterParameterGroup, stack: Stack) -> Verdict:
    if isinstance(subject, ClusterParameterGroup):
        if is_other_family(subject):
            return not_applicable("Neptune and DocumentDB are not judged")
        if stack.referrers(subject, DbCluster, "dbClusterParameterGroupName"):
            return not_applicable("the cluster that uses the group answers for it")
        return judge_group(subject)
    return judge_through_group(subject, stack, judge_group, lambda reason: judge_default(subject, reason))
