"""A value in an instance's parameter group wins over the cluster's: one member can stop asking for TLS or logging."""

import re
from collections.abc import Callable

from ...model import Stack
from ...model.rds import ClusterInstance, ClusterParameterGroup, DbCluster, ParameterGroup
from ..control import PASS, Severity, Verdict, control, each, fail


def _is_off(value: str) -> bool:
    return value.strip().lower() in ("0", "off", "false", "no", "disabled")


def _is_old_tls(value: str) -> bool:
    return bool(re.search(r"tlsv1(\.1)?\s*(,|$)", value.strip().lower()))


def _audits_nothing(value: str) -> bool:
    return value.strip().lower() in ("", "none")


def _lacks_pgaudit(value: str) -> bool:
    return "pgaudit" not in [item.strip().lower() for item in value.split(",")]


# What weakens a member whatever the cluster's group says, and what does only where that group says better.
_ALWAYS: dict[str, Callable[[str], bool]] = {
    "require_secure_transport": _is_off,
    "rds.force_ssl": _is_off,
    "tls_version": _is_old_tls,
    "ssl_min_protocol_version": _is_old_tls,
    "server_audit_logging": _is_off,
}
_AGAINST_CLUSTER: dict[str, Callable[[str], bool]] = {
    "log_connections": _is_off,
    "log_disconnections": _is_off,
    "pgaudit.log": _audits_nothing,
    "shared_preload_libraries": _lacks_pgaudit,
    "server_audit_events": _audits_nothing,
}


def _cluster_group(member: ClusterInstance, stack: Stack) -> ClusterParameterGroup | None:
    """The parameter group of the member's cluster, where the stack holds both."""
    clusters = stack.follow(member.cluster, DbCluster).found
    groups = stack.follow(clusters[0].parameter_group, ClusterParameterGroup).found if clusters else ()
    return groups[0] if groups else None


@control(
    title="Parameter group of a member does not undo the cluster's security parameters",
    severity=Severity.HIGH,
    topic="data-protection",
    source="USER_WorkingWithDBClusterParamGroups",
    remediation="Take the parameter out of the instance's group, so that the cluster's value holds; in place.",
)
def instance_parameter_group_override(member: ClusterInstance, stack: Stack) -> Verdict:
    name = member.parameter_group
    if isinstance(name.raw, str) and name.raw.startswith("default."):
        return PASS  # holds no value that anyone has set
    group: ParameterGroup | None = stack.follow(name, ParameterGroup).only()
    if group is None:
        return PASS
    of_cluster = _cluster_group(member, stack)

    def judge(parameter: str) -> Verdict:
        value = group.parameter(parameter)
        if value.is_absent and value.raw is None:
            return PASS
        is_weak = _ALWAYS.get(parameter) or _AGAINST_CLUSTER[parameter]
        if not is_weak(value.get("")):
            return PASS
        if parameter in _AGAINST_CLUSTER:
            better = of_cluster.parameter(parameter) if of_cluster is not None else None
            if better is None or better.raw is None or is_weak(better.get("")):
                return PASS
        return fail(
            f"`{name.path}` names the group `{group.name}`, which sets {parameter} to {value.shown()} "
            "over the cluster's value.",
            name,
        )

    return each([*_ALWAYS, *_AGAINST_CLUSTER], judge)
