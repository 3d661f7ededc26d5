"""Exporting the audit log exports nothing unless the cluster's parameters switch auditing on and name its events.

The cluster is judged by the group it names, and a group that no cluster of the stack names is judged by itself.
"""

from dataclasses import dataclass

from ...model import Stack
from ...model.rds import ClusterParameterGroup, DbCluster
from ..control import PASS, Severity, Verdict, all_of, control, fail, not_applicable, setting
from ._parameter_groups import Group, is_on, judge_through_group, off_by_default

_EVENTS = ("CONNECT", "QUERY", "QUERY_DCL", "QUERY_DDL", "QUERY_DML", "TABLE")


@dataclass(frozen=True)
class AuditEvents:
    required_events: tuple[str, ...] = setting(
        (),
        "Events that server_audit_events must name; without any it must name at least one.",
        choices=_EVENTS,
        strict=("CONNECT", "QUERY_DCL", "QUERY_DDL"),
    )


def _logging(group: Group) -> Verdict:
    switch = group.parameter("server_audit_logging")
    if is_on(switch):
        return PASS
    state = f"is {switch.shown()}" if switch.is_set else "is not set (the default is 0)"
    return fail(f"`server_audit_logging` {state}; it must be 1.", switch)


def _events(group: Group, required: tuple[str, ...]) -> Verdict:
    events = group.parameter("server_audit_events")
    named = {event.strip().upper() for event in (events.get("") or "").split(",") if event.strip()}
    if not named & set(_EVENTS):
        state = f"is {events.shown()}" if events.is_set else "is not set"
        return fail(f"`server_audit_events` {state}, so nothing is audited.", events)
    covered = named | {"QUERY_DCL", "QUERY_DDL", "QUERY_DML"} if "QUERY" in named else named
    missing = [event for event in required if event not in covered]
    if missing:
        return fail(f"`server_audit_events` is {events.shown()}; it lacks {', '.join(missing)}.", events)
    return PASS


def _users(group: Group) -> Verdict:
    included = group.parameter("server_audit_incl_users")
    if not (included.get("") or "").strip():
        return PASS
    return fail(f"`server_audit_incl_users` is {included.shown()}, so nobody else is audited.", included)


@control(
    title="Aurora MySQL must audit every user",
    severity=Severity.MEDIUM,
    topic="logging-and-monitoring",
    source="AuroraMySQL.Auditing",
    remediation=(
        "In the cluster parameter group set server_audit_logging to 1 and server_audit_events to "
        "CONNECT,QUERY_DCL,QUERY_DDL, leave out server_audit_incl_users, and name the group on the cluster; in place, "
        "without a restart."
    ),
)
def aurora_mysql_audit_parameters(
    subject: DbCluster | ClusterParameterGroup, stack: Stack, settings: AuditEvents
) -> Verdict:
    def judge(group: Group) -> Verdict:
        return all_of(
            lambda: _logging(group),
            lambda: _events(group, settings.required_events),
            lambda: _users(group),
        )

    if isinstance(subject, ClusterParameterGroup):
        if not (subject.family.get("") or "").lower().startswith("aurora-mysql"):
            return not_applicable("only Aurora MySQL has these parameters")
        if stack.referrers(subject, DbCluster, "dbClusterParameterGroupName"):
            return not_applicable("the cluster that uses the group answers for it")
        return judge(subject)
    if not (subject.is_aurora and subject.is_mysql_family):
        return not_applicable("only Aurora MySQL has these parameters")
    return judge_through_group(subject, stack, judge, off_by_default("`server_audit_logging`"))
