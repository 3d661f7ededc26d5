"""TLS 1.0 and 1.1 have been broken for years; a client that still speaks them should not be answered."""

from ...model.rds import ClusterParameterGroup, ParameterGroup
from ..control import PASS, Severity, Verdict, control, fail, not_applicable, unknown
from ._parameter_groups import Group, is_other_family
from ._tls import judge_disabled

_WEAK = ("sslv3", "tlsv1", "tlsv1.0", "tlsv1.1")


def _mysql(group: Group) -> Verdict:
    value = group.parameter("tls_version")
    if value.is_absent:
        if not (group.family.get("") or "").lower().startswith("mariadb") and group.family_major >= 8.4:
            return PASS  # MySQL 8.4 has no older version left
        return unknown(
            "tls_version is left to the engine: Aurora MySQL 3 speaks 1.2 and 1.3 only, older ones 1.0 too",
            value,
        )
    weak = [name.strip() for name in value.get("").split(",") if name.strip().lower() in _WEAK]
    return fail(f"tls_version is {value.shown()}: it lets {', '.join(weak)} in.", value) if weak else PASS


def _postgres(group: Group) -> Verdict:
    least, most = group.parameter("ssl_min_protocol_version"), group.parameter("ssl_max_protocol_version")
    for value in (least, most):
        if value.get("").strip().lower() in _WEAK:
            name = value.path.removeprefix("parameters[").removesuffix("]")
            return fail(f"{name} is {value.shown()}; it must be TLSv1.2 or TLSv1.3.", value)
    return PASS


@control(
    title="Database speaks TLS 1.2 or newer only",
    severity=Severity.MEDIUM,
    topic="data-protection",
    source="UsingWithRDS.SSL",
    remediation=(
        "MySQL: tls_version TLSv1.2,TLSv1.3 (pending-reboot). PostgreSQL: ssl_min_protocol_version TLSv1.2. SQL "
        "Server: rds.tls10 and rds.tls11 disabled (pending-reboot)."
    ),
)
def tls_min_version(group: ClusterParameterGroup | ParameterGroup) -> Verdict:
    family = (group.family.get("") or "").lower()
    if is_other_family(group):
        return not_applicable("Neptune and DocumentDB are not judged")
    if family.startswith("sqlserver"):
        return judge_disabled(group, ("rds.tls10", "rds.tls11"))
    if group.is_postgres_family:
        return _postgres(group)
    if group.is_mysql_family:
        if isinstance(group, ParameterGroup) and family.startswith("aurora"):
            return not_applicable("Aurora MySQL reads tls_version from the cluster parameter group")
        return _mysql(group)
    return not_applicable("the engine's TLS versions are not set by a parameter")
