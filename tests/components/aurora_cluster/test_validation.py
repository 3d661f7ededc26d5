"""Every way to be wrong, refused before anything is registered, with the path and the fix."""

from typing import Any

import pulumi
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pulumi import Output

from aurora_components.aurora_cluster import AuroraCluster
from tests.components.handles import failure
from tests.components.recording import record

from .shapes import MYSQL, POSTGRESQL, PRIMARY, SECONDARY, SERVERLESS, build, problems

# (arguments, more arguments, path of the problem, part of its message)
REFUSED: list[tuple[dict[str, Any], dict[str, Any], str, str]] = [
    # 1. Shape.
    (POSTGRESQL, {"instnces": {}}, "instnces", "did you mean 'instances'?"),
    (POSTGRESQL, {"backup": {"windw": "x"}}, "backup.windw", "did you mean 'window'?"),
    (POSTGRESQL, {"protection": "lock"}, "protection", "did you mean 'locked'?"),
    (POSTGRESQL, {"port": "5433"}, "port", "a whole number"),
    # 2. Engine and version.
    (POSTGRESQL, {"engine_version": "16"}, "engine_version", "write it like '16.8'"),
    (MYSQL, {"engine_version": "8.0"}, "engine_version", "write it like '8.0.mysql_aurora.3.10.4'"),
    (MYSQL, {"engine_version": "5.7.mysql_aurora.2.11.4"}, "engine_version", "standard support"),
    (POSTGRESQL, {"engine_version": "16.8-limitless"}, "engine_version", "Limitless"),
    (POSTGRESQL, {"engine_version": "12.9"}, "engine_version", "choose '16.8' or newer"),
    # 3 and 4. Serverless capacity.
    (SERVERLESS, {"serverless": {"min_capacity": 0.7, "max_capacity": 4}}, "serverless.min_capacity", "0.5"),
    (SERVERLESS, {"serverless": {"min_capacity": 1, "max_capacity": 300}}, "serverless.max_capacity", "256"),
    (SERVERLESS, {"serverless": {"min_capacity": 0, "max_capacity": 0.5}}, "serverless.max_capacity", "1 to"),
    (SERVERLESS, {"serverless": {"min_capacity": 8, "max_capacity": 4}}, "serverless.min_capacity", "lower"),
    (
        SERVERLESS,
        {"serverless": {"min_capacity": 1, "max_capacity": 4, "seconds_until_auto_pause": 300}},
        "serverless.seconds_until_auto_pause",
        "set min_capacity to 0",
    ),
    (
        SERVERLESS,
        {"serverless": {"min_capacity": 0, "max_capacity": 4, "seconds_until_auto_pause": 60}},
        "serverless.seconds_until_auto_pause",
        "300 to 86400",
    ),
    (
        SERVERLESS,
        {"serverless": {"min_capacity": 0, "max_capacity": 4}, "engine_version": "16.2"},
        "serverless.min_capacity",
        "16.3",
    ),
    (
        MYSQL,
        {
            "serverless": {"min_capacity": 1, "max_capacity": 200},
            "default_instance_class": "db.serverless",
            "engine_version": "8.0.mysql_aurora.3.04.0",
        },
        "serverless.max_capacity",
        "3.06.0",
    ),
    (SERVERLESS, {"engine_version": "14.2"}, "serverless", "14.3"),
    (POSTGRESQL, {"default_instance_class": "db.serverless"}, "serverless", "set min_capacity"),
    (
        POSTGRESQL,
        {"serverless": {"min_capacity": 1, "max_capacity": 4}},
        "serverless",
        "no instance is db.serverless",
    ),
    # 5. Instances.
    (POSTGRESQL, {"instances": {"Writer": {}, "two": {}}}, "instances.Writer", "lower-case"),
    (POSTGRESQL, {"instances": {"one": {}}}, "instances", "two instances or more"),
    (POSTGRESQL, {"instances": {}}, "instances", "serves nobody"),
    (POSTGRESQL, {"instances": {f"i{n}": {} for n in range(17)}}, "instances", "at most 16"),
    (
        POSTGRESQL,
        {"instances": {key: {"availability_zone": "eu-central-1a"} for key in ("one", "two")}},
        "instances",
        "different zones",
    ),
    (POSTGRESQL, {"default_instance_class": ""}, "instances.one.instance_class", "default_instance_class"),
    (POSTGRESQL, {"default_instance_class": "r7g"}, "instances.one.instance_class", "db.r7g.large"),
    (POSTGRESQL, {"default_instance_class": "db.r4.large"}, "instances.one.instance_class", "previous"),
    (
        MYSQL,
        {"default_instance_class": "db.t3.small"},
        "instances.one.instance_class",
        "Performance Insights",
    ),
    (
        POSTGRESQL,
        {"instances": {"one": {"promotion_tier": 16}, "two": {}}},
        "instances.one.promotion_tier",
        "0 to 15",
    ),
    (
        POSTGRESQL,
        {"instances": {"one": {"identifier": "Old_One"}, "two": {}}},
        "instances.one.identifier",
        "lower-case",
    ),
    (
        POSTGRESQL,
        {"instances": {"one": {"identifier": "old"}, "two": {"identifier": "old"}}},
        "instances.two.identifier",
        "instances.one",
    ),
    # 6. Custom endpoints.
    (POSTGRESQL, {"endpoints": {"bi": {"members": ["tow"]}}}, "endpoints.bi.members", "did you mean 'two'?"),
    (
        POSTGRESQL,
        {"endpoints": {"bi": {"members": ["one"], "excluded_members": ["two"]}}},
        "endpoints.bi",
        "keep one",
    ),
    (POSTGRESQL, {"endpoints": {"BI": {}}}, "endpoints.BI", "lower-case"),
    (POSTGRESQL, {"endpoints": {f"e{n}": {} for n in range(6)}}, "endpoints", "at most 5"),
    # 7. Reader scaling.
    (
        POSTGRESQL,
        {"reader_scaling": {"min_readers": 0, "max_readers": 15}},
        "reader_scaling.max_readers",
        "15 readers",
    ),
    (
        POSTGRESQL,
        {"reader_scaling": {"min_readers": 3, "max_readers": 2}},
        "reader_scaling.min_readers",
        "above max_readers",
    ),
    (
        POSTGRESQL,
        {"reader_scaling": {"min_readers": -1, "max_readers": 2}},
        "reader_scaling.min_readers",
        "0 or more",
    ),
    (
        POSTGRESQL,
        {
            "protection": "standard",
            "instances": {"one": {}},
            "reader_scaling": {"min_readers": 0, "max_readers": 2},
        },
        "reader_scaling",
        "one declared reader",
    ),
    (
        POSTGRESQL,
        {
            "reader_scaling": {
                "min_readers": 0,
                "max_readers": 2,
                "target_cpu_percent": 50,
                "target_connections": 9,
            }
        },
        "reader_scaling",
        "two targets",
    ),
    (
        POSTGRESQL,
        {"reader_scaling": {"min_readers": 0, "max_readers": 2, "target_cpu_percent": 0}},
        "reader_scaling.target_cpu_percent",
        "1 to 100",
    ),
    (
        POSTGRESQL,
        {"reader_scaling": {"min_readers": 0, "max_readers": 2, "target_connections": 0}},
        "reader_scaling.target_connections",
        "above 0",
    ),
    (
        POSTGRESQL,
        {"reader_scaling": {"min_readers": 0, "max_readers": 2, "scale_in_cooldown_seconds": -1}},
        "reader_scaling.scale_in_cooldown_seconds",
        "0 or more",
    ),
    (
        POSTGRESQL,
        {"reader_scaling": {"min_readers": 0, "max_readers": 2, "schedules": {"n": {"schedule": "noon"}}}},
        "reader_scaling.schedules.n.schedule",
        "cron(...)",
    ),
    (
        POSTGRESQL,
        {
            "reader_scaling": {
                "min_readers": 0,
                "max_readers": 2,
                "schedules": {"n": {"schedule": "rate(1 day)"}},
            }
        },
        "reader_scaling.schedules.n",
        "changes nothing",
    ),
    (
        POSTGRESQL,
        {**SECONDARY, "reader_scaling": {"min_readers": 0, "max_readers": 2}},
        "reader_scaling",
        "sec",
    ),
    # 9 and 10. Monitoring.
    (
        POSTGRESQL,
        {"monitoring": {"insights_mode": "advanced", "insights_retention_days": 31}},
        "monitoring.insights_retention_days",
        "465",
    ),
    (
        POSTGRESQL,
        {"monitoring": {"insights_retention_days": 30}},
        "monitoring.insights_retention_days",
        "multiple of 31",
    ),
    (
        POSTGRESQL,
        {"monitoring": {"enhanced_interval_seconds": 20}},
        "monitoring.enhanced_interval_seconds",
        "15, 30",
    ),
    (
        POSTGRESQL,
        {"monitoring": {"enhanced_interval_seconds": 0, "role_arn": "arn:aws:iam::1:role/em"}},
        "monitoring.role_arn",
        "is off",
    ),
    # 11. Backtrack.
    (POSTGRESQL, {"backup": {"backtrack_hours": 24}}, "backup.backtrack_hours", "only Aurora MySQL"),
    (MYSQL, {"backup": {"backtrack_hours": 73}}, "backup.backtrack_hours", "1 to 72"),
    (MYSQL, {**PRIMARY, "backup": {"backtrack_hours": 24}}, "backup.backtrack_hours", "global"),
    (
        MYSQL,
        {"cluster_parameters": {"binlog_format": "ROW"}, "backup": {"backtrack_hours": 24}},
        "backup.backtrack_hours",
        "binary logging",
    ),
    # 12. Windows and retention.
    (POSTGRESQL, {"backup": {"window": "2am-3am"}}, "backup.window", "hh:mm-hh:mm"),
    (POSTGRESQL, {"backup": {"window": "02:00-02:10"}}, "backup.window", "at least 30"),
    (POSTGRESQL, {"maintenance": {"window": "02:00-03:00"}}, "maintenance.window", "ddd:hh:mm"),
    (
        POSTGRESQL,
        {"backup": {"window": "23:30-00:30"}, "maintenance": {"window": "mon:00:00-mon:01:00"}},
        "maintenance.window",
        "overlaps",
    ),
    (
        POSTGRESQL,
        {
            "backup": {"window": "02:00-03:00"},
            "instances": {"one": {"preferred_maintenance_window": "tue:02:30-tue:03:30"}, "two": {}},
        },
        "instances.one.preferred_maintenance_window",
        "overlaps",
    ),
    (POSTGRESQL, {"backup": {"retention_days": 36}}, "backup.retention_days", "1 to 35"),
    (POSTGRESQL, {"backup": {"retention_days": 0}}, "backup.retention_days", "1 to 35"),
    # 13 and 24. Credentials.
    (POSTGRESQL, {**PRIMARY, "credentials": {"mode": "rds-managed"}}, "credentials.mode", "generated"),
    (POSTGRESQL, {**SECONDARY, "credentials": {"mode": "generated"}}, "credentials.mode", "inherited"),
    (POSTGRESQL, {"take_over": ["security_groups"]}, "take_over", "no way in"),
    (POSTGRESQL, {"take_over": ["window"]}, "take_over[0]", "windows"),
    (
        POSTGRESQL,
        {"restore": {"snapshot_identifier": "s"}, "credentials": {"mode": "generated"}},
        "credentials.mode",
        "rds-managed or inherited",
    ),
    (
        POSTGRESQL,
        {"restore": {"snapshot_identifier": "s"}, "credentials": {"username": "owner"}},
        "credentials.username",
        "comes with the data",
    ),
    (POSTGRESQL, {"credentials": {"username": "postgres"}}, "credentials.username", "attacker"),
    (POSTGRESQL, {"credentials": {"username": "Admin"}}, "credentials.username", "attacker"),
    (POSTGRESQL, {"credentials": {"username": "user"}}, "credentials.username", "reserved"),
    (MYSQL, {"credentials": {"username": "o" * 33}}, "credentials.username", "at most 32"),
    (POSTGRESQL, {"credentials": {"rotation_days": 0}}, "credentials.rotation_days", "1 to 1000"),
    (
        POSTGRESQL,
        {"credentials": {"rotation_days": 3, "rotation_schedule": "rate(3 days)"}},
        "credentials.rotation_schedule",
        "keep one",
    ),
    (
        POSTGRESQL,
        {"credentials": {"rotation_days": 3, "rotation_enabled": False}},
        "credentials.rotation_enabled",
        "keep one",
    ),
    (POSTGRESQL, {"credentials": {"rotation_schedule": "weekly"}}, "credentials.rotation_schedule", "rate("),
    (
        POSTGRESQL,
        {"credentials": {"mode": "generated", "rotation_days": 3}},
        "credentials.rotation_days",
        "rotates by itself",
    ),
    (
        POSTGRESQL,
        {"credentials": {"rotation_function_arn": "arn"}},
        "credentials.rotation_function_arn",
        "generated mode",
    ),
    (POSTGRESQL, {"credentials": {"password_version": 2}}, "credentials.password_version", "generated mode"),
    (
        POSTGRESQL,
        {"credentials": {"mode": "generated", "password_version": 0}},
        "credentials.password_version",
        "1 or more",
    ),
    (
        POSTGRESQL,
        {**SECONDARY, "credentials": {"secret_kms_key_arn": "arn"}},
        "credentials.secret_kms_key_arn",
        "no secret",
    ),
    # 14. Restore.
    (POSTGRESQL, {"restore": {}}, "restore", "0 sources"),
    (
        POSTGRESQL,
        {"restore": {"snapshot_identifier": "s", "source_cluster_identifier": "c"}},
        "restore",
        "2 sources",
    ),
    (
        POSTGRESQL,
        {"restore": {"snapshot_identifier": "s", "copy_on_write": True}, "kms_key_arn": "arn"},
        "restore.copy_on_write",
        "one point in time",
    ),
    (
        POSTGRESQL,
        {
            "restore": {
                "source_cluster_identifier": "c",
                "restore_to_time": "2026-11-24T10:00:00Z",
                "use_latest_restorable_time": True,
            }
        },
        "restore.use_latest_restorable_time",
        "keep one",
    ),
    (
        POSTGRESQL,
        {"restore": {"source_cluster_identifier": "c", "restore_to_time": "yesterday"}},
        "restore.restore_to_time",
        "RFC 3339",
    ),
    (
        POSTGRESQL,
        {"restore": {"source_cluster_identifier": "c", "copy_on_write": True}},
        "kms_key_arn",
        "key of the source",
    ),
    (
        POSTGRESQL,
        {
            "kms_key_arn": "arn",
            "restore": {
                "source_cluster_identifier": "c",
                "copy_on_write": True,
                "restore_to_time": "2026-11-24T10:00:00Z",
            },
        },
        "restore.restore_to_time",
        "starts from now",
    ),
    (POSTGRESQL, {**PRIMARY, "restore": {"snapshot_identifier": "s"}}, "restore", "global database"),
    # 15 and 16. Network.
    (POSTGRESQL, {"allowed_cidrs": {"all": "0.0.0.0/0"}}, "allowed_cidrs.all", "whole internet"),
    (POSTGRESQL, {"allowed_cidrs": {"all": "::/0"}}, "allowed_cidrs.all", "whole internet"),
    (POSTGRESQL, {"allowed_cidrs": {"half": "128.0.0.0/1"}}, "allowed_cidrs.half", "narrow it"),
    (
        POSTGRESQL,
        {"allowed_cidrs": {"a": "10.0.0.0/16", "b": "10.0.1.0/24"}},
        "allowed_cidrs.b",
        "overlaps",
    ),
    (POSTGRESQL, {"allowed_cidrs": {"local": "169.254.1.0/24"}}, "allowed_cidrs.local", "link-local"),
    (POSTGRESQL, {"allowed_security_groups": {"the app": "sg-1"}}, "allowed_security_groups.the app", "key"),
    (POSTGRESQL, {"subnet_group_name": "group"}, "subnet_ids", "either"),
    (POSTGRESQL, {"subnet_ids": ["subnet-a"]}, "subnet_ids", "two subnets"),
    (POSTGRESQL, {"subnet_ids": [f"subnet-{n}" for n in range(21)]}, "subnet_ids", "at most 20"),
    (POSTGRESQL, {"port": 80}, "port", "1150 to 65535"),
    (POSTGRESQL, {"region": "Frankfurt"}, "region", "eu-central-1"),
    # 17. Activity stream.
    (
        POSTGRESQL,
        {"default_instance_class": "db.t4g.medium", "activity_stream": {}},
        "activity_stream",
        "db.t4g.medium",
    ),
    (SERVERLESS, {"activity_stream": {}}, "activity_stream", "db.serverless"),
    (MYSQL, {"activity_stream": {"mode": "sync"}}, "activity_stream.mode", "async"),
    (
        POSTGRESQL,
        {"cluster_parameters": {"rds.babelfish_status": "on"}, "activity_stream": {}},
        "activity_stream",
        "Babelfish",
    ),
    (POSTGRESQL, {"region": "cn-north-1", "activity_stream": {}}, "activity_stream", "not offered"),
    (
        POSTGRESQL,
        {**SECONDARY, "instances": {}, "activity_stream": {}},
        "activity_stream",
        "needs an instance",
    ),
    # 18 and 23. Features by version.
    (POSTGRESQL, {"engine_version": "15.2", "data_api": True}, "data_api", "15.3"),
    (MYSQL, {"engine_version": "8.0.mysql_aurora.3.06.0", "data_api": True}, "data_api", "3.07.0"),
    (POSTGRESQL, {"engine_version": "14.6", "io_optimized": True}, "io_optimized", "14.7"),
    (
        POSTGRESQL,
        {"engine_version": "14.12", "local_write_forwarding": True},
        "local_write_forwarding",
        "14.13",
    ),
    (
        POSTGRESQL,
        {"restore": {"snapshot_identifier": "s"}, "data_api": True},
        "data_api",
        "restore.completed",
    ),
    # 19. Log retention.
    (POSTGRESQL, {"logs": {"retention_days": 360}}, "logs.retention_days", "365"),
    # 20. Names.
    (POSTGRESQL, {"cluster_name": "Orders"}, "cluster_name", "lower-case"),
    (POSTGRESQL, {"cluster_name": "orders--db"}, "cluster_name", "single dashes"),
    (POSTGRESQL, {"cluster_name": "o" * 64}, "cluster_name", "63"),
    (POSTGRESQL, {"database_name": "1st"}, "database_name", "digit"),
    (POSTGRESQL, {"database_name": "user"}, "database_name", "reserved"),
    (MYSQL, {"database_name": "mysql"}, "database_name", "reserved"),
    (POSTGRESQL, {"iam_path": "databases"}, "iam_path", "slash"),
    (POSTGRESQL, {"tags": {"aws:team": "db"}}, "tags.aws:team", "belong to AWS"),
    (POSTGRESQL, {"tags": {"team;": "db"}}, "tags.team;", "1 to 128"),
    (POSTGRESQL, {"tags": {"t" * 129: "db"}}, "tags." + "t" * 129, "1 to 128"),
    (POSTGRESQL, {"tags": {"team": "d" * 257}}, "tags.team", "at most 256"),
    (POSTGRESQL, {"tags": {f"tag{n}": "x" for n in range(50)}}, "tags", "more than 50"),
    (
        POSTGRESQL,
        {"instances": {"one": {"tags": {"rds:x": "y"}}, "two": {}}},
        "instances.one.tags.rds:x",
        "belong to AWS",
    ),
    # 21. Logs.
    (POSTGRESQL, {"logs": {"exports": ["postgresql", "audit"]}}, "logs.exports", "no log 'audit'"),
    (POSTGRESQL, {"logs": {"exports": ["instance"]}}, "logs.exports", "lacks 'postgresql'"),
    (MYSQL, {"logs": {"exports": ["error"]}}, "logs.exports", "lacks 'audit'"),
    (MYSQL, {"logs": {"exports": ["audit", "error", "audit"]}}, "logs.exports", "twice"),
    (MYSQL, {"logs": {"exports": ["audit", "error", "general"]}}, "logs.exports", "general_log is 0"),
    (MYSQL, {"cluster_parameters": {"slow_query_log": "0"}}, "logs.exports", "slow_query_log is 0"),
    (MYSQL, {"cluster_parameters": {"log_output": "TABLE"}}, "logs.exports", "set it to FILE"),
    # Roles.
    (
        POSTGRESQL,
        {"feature_roles": {"s3import": "arn"}},
        "feature_roles.s3import",
        "did you mean 's3Import'?",
    ),
    (MYSQL, {"feature_policies": {"s3Import": "{}"}}, "feature_policies.s3Import", "use one of: s3,"),
    (
        POSTGRESQL,
        {"feature_roles": {"Lambda": "arn"}, "feature_policies": {"Lambda": "{}"}},
        "feature_policies.Lambda",
        "keep one",
    ),
    (
        MYSQL,
        {
            "feature_roles": dict.fromkeys(
                ("s3", "lambda", "logs", "sagemaker", "comprehend", "bedrock"), "arn:aws:iam::1:role/r"
            )
        },
        "feature_roles",
        "at most 5",
    ),
    (
        MYSQL,
        {"feature_roles": {"s3": "arn"}, "cluster_parameters": {"aws_default_s3_role": "arn"}},
        "cluster_parameters.aws_default_s3_role",
        "set by the feature",
    ),
    # Global membership.
    (
        POSTGRESQL,
        {"global_membership": {"global_cluster_identifier": "g", "role": "secondary"}},
        "global_membership.primary_region",
        "required",
    ),
    (POSTGRESQL, {**SECONDARY, "database_name": "orders"}, "database_name", "of its primary"),
    (
        POSTGRESQL,
        {**PRIMARY, "default_instance_class": "db.t4g.medium"},
        "instances.one.instance_class",
        "memory-optimised",
    ),
    (
        POSTGRESQL,
        {
            "global_membership": {
                "global_cluster_identifier": "g",
                "role": "primary",
                "write_forwarding": True,
            }
        },
        "global_membership.write_forwarding",
        "secondary",
    ),
    # Maintenance.
    (POSTGRESQL, {"maintenance": {"ca_certificate": "rds-ca-2019"}}, "maintenance.ca_certificate", "expired"),
    (
        POSTGRESQL,
        {"maintenance": {"allow_major_version_upgrade": True}},
        "maintenance.allow_major_version_upgrade",
        "apply_immediately",
    ),
    (POSTGRESQL, {"timeouts": {"create": "two hours"}}, "timeouts.create", "2h30m"),
    (POSTGRESQL, {"import_ids": {"instance:three": "x"}}, "import_ids.instance:three", "did you mean"),
]


@pytest.mark.parametrize(
    ("base", "more", "path", "message"), REFUSED, ids=[f"{path}: {part}" for _, _, path, part in REFUSED]
)
def test_refused_with_path_and_fix(
    base: dict[str, Any], more: dict[str, Any], path: str, message: str
) -> None:
    found = problems(base, **more)
    assert path in found
    assert message in found[path]


@pytest.mark.parametrize("base", [POSTGRESQL, MYSQL, SERVERLESS])
def test_the_shapes_themselves_are_right(base: dict[str, Any]) -> None:
    assert problems(base) == {}


def test_all_problems_are_told_at_once_and_nothing_is_registered() -> None:
    registered: list[str] = []

    def program() -> None:
        try:
            AuroraCluster("orders", {**POSTGRESQL, "port": 80, "instances": {"one": {}}, "endpoint": {}})
        except pulumi.InputPropertiesError as error:
            registered.extend(str(error).splitlines())

    assert list(record(program)) == []
    assert registered[0] == "AuroraCluster 'orders' has 3 problems in its arguments:"
    assert [line.split(":")[0].strip() for line in registered[1:]] == ["endpoint", "instances", "port"]


def test_a_component_name_that_cannot_name_aws_resources_is_refused() -> None:
    for name in ("Orders_DB", "1st", "orders--db", "orders-", "o" * 41):
        with pytest.raises(pulumi.InputPropertiesError, match="name: "):
            record(lambda name=name: AuroraCluster(name, POSTGRESQL))


def test_what_is_missing_is_named_and_the_rest_is_still_checked() -> None:
    with pytest.raises(pulumi.InputPropertiesError) as caught:
        record(lambda: AuroraCluster("orders", {"engine": "aurora-mysql", "port": 1}))
    for path in ("engine_version: is required", "vpc_id: is required", "subnet_ids: ", "port: "):
        assert path in str(caught.value)
    with pytest.raises(pulumi.InputPropertiesError, match="engine: is required"):
        record(lambda: AuroraCluster("orders", {}))


def test_outputs_are_accepted_where_they_can_be_and_judged_by_aws() -> None:
    given = {
        "vpc_id": Output.from_input("vpc-1"),
        "subnet_ids": Output.from_input(["subnet-a", "subnet-b"]),
        "security_group_ids": Output.from_input(["sg-1"]),
        "credentials": {"username": Output.from_input("somebody")},
    }
    cluster = build(POSTGRESQL, **given).one("rds/cluster:Cluster")
    assert cluster.inputs["masterUsername"] == "somebody"
    assert cluster.inputs["vpcSecurityGroupIds"] == ["orders-access-id", "sg-1"]


def test_what_is_only_known_later_is_checked_then() -> None:
    assert "two subnets or more" in failure(
        lambda: build(POSTGRESQL, subnet_ids=Output.from_input(["subnet-a"]))
    )
    assert "not offered in cn-north-1" in failure(
        lambda: record(
            lambda: AuroraCluster("orders", {**POSTGRESQL, "activity_stream": {}}),
            preview=True,
            region="cn-north-1",
            partition="aws-cn",
        )
    )


def test_an_output_where_structure_is_decided_is_refused() -> None:
    found = problems(POSTGRESQL, engine_version=Output.from_input("16.8"))
    assert "plain value" in found["engine_version"]


@pytest.mark.parametrize(
    ("base", "more", "message"),
    [
        (POSTGRESQL, {"protection": "standard", "instances": {"one": {}}}, "no standby"),
        (POSTGRESQL, {"instances": {"one": {}, "two": {"promotion_tier": 5}}}, "promotion tier 0 or 1"),
        (
            POSTGRESQL,
            {"instances": {"one": {"instance_class": "db.r7g.xlarge"}, "two": {}}},
            "differ in class",
        ),
        (
            SERVERLESS,
            {**PRIMARY, "serverless": {"min_capacity": 0, "max_capacity": 4}},
            "keeps the cluster awake",
        ),
        (POSTGRESQL, {"restore": {"snapshot_identifier": "s"}}, "update a second time"),
        (MYSQL, {"activity_stream": {}}, "reach KMS"),
        (POSTGRESQL, {"port": 3306}, "usual port of aurora-mysql"),
        (POSTGRESQL, {"credentials": {"rotation_enabled": False}}, "never rotated"),
    ],
)
def test_what_deserves_a_second_look_is_logged(
    base: dict[str, Any], more: dict[str, Any], message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    logged: list[str] = []
    monkeypatch.setattr(pulumi.log, "warn", lambda text, resource: logged.append(text))
    build(base, **more)
    assert any(message in text for text in logged)
    assert all(text.startswith("AuroraCluster 'orders': ") for text in logged)


def test_a_plain_cluster_logs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pulumi.log, "warn", lambda text, resource: pytest.fail(text))
    build(POSTGRESQL)


@given(st.floats(0, 256), st.floats(0, 256))
def test_capacities_are_accepted_exactly_in_half_steps_and_in_order(least: float, most: float) -> None:
    wanted = least * 2 == int(least * 2) and most * 2 == int(most * 2) and most >= 1 and least <= most
    found = problems(SERVERLESS, serverless={"min_capacity": least, "max_capacity": most})
    assert (not found) == wanted
