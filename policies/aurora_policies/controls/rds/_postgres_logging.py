"""What PostgreSQL logs, which the group of the database decides, or those of the cluster's members."""

from collections.abc import Callable

from ...model import Stack
from ...model.rds import ClusterParameterGroup, DbCluster, DbInstance, ParameterGroup
from ..control import PASS, Status, Verdict, decide, not_applicable, unknown
from ._members import members_of
from ._parameter_groups import Group, is_other_family, judge_through_group, off_by_default

Subject = DbCluster | DbInstance | ClusterParameterGroup | ParameterGroup


def judge_logging(subject: Subject, stack: Stack, judge: Callable[[Group], Verdict], what: str) -> Verdict:
    """Judge a database by the groups it names, or a group that no database of the stack names by itself.

    `what` is what the engine's default group leaves off.
    """
    if isinstance(subject, ClusterParameterGroup | ParameterGroup):
        return _judge_group(subject, stack, judge)
    if subject.engine.is_absent and isinstance(subject, DbInstance):
        return unknown("the engine, which its source decides, is not stated", subject.engine)
    if not subject.is_postgres_family:
        return not_applicable("only PostgreSQL has these parameters")
    verdict = decide(judge_through_group, subject, stack, judge, off_by_default(what))
    if isinstance(subject, DbCluster) and verdict.status is not Status.PASS:
        return _by_members(subject, stack, judge, verdict)
    return verdict


def _judge_group(group: Group, stack: Stack, judge: Callable[[Group], Verdict]) -> Verdict:
    if is_other_family(group) or not group.is_postgres_family:
        return not_applicable("only PostgreSQL has these parameters")
    users: tuple[DbCluster | DbInstance, ...] = (
        *stack.referrers(group, DbCluster, "dbClusterParameterGroupName"),
        *stack.referrers(group, DbInstance, "parameterGroupName", "dbParameterGroupName"),
    )
    if users:
        return not_applicable("the database that uses the group answers for it")
    if isinstance(group, ParameterGroup) and (group.family.get("") or "").lower().startswith("aurora"):
        return not_applicable("the group of the cluster answers for its members")
    return judge(group)


def _by_members(
    cluster: DbCluster, stack: Stack, judge: Callable[[Group], Verdict], otherwise: Verdict
) -> Verdict:
    """Pass where the group of every member passes, else `otherwise`; members override their cluster's group."""
    members, _ = members_of(cluster, stack)
    verdicts: list[Verdict] = []
    for member in members:
        reference = stack.follow(member.parameter_group, ParameterGroup)
        if reference.outside:
            verdicts.append(unknown(reference.outside_reason, member.parameter_group))
        elif not reference.found:
            return otherwise
        else:
            verdicts.extend(decide(judge, group) for group in reference.found)
    if not verdicts or any(verdict.status is Status.FAIL for verdict in verdicts):
        return otherwise
    return next((verdict for verdict in verdicts if verdict.status is Status.UNKNOWN), PASS)
