"""Parameter groups: TLS and audit presets per engine and version, and what may be set on top of them.

Three rules keep the groups quiet and safe. A value equal to the family's default is not sent, or every preview
would show a difference. A static parameter waits for a reboot, as AWS demands. What the presets enforce cannot
be weakened.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pulumi import Input, Output

from aurora_policies.model import static_parameters

from ..support.arguments import Problems
from ..support.enums import Engine
from . import engine as facts
from .engine import EngineVersion

IMMEDIATE = "immediate"
PENDING_REBOOT = "pending-reboot"

AUDIT_EVENTS = ("CONNECT", "QUERY_DCL", "QUERY_DDL")
"""Least the MySQL audit log records. Source: AuroraMySQL.Auditing."""

_ALL_AUDIT_EVENTS = frozenset({"CONNECT", "QUERY", "QUERY_DCL", "QUERY_DDL", "QUERY_DML", "TABLE"})
_PGAUDIT_CLASSES = frozenset({"all", "ddl", "function", "misc", "misc_set", "read", "role", "write"})
_MAX_USER_LIST = 1024

_STATIC: Mapping[Engine, frozenset[str]] = {
    Engine.POSTGRESQL: static_parameters.POSTGRES
    | {
        "autovacuum_max_workers",
        "cron.database_name",
        "cron.max_running_jobs",
        "logging_collector",
        "pgaudit.role",
        "rds.enable_plan_management",
    },
    Engine.MYSQL: static_parameters.AURORA_MYSQL
    | {
        "enforce_gtid_consistency",
        "gtid-mode",
        "gtid_mode",
        "innodb_open_files",
        "open_files_limit",
        "server_id",
        "skip-character-set-client-handshake",
    },
}
"""Parameters that wait for a reboot: those that have to, and some that only may have to."""

_NOT_MODIFIABLE: Mapping[Engine, tuple[str, ...]] = {
    Engine.POSTGRESQL: (),
    Engine.MYSQL: (
        "default_authentication_plugin",
        "general_log_file",
        "secure_file_priv",
        "skip_name_resolve",
        "validate_password",
    ),
}


@dataclass(frozen=True)
class _Lock:
    """What the value of a parameter must be: `holds` decides, `fix` says how to correct it."""

    holds: Callable[[str, EngineVersion], bool]
    fix: str


def _one_of(*values: str) -> Callable[[str, EngineVersion], bool]:
    return lambda value, version: any(_same(value, each) for each in values)


def _items(value: str) -> list[str]:
    return [item.strip() for item in value.split(",") if item.strip()]


def _postgresql_tls(value: str, version: EngineVersion) -> bool:
    return value == "TLSv1.2" or (value == "TLSv1.3" and version.supports(facts.TLS_1_3))


def _mysql_tls(value: str, version: EngineVersion) -> bool:
    allowed = {"TLSv1.2", "TLSv1.3"} if version.supports(facts.TLS_1_3) else {"TLSv1.2"}
    return bool(_items(value)) and set(_items(value)) <= allowed


def _pgaudit(value: str, version: EngineVersion) -> bool:
    classes = {item.lower() for item in _items(value)}
    return {each.lstrip("-") for each in classes} <= _PGAUDIT_CLASSES and (
        {"ddl", "role"} <= classes or ("all" in classes and not classes & {"-ddl", "-role"})
    )


def _audit_events(value: str, version: EngineVersion) -> bool:
    events = set(value.split(","))
    return (
        events <= _ALL_AUDIT_EVENTS
        and "CONNECT" in events
        and ("QUERY" in events or {"QUERY_DCL", "QUERY_DDL"} <= events)
    )


def _short_list(value: str, version: EngineVersion) -> bool:
    return len(value) <= _MAX_USER_LIST


def _between(least: int, most: int) -> Callable[[str, EngineVersion], bool]:
    return lambda value, version: value.lstrip("-").isdigit() and least <= int(value) <= most


_ON = _Lock(_one_of("1"), "must be on; remove it")

_LOCKS: Mapping[Engine, Mapping[str, _Lock]] = {
    Engine.POSTGRESQL: {
        "rds.force_ssl": _Lock(_one_of("1"), "every connection must use TLS; remove it, it is set to 1"),
        "ssl_min_protocol_version": _Lock(
            _postgresql_tls, "must be TLSv1.2, or TLSv1.3 where the version speaks it"
        ),
        "ssl_max_protocol_version": _Lock(_postgresql_tls, "must not be below TLSv1.2; remove it"),
        "password_encryption": _Lock(_one_of("scram-sha-256"), "must be scram-sha-256; remove it"),
        "rds.accepted_password_auth_method": _Lock(_one_of("scram", "md5+scram"), "must be scram"),
        "pgaudit.log": _Lock(
            _pgaudit, "must be pgaudit classes that hold ddl and role, such as 'ddl,role,write'"
        ),
        "pgaudit.role": _Lock(_one_of("rds_pgaudit"), "must be rds_pgaudit, the only role RDS accepts"),
        "rds.log_retention_period": _Lock(_between(1440, 10080), "must be 1440 to 10080 minutes"),
        "rds.global_db_rpo": _Lock(
            _between(20, 2147483647), "must be 20 seconds or more; remove it to turn it off"
        ),
        "autovacuum": _ON,
        "fsync": _ON,
        "full_page_writes": _ON,
    },
    Engine.MYSQL: {
        "require_secure_transport": _Lock(_one_of("1"), "every connection must use TLS; remove it, it is ON"),
        "tls_version": _Lock(_mysql_tls, "must be TLSv1.2 or TLSv1.3, as far as the version speaks them"),
        "server_audit_logging": _Lock(_one_of("1"), "the audit log must be on; remove it, it is set to 1"),
        "server_audit_events": _Lock(
            _audit_events,
            "must be upper-case events without spaces that hold CONNECT, QUERY_DCL and QUERY_DDL",
        ),
        "server_audit_excl_users": _Lock(_short_list, "must be at most 1024 characters"),
        "server_audit_incl_users": _Lock(_short_list, "must be at most 1024 characters"),
        "aurora_mask_password_hashes_type": _Lock(
            _one_of("1"), "password hashes must stay masked; remove it"
        ),
        "innodb_flush_log_at_trx_commit": _Lock(_one_of("1"), "anything but 1 can lose commits; remove it"),
        "sync_binlog": _Lock(_one_of("1"), "anything but 1 can lose commits; remove it"),
    },
}


def preset(version: EngineVersion) -> dict[str, str]:
    """Cluster parameters for TLS and audit that every cluster of this version gets."""
    if version.engine is Engine.POSTGRESQL:
        return {
            "rds.force_ssl": "1",
            "ssl_min_protocol_version": "TLSv1.2",
            "shared_preload_libraries": "pg_stat_statements,pgaudit",
            # pgAudit masks passwords in role statements; log_statement would print them.
            "pgaudit.log": "ddl,role",
            "log_connections": "1",
            "log_disconnections": "1",
        }
    return {
        "require_secure_transport": "ON",
        "tls_version": "TLSv1.2,TLSv1.3" if version.supports(facts.TLS_1_3) else "TLSv1.2",
        "server_audit_logging": "1",
        "server_audit_events": ",".join(AUDIT_EVENTS),
        "slow_query_log": "1",
    }


def family_default(version: EngineVersion, parameter: str) -> str | None:
    """Value the parameter has in the family's default group, as far as it is known here."""
    if version.engine is Engine.POSTGRESQL:
        defaults = {
            "rds.force_ssl": "1" if version.release.major >= 17 else "0",
            "ssl_min_protocol_version": "TLSv1.2",
            "password_encryption": "scram-sha-256",
            "shared_preload_libraries": "pg_stat_statements",
            "rds.accepted_password_auth_method": "md5+scram",
            "rds.restrict_password_commands": "0",
            "rds.log_retention_period": "4320",
            "rds.logical_replication": "0",
            "rds.babelfish_status": "off",
            "log_connections": "0",
            "log_disconnections": "0",
            "log_statement": "none",
            "log_min_duration_statement": "-1",
            "autovacuum": "1",
            "fsync": "1",
            "full_page_writes": "1",
        }
    else:
        defaults = {
            "require_secure_transport": "ON" if version.release.major > 3 else "OFF",
            "server_audit_logging": "0",
            "server_audit_logs_upload": "0",
            "aurora_mask_password_hashes_type": "1",
            "slow_query_log": "0",
            "long_query_time": "10",
            "general_log": "0",
            "log_output": "FILE",
            "log_bin_trust_function_creators": "0",
            "activate_all_roles_on_login": "0",
            "binlog_format": "OFF",
            "innodb_flush_log_at_trx_commit": "1",
            "sync_binlog": "1",
        }
    return defaults.get(parameter)


@dataclass(frozen=True)
class Parameter:
    """One parameter as a group holds it."""

    name: str
    value: Input[str]
    apply_method: str


def cluster_parameters(
    version: EngineVersion, given: Mapping[str, Input[str]], methods: Mapping[str, str]
) -> list[Parameter]:
    """Parameters of the cluster group: the preset, then what was given, without the family's defaults."""
    merged: dict[str, Input[str]] = {**preset(version), **given}
    libraries = given.get("shared_preload_libraries")
    if libraries is not None:
        merged["shared_preload_libraries"] = Output.from_input(libraries).apply(_with_pgaudit)
        if isinstance(libraries, str):
            merged["shared_preload_libraries"] = _with_pgaudit(libraries)
    return instance_parameters(version, merged, methods)


def instance_parameters(
    version: EngineVersion, values: Mapping[str, Input[str]], methods: Mapping[str, str]
) -> list[Parameter]:
    """Parameters of an instance group, without the family's defaults."""
    return [
        Parameter(name, value, methods.get(name) or apply_method(version.engine, name))
        for name, value in sorted(values.items())
        if not _is_default(version, name, value)
    ]


def apply_method(engine: Engine, parameter: str) -> str:
    """When a change of the parameter takes effect: `pending-reboot` for a static one."""
    return PENDING_REBOOT if parameter in _STATIC[engine] else IMMEDIATE


def effective(version: EngineVersion, given: Mapping[str, Input[str]], parameter: str) -> Input[str] | None:
    """Value the parameter will have: as given, from the preset, or the family's default."""
    return given.get(parameter, preset(version).get(parameter, family_default(version, parameter)))


def check(
    version: EngineVersion,
    cluster: Mapping[str, Input[str]],
    instance: Mapping[str, Mapping[str, Input[str]]],
    methods: Mapping[str, str],
    problems: Problems,
) -> None:
    """Report parameters that weaken a preset, cannot be changed, or have an impossible apply method.

    `instance` maps each path of instance parameters to its values.
    """
    for name, value in cluster.items():
        _check_value(version, name, value, f"cluster_parameters.{name}", problems)
    owned = {*preset(version), *_LOCKS[version.engine]}
    for path, values in instance.items():
        for name, value in values.items():
            if name in owned:
                problems.add(
                    f"{path}.{name}", "would override the cluster's value; set it in cluster_parameters"
                )
            else:
                _check_value(version, name, value, f"{path}.{name}", problems)
    _check_methods(version, cluster, instance, methods, problems)


def check_audits_admin(cluster: Mapping[str, Input[str]], admin: Input[str], problems: Problems) -> None:
    """Report an audit log without the admin user."""
    excluded = cluster.get("server_audit_excl_users")
    if isinstance(excluded, str) and isinstance(admin, str) and admin in _items(excluded):
        problems.add(
            "cluster_parameters.server_audit_excl_users",
            "leaves the admin user out of the audit log; take it off the list",
        )


def _check_value(version: EngineVersion, name: str, value: Input[str], path: str, problems: Problems) -> None:
    if any(name.startswith(each) for each in _NOT_MODIFIABLE[version.engine]):
        problems.add(path, "Aurora does not let it be changed; remove it")
    lock = _LOCKS[version.engine].get(name)
    if lock is None:
        return
    if not isinstance(value, str):
        problems.add(path, "must be a plain string: it is checked before anything is made")
    elif not lock.holds(value, version):
        problems.add(path, f"'{value}': {lock.fix}")


def _check_methods(
    version: EngineVersion,
    cluster: Mapping[str, Input[str]],
    instance: Mapping[str, Mapping[str, Input[str]]],
    methods: Mapping[str, str],
    problems: Problems,
) -> None:
    known = {*cluster, *preset(version), *(name for values in instance.values() for name in values)}
    for name, method in methods.items():
        path = f"parameter_apply_methods.{name}"
        if name not in known:
            problems.add(path, "no such parameter is set; set it or remove the method")
        if method not in (IMMEDIATE, PENDING_REBOOT):
            problems.add(path, f"'{method}' is not an apply method; use immediate or pending-reboot")
        elif method == IMMEDIATE and apply_method(version.engine, name) == PENDING_REBOOT:
            problems.add(path, "is static, so AWS refuses immediate; use pending-reboot or remove it")


def _with_pgaudit(libraries: str) -> str:
    items = _items(libraries)
    return ",".join(items if "pgaudit" in items else [*items, "pgaudit"])


def _is_default(version: EngineVersion, name: str, value: Input[str]) -> bool:
    default = family_default(version, name)
    return default is not None and isinstance(value, str) and _same(value, default)


def _same(left: str, right: str) -> bool:
    """Whether two values mean the same to RDS. For RDS, on, true and 1 are the same."""
    return _canonical(left) == _canonical(right)


def _canonical(value: str) -> str:
    lowered = value.strip().lower()
    return {"on": "1", "true": "1", "yes": "1", "off": "0", "false": "0", "no": "0"}.get(lowered, lowered)


def mean_same(left: Input[str] | None, right: str) -> bool:
    """Whether a value is known and means the same as `right`."""
    return isinstance(left, str) and _same(left, right)
