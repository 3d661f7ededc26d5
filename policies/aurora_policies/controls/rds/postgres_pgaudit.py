"""pgAudit logs who changed roles and tables without printing the passwords that log_statement would.

The cluster is judged by the group it names, and a group that no cluster of the stack names is judged by itself.
Each database needs `CREATE EXTENSION pgaudit` as well, which no stack shows.
"""

from ...model import Stack
from ...model.rds import ClusterParameterGroup, DbCluster
from ..control import Severity, Verdict, control, not_applicable
from ._parameter_groups import is_other_family, judge_through_group, off_by_default
from ._pgaudit import judge_pgaudit


@control(
    title="PostgreSQL cluster audits with pgAudit",
    severity=Severity.MEDIUM,
    topic="logging-and-monitoring",
    source="Appendix.PostgreSQL.CommonDBATasks.pgaudit",
    remediation=(
        "In the cluster parameter group add pgaudit to shared_preload_libraries and set pgaudit.log to ddl,role; "
        "in place, and the library counts after a restart."
    ),
    opt_in="It needs a restart and an extension in every database, and what it logs is billed.",
)
def postgres_pgaudit(subject: DbCluster | ClusterParameterGroup, stack: Stack) -> Verdict:
    if isinstance(subject, ClusterParameterGroup):
        if is_other_family(subject) or not subject.is_postgres_family:
            return not_applicable("only PostgreSQL has pgAudit")
        if stack.referrers(subject, DbCluster, "dbClusterParameterGroupName"):
            return not_applicable("the cluster that uses the group answers for it")
        return judge_pgaudit(subject)
    if not subject.is_postgres_family:
        return not_applicable("only PostgreSQL has pgAudit")
    return judge_through_group(subject, stack, judge_pgaudit, off_by_default("pgAudit"))
