"""Parameter presets, defaults and what may be set on top."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aurora_components.aurora_cluster import parameters
from aurora_components.aurora_cluster.engine import EngineVersion, parse_version
from aurora_components.support.arguments import Problems
from aurora_components.support.enums import Engine

from .shapes import INSTANCE_PARAMETERS, MYSQL, POSTGRESQL, build, problems
from .shapes import parameters as recorded


def version(engine: Engine, text: str) -> EngineVersion:
    parsed = parse_version(engine, text)
    assert isinstance(parsed, EngineVersion)
    return parsed


VERSIONS = [
    version(Engine.POSTGRESQL, text) for text in ("14.3", "14.12", "15.7", "16.8", "17.4", "18.1")
] + [
    version(Engine.MYSQL, text)
    for text in ("8.0.mysql_aurora.3.03.0", "8.0.mysql_aurora.3.08.0", "8.4.mysql_aurora.8.4.7")
]


def test_postgresql_forces_tls_and_audits() -> None:
    assert recorded(build(POSTGRESQL)) == {
        "log_connections": ("1", "immediate"),
        "log_disconnections": ("1", "immediate"),
        "pgaudit.log": ("ddl,role", "immediate"),
        "rds.force_ssl": ("1", "immediate"),
        "shared_preload_libraries": ("pg_stat_statements,pgaudit", "pending-reboot"),
    }


def test_mysql_forces_tls_and_audits() -> None:
    assert recorded(build(MYSQL)) == {
        "require_secure_transport": ("ON", "immediate"),
        "server_audit_events": ("CONNECT,QUERY_DCL,QUERY_DDL", "immediate"),
        "server_audit_logging": ("1", "immediate"),
        "slow_query_log": ("1", "immediate"),
        "tls_version": ("TLSv1.2,TLSv1.3", "pending-reboot"),
    }


def test_presets_follow_the_version() -> None:
    old_mysql = recorded(build(MYSQL, engine_version="8.0.mysql_aurora.3.03.1"))
    assert old_mysql["tls_version"] == ("TLSv1.2", "pending-reboot")
    assert "rds.force_ssl" not in recorded(build(POSTGRESQL, engine_version="17.4"))
    new_mysql = recorded(build(MYSQL, engine_version="8.4.mysql_aurora.8.4.7"))
    assert "require_secure_transport" not in new_mysql


@pytest.mark.parametrize("each", VERSIONS, ids=lambda each: each.text)
def test_t14_no_parameter_equal_to_the_default_of_the_family_is_sent(each: EngineVersion) -> None:
    sent = parameters.cluster_parameters(each, {}, {})
    assert sent
    for parameter in sent:
        assert parameter.value != parameters.family_default(each, parameter.name)


def test_t14_a_given_value_equal_to_the_default_is_not_sent_either() -> None:
    given = {"log_output": "file", "general_log": "off", "long_query_time": "2"}
    sent = recorded(build(MYSQL, cluster_parameters=given))
    assert sent.keys() & given.keys() == {"long_query_time"}
    assert "log_connections" not in recorded(build(POSTGRESQL, cluster_parameters={"log_connections": "off"}))


@pytest.mark.parametrize(
    ("base", "static", "dynamic"),
    [(POSTGRESQL, "max_worker_processes", "work_mem"), (MYSQL, "binlog_format", "long_query_time")],
)
def test_t14_static_parameters_wait_for_a_reboot(base: dict[str, str], static: str, dynamic: str) -> None:
    sent = recorded(build(base, cluster_parameters={static: "7", dynamic: "7"}))
    assert sent[static] == ("7", "pending-reboot")
    assert sent[dynamic] == ("7", "immediate")


@pytest.mark.parametrize("each", VERSIONS, ids=lambda each: each.text)
def test_the_preset_holds_what_it_locks(each: EngineVersion) -> None:
    found = Problems()
    parameters.check(each, parameters.preset(each), {}, {}, found)
    assert list(found) == []


names = st.text("abcdefghijklmnopqrstuvwxyz_.", min_size=3, max_size=20)


@given(st.sampled_from(VERSIONS), st.dictionaries(names, st.text(max_size=10), max_size=5))
def test_what_is_given_is_sent_in_order_beside_the_preset(each: EngineVersion, given: dict[str, str]) -> None:
    sent = parameters.cluster_parameters(each, given, {})
    assert [parameter.name for parameter in sent] == sorted(parameter.name for parameter in sent)
    values = {parameter.name: parameter.value for parameter in sent}
    for name, value in given.items():
        if parameters.family_default(each, name) is None:
            assert values[name] == value
    for name in parameters.preset(each):
        assert name in values or name in given or parameters.family_default(each, name) is not None


@given(st.lists(st.sampled_from(["pg_stat_statements", "pg_cron", "pgaudit", "auto_explain"]), unique=True))
def test_pgaudit_is_always_loaded(libraries: list[str]) -> None:
    given = {"shared_preload_libraries": ",".join(libraries)}
    sent = {each.name: each.value for each in parameters.cluster_parameters(VERSIONS[3], given, {})}
    loaded = str(sent["shared_preload_libraries"]).split(",")
    assert "pgaudit" in loaded
    assert set(loaded) == {*libraries, "pgaudit"}


@pytest.mark.parametrize(
    ("base", "name", "value"),
    [
        (POSTGRESQL, "rds.force_ssl", "0"),
        (POSTGRESQL, "ssl_min_protocol_version", "TLSv1.1"),
        (POSTGRESQL, "ssl_max_protocol_version", "TLSv1"),
        (POSTGRESQL, "password_encryption", "md5"),
        (POSTGRESQL, "pgaudit.log", "none"),
        (POSTGRESQL, "pgaudit.log", "ddl"),
        (POSTGRESQL, "pgaudit.log", "all,-role"),
        (POSTGRESQL, "pgaudit.role", "auditor"),
        (POSTGRESQL, "rds.log_retention_period", "60"),
        (POSTGRESQL, "rds.global_db_rpo", "5"),
        (POSTGRESQL, "fsync", "off"),
        (MYSQL, "require_secure_transport", "OFF"),
        (MYSQL, "tls_version", "TLSv1.1,TLSv1.2"),
        (MYSQL, "tls_version", ""),
        (MYSQL, "server_audit_logging", "0"),
        (MYSQL, "server_audit_events", ""),
        (MYSQL, "server_audit_events", "connect,query"),
        (MYSQL, "server_audit_events", "CONNECT, QUERY"),
        (MYSQL, "server_audit_events", "QUERY_DCL,QUERY_DDL"),
        (MYSQL, "server_audit_incl_users", "u" * 1025),
        (MYSQL, "server_audit_excl_users", "batch,clusterowner"),
        (MYSQL, "aurora_mask_password_hashes_type", "0"),
        (MYSQL, "innodb_flush_log_at_trx_commit", "2"),
        (MYSQL, "sync_binlog", "0"),
        (MYSQL, "validate_password.policy", "LOW"),
        (MYSQL, "default_authentication_plugin", "mysql_native_password"),
    ],
)
def test_what_the_presets_enforce_cannot_be_weakened(base: dict[str, str], name: str, value: str) -> None:
    path = f"cluster_parameters.{name}"
    assert problems(base, cluster_parameters={name: value}).keys() == {path}


@pytest.mark.parametrize(
    ("base", "name", "value"),
    [
        (POSTGRESQL, "rds.force_ssl", "on"),
        (POSTGRESQL, "ssl_min_protocol_version", "TLSv1.3"),
        (POSTGRESQL, "pgaudit.log", "all"),
        (POSTGRESQL, "pgaudit.log", "ddl,role,write"),
        (POSTGRESQL, "rds.accepted_password_auth_method", "scram"),
        (MYSQL, "tls_version", "TLSv1.3"),
        (MYSQL, "server_audit_events", "CONNECT,QUERY"),
        (MYSQL, "server_audit_excl_users", "batch"),
    ],
)
def test_what_is_as_strict_or_stricter_is_welcome(base: dict[str, str], name: str, value: str) -> None:
    assert problems(base, cluster_parameters={name: value}) == {}


def test_tls_1_3_needs_a_version_that_speaks_it() -> None:
    given = {"ssl_min_protocol_version": "TLSv1.3"}
    found = problems(POSTGRESQL, engine_version="14.6", cluster_parameters=given)
    assert "TLSv1.2" in found["cluster_parameters.ssl_min_protocol_version"]


def test_an_instance_group_cannot_override_the_presets() -> None:
    found = problems(MYSQL, instance_parameters={"slow_query_log": "0", "max_connections": "500"})
    assert found.keys() == {"instance_parameters.slow_query_log"}
    spec = {"one": {"parameters": {"rds.force_ssl": "0"}}, "two": {}}
    assert problems(POSTGRESQL, instances=spec).keys() == {"instances.one.parameters.rds.force_ssl"}


def test_apply_methods_are_checked() -> None:
    methods = {"work_mem": "later", "max_connections": "immediate", "nothing": "immediate"}
    given = {"work_mem": "4096", "max_connections": "500"}
    found = problems(POSTGRESQL, instance_parameters=given, parameter_apply_methods=methods)
    assert found.keys() == {f"parameter_apply_methods.{name}" for name in methods}


def test_a_given_apply_method_is_used() -> None:
    recording = build(
        POSTGRESQL,
        instance_parameters={"work_mem": "4096"},
        parameter_apply_methods={"work_mem": "pending-reboot", "log_connections": "pending-reboot"},
    )
    assert recorded(recording, INSTANCE_PARAMETERS) == {"work_mem": ("4096", "pending-reboot")}
    assert recorded(recording)["log_connections"] == ("1", "pending-reboot")
