"""Auditing that leaves out the admin user misses who can do the most, and an upload without a role uploads nothing."""

from ...model import Stack
from ...model.rds import ClusterParameterGroup, DbCluster
from ..control import PASS, Severity, Verdict, all_of, control, each, fail, not_applicable, unknown
from ._parameter_groups import is_on

_LONGEST = 1024


def _judge(cluster: DbCluster, group: ClusterParameterGroup) -> Verdict:
    excluded, included = (
        group.parameter("server_audit_excl_users"),
        group.parameter("server_audit_incl_users"),
    )

    def admin() -> Verdict:
        if excluded.is_absent or included.is_set or cluster.master_username.is_absent:
            return PASS  # a user on both lists is audited
        users = {user.strip() for user in (excluded.get("") or "").split(",")}
        if cluster.master_username.get("") in users:
            return fail("`server_audit_excl_users` leaves the admin user of the cluster out.", excluded)
        return PASS

    def length() -> Verdict:
        for users in (excluded, included):
            if not users.is_unknown and len(users.get("") or "") > _LONGEST:
                return fail(f"`{users.path}` is longer than {_LONGEST} characters.", users)
        return PASS

    def upload() -> Verdict:
        switch = group.parameter("server_audit_logs_upload")
        if is_on(switch) and group.parameter("aws_default_logs_role").is_absent:
            return fail(
                "`server_audit_logs_upload` is on, but `aws_default_logs_role` names no role.", switch
            )
        return PASS

    return all_of(admin, length, upload)


@control(
    title="Aurora MySQL's audit log leaves nobody out and gets where it should",
    severity=Severity.MEDIUM,
    topic="logging-and-monitoring",
    source="AuroraMySQL.Auditing",
    remediation=(
        "Take the admin user off server_audit_excl_users, and export the audit log by "
        "enabledCloudwatchLogsExports instead of server_audit_logs_upload; in place."
    ),
)
def aurora_mysql_audit_conflict(cluster: DbCluster, stack: Stack) -> Verdict:
    if not (cluster.is_aurora and cluster.is_mysql_family):
        return not_applicable("only Aurora MySQL has these parameters")
    name = cluster.parameter_group
    if name.is_absent or (not name.is_unknown and (name.get("") or "").lower().startswith("default.")):
        return not_applicable("the default group leaves nobody out")
    reference = stack.follow(name, ClusterParameterGroup)
    if not reference.found:
        return unknown(reference.outside_reason, name)
    return each(reference.found, lambda group: _judge(cluster, group))
