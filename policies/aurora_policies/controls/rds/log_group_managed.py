"""RDS makes the group of an exported log by itself, kept for ever and without your key, unless it is there before.

Its name is fixed: `/aws/rds/cluster/<identifier>/<log>`. The stack makes it first, with a retention and a key.
"""

from ...model import Stack, Value, to_text
from ...model.log_group import LogGroup
from ...model.rds import DbCluster
from ..control import PASS, Severity, Verdict, all_of, control, each, fail, not_applicable, unknown


def _judge_group(group: LogGroup) -> Verdict:
    def retention() -> Verdict:
        if group.retention.get(0) > 0:
            return PASS
        return fail(f"Log group {group.name} has no `retentionInDays`: it is kept for ever.")

    def key() -> Verdict:
        if group.kms_key_id.is_set:
            return PASS
        return fail(f"Log group {group.name} has no `kmsKeyId`: the key is AWS's.")

    return all_of(retention, key)


def _has_undecided(cluster: DbCluster, stack: Stack) -> bool:
    """Whether a group whose name is not known yet may be one of the cluster's."""
    return bool(stack.undecided_referrers((DbCluster,), LogGroup, LogGroup.group_name)) or any(
        group.group_name.is_unknown for group in stack.referrers(cluster, LogGroup, LogGroup.group_name)
    )


@control(
    title="Groups of exported logs are made by the stack, with a retention and a key",
    severity=Severity.MEDIUM,
    topic="logging-and-monitoring",
    source="USER_LogAccess.Procedural.UploadtoCloudWatch",
    remediation=(
        "Make a LogGroup named /aws/rds/cluster/<clusterIdentifier>/<log> for each exported log, with "
        "retentionInDays and kmsKeyId, and let the cluster depend on it. One that RDS has made must be imported."
    ),
)
def log_group_managed(cluster: DbCluster, stack: Stack) -> Verdict:
    exports, identifier = cluster.log_exports, cluster.identifier
    if exports.is_absent:
        return not_applicable("no log is exported")
    undecided = _has_undecided(cluster, stack)
    if identifier.is_absent:
        if undecided:
            return unknown("whether a log group is the cluster's is not known before the update", identifier)
        return fail(
            f"`{identifier.path}` is not set, so the groups of `{exports.path}` cannot be made before RDS does.",
            identifier,
        )
    prefix = f"/aws/rds/cluster/{identifier.get('')}/"

    def judge(log: Value[str]) -> Verdict:
        name = f"{prefix}{log.as_(to_text).get('')}"
        if found := stack.named(LogGroup, name, cluster):
            return each(found, _judge_group)
        if undecided:
            return unknown(f"whether a log group is {name} is not known before the update", exports)
        return fail(
            f"No log group of this stack is {name}, so RDS makes it without retention and key.", exports
        )

    return each(exports.items(), judge)
