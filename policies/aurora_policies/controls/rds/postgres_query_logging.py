"""What was changed can only be told afterwards if it was logged: statements by log_statement, or by pgAudit.

pgAudit is the better choice, since log_statement prints passwords and personal data with the statement.
"""

from ...model import Stack
from ...model.rds import ClusterParameterGroup, DbCluster, DbInstance, ParameterGroup
from ..control import PASS, Severity, Status, Verdict, control, fail
from ._parameter_groups import Group
from ._pgaudit import judge_pgaudit
from ._postgres_logging import judge_logging


def _judge(group: Group) -> Verdict:
    audit = judge_pgaudit(group)
    if audit.status is Status.PASS:
        return PASS
    statement = group.parameter("log_statement")
    if (statement.get("") or "").strip().lower() in ("ddl", "mod", "all"):
        return PASS
    if audit.status is Status.UNKNOWN:
        return audit
    state = f"is {statement.shown()}" if statement.is_set else "is not set (the default is none)"
    return fail(f"`log_statement` {state} and pgAudit is off: no statement is logged.", statement)


@control(
    title="PostgreSQL logs statements",
    severity=Severity.LOW,
    topic="logging-and-monitoring",
    source="USER_LogAccess.Concepts.PostgreSQL",
    remediation=(
        "In the parameter group load pgaudit and set pgaudit.log to ddl,role, or set log_statement to ddl; "
        "in place, and the library counts after a restart."
    ),
)
def postgres_query_logging(
    subject: DbCluster | DbInstance | ClusterParameterGroup | ParameterGroup, stack: Stack
) -> Verdict:
    return judge_logging(subject, stack, _judge, "statement logging")
