"""Who was connected, from where and for how long, is the first question after an incident."""

from ...model import Stack
from ...model.rds import ClusterParameterGroup, DbCluster, DbInstance, ParameterGroup
from ..control import PASS, Severity, Verdict, control, each, fail
from ._parameter_groups import Group
from ._postgres_logging import judge_logging

_OFF = ("", "0", "off", "false", "no")


def _judge(group: Group) -> Verdict:
    def is_logged(name: str) -> Verdict:
        parameter = group.parameter(name)
        # From version 18 on log_connections takes a list of what to log.
        if (parameter.get("") or "").strip().lower() not in _OFF:
            return PASS
        state = f"is {parameter.shown()}" if parameter.is_set else "is not set (the default is off)"
        return fail(f"`{name}` {state}; it must be 1.", parameter)

    return each(("log_connections", "log_disconnections"), is_logged)


@control(
    title="PostgreSQL logs connections",
    severity=Severity.LOW,
    topic="logging-and-monitoring",
    source="USER_LogAccess.Concepts.PostgreSQL",
    remediation="In the parameter group set log_connections and log_disconnections to 1; in place.",
    opt_in="Applications that connect often fill the log, which is billed.",
)
def postgres_connection_logging(
    subject: DbCluster | DbInstance | ClusterParameterGroup | ParameterGroup, stack: Stack
) -> Verdict:
    return judge_logging(subject, stack, _judge, "connection logging")
