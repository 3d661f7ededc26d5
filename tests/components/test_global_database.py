"""GlobalDatabase: one writer, followers in other regions, and a complete cluster in each."""

from functools import cache
from typing import Any

import pytest

from aurora_components import GlobalDatabase
from aurora_components.global_database.validation import SECONDARIES_LIMIT
from tests.components.recording import Recording, Secret, assert_frozen, record, refusals

GLOBAL = "rds/globalCluster:GlobalCluster"
CLUSTER = "rds/cluster:Cluster"
INSTANCE = "rds/clusterInstance:ClusterInstance"


def member(region: str, **more: Any) -> dict[str, Any]:
    return {
        "vpc_id": f"vpc-{region}",
        "subnet_ids": [f"subnet-{region}-a", f"subnet-{region}-b"],
        "default_instance_class": "db.r7g.large",
        **more,
    }


BASE: dict[str, Any] = {
    "engine": "aurora-postgresql",
    "engine_version": "16.8",
    "primary_region": "eu-central-1",
    "members": {"eu-central-1": member("eu-central-1"), "eu-west-1": member("eu-west-1")},
    "database_name": "orders",
}


def build(**more: Any) -> Recording:
    return record(lambda: GlobalDatabase("orders", {**BASE, **more})) if more else _smallest()


@cache
def _smallest() -> Recording:
    return record(lambda: GlobalDatabase("orders", BASE))


def refused(**more: Any) -> dict[str, str]:
    return refusals(lambda: GlobalDatabase("orders", {**BASE, **more}))


def test_names_are_frozen() -> None:
    assert_frozen(build(), "global_database")


def test_the_global_cluster_owns_engine_version_and_encryption() -> None:
    made = build().one(GLOBAL)
    assert made.inputs == {
        "globalClusterIdentifier": "orders-test",
        "engine": "aurora-postgresql",
        "engineVersion": "16.8",
        "engineLifecycleSupport": "open-source-rds-extended-support-disabled",
        "databaseName": "orders",
        "storageEncrypted": True,
        "deletionProtection": True,
        "forceDestroy": False,
        "region": "eu-central-1",
        "tags": {"Name": "orders-test"},
    }
    assert made.protect
    assert made.ignore_changes == ("engineLifecycleSupport",)


def test_the_life_cycle_of_a_mysql_database_is_its_members_own() -> None:
    recording = build(engine="aurora-mysql", engine_version="8.0.mysql_aurora.3.10.4")
    assert "engineLifecycleSupport" not in recording.one(GLOBAL).inputs
    assert all("engineLifecycleSupport" in cluster.inputs for cluster in recording.of(CLUSTER))


def test_t11_members_leave_version_and_membership_to_the_global_cluster() -> None:
    for cluster in build().of(CLUSTER):
        assert {
            "engineVersion",
            "globalClusterIdentifier",
            "replicationSourceIdentifier",
            "sourceRegion",
        } <= set(cluster.ignore_changes)


def test_t11_a_follower_waits_for_the_instances_of_the_primary() -> None:
    follower = build().one(CLUSTER, "orders-eu-west-1-cluster")
    assert {"orders-eu-central-1-one", "orders-eu-central-1-two"} <= follower.property_dependencies[
        "globalClusterIdentifier"
    ]


def test_t12_every_resource_of_a_member_is_in_its_region_and_the_key_too() -> None:
    recording = build()
    for region in ("eu-central-1", "eu-west-1"):
        cluster = recording.one(CLUSTER, f"orders-{region}-cluster")
        key = recording.one("kms/key:Key", f"orders-{region}-key-key")
        assert cluster.inputs["kmsKeyId"].startswith(f"arn:aws:kms:{region}:")
        assert f"rds.{region}.amazonaws.com" in key.inputs["policy"]
        regional = [
            each
            for each in recording
            if each.type.startswith("aws:")
            and each.name.startswith(f"orders-{region}")
            and "iam/" not in each.type
        ]
        assert {each.inputs.get("region") for each in regional} == {region}


def test_the_primary_makes_the_admin_user_and_a_follower_has_the_same() -> None:
    recording = build(admin_username="owner", password_version=3)
    primary = recording.one(CLUSTER, "orders-eu-central-1-cluster").inputs
    assert primary["masterUsername"] == "owner"
    assert isinstance(primary["masterPasswordWo"], Secret)
    assert primary["masterPasswordWoVersion"] == 3
    assert primary["databaseName"] == "orders"
    follower = recording.one(CLUSTER, "orders-eu-west-1-cluster").inputs
    assert not {key for key in follower if key.startswith(("master", "manage", "database"))} - {
        "databaseInsightsMode"
    }
    assert follower["sourceRegion"] == "eu-central-1"
    assert follower["skipFinalSnapshot"] is True
    assert [each.name for each in recording.of("secretsmanager/secret:Secret")] == [
        "orders-eu-central-1-admin"
    ]


def test_a_generated_password_rotates_with_a_function_of_your_own() -> None:
    function = "arn:aws:lambda:eu-central-1:123456789012:function:rotate"
    rotation = build(rotation_function_arn=function).one("secretsmanager/secretRotation:SecretRotation")
    assert rotation.inputs["rotationLambdaArn"] == function
    assert rotation.inputs["rotationRules"] == {"automaticallyAfterDays": 7}
    assert rotation.inputs["rotateImmediately"] is False
    assert {"orders-eu-central-1-one"} <= rotation.depends_on
    assert build().of("secretsmanager/secretRotation:SecretRotation") == []


def test_t13_instances_of_a_follower_can_be_deleted_to_the_last() -> None:
    forced = {each.name: each.inputs.get("forceDestroy") for each in build().of(INSTANCE)}
    assert forced == {
        "orders-eu-central-1-one": None,
        "orders-eu-central-1-two": None,
        "orders-eu-west-1-one": True,
        "orders-eu-west-1-two": True,
    }


def test_a_headless_follower_keeps_data_and_no_instance() -> None:
    headless = member("eu-west-1", headless=True)
    del headless["default_instance_class"]
    recording = build(members={"eu-central-1": member("eu-central-1"), "eu-west-1": headless})
    assert recording.one(CLUSTER, "orders-eu-west-1-cluster")
    assert {each.inputs["region"] for each in recording.of(INSTANCE)} == {"eu-central-1"}


def test_a_switchover_is_followed_without_touching_the_order_or_the_passwords() -> None:
    before, after = build(), build(writer_region="eu-west-1")
    assert before.tree() == after.tree()
    for type_ in (GLOBAL, INSTANCE):
        assert [each.inputs for each in before.of(type_)] == [each.inputs for each in after.of(type_)]
    clusters = {each.name: each.inputs for each in after.of(CLUSTER)}
    assert "masterUsername" in clusters["orders-eu-central-1-cluster"]
    assert clusters["orders-eu-west-1-cluster"]["sourceRegion"] == "eu-central-1"


@pytest.mark.parametrize(
    ("protection", "deletion_protection", "force", "protect"),
    [("locked", True, False, True), ("standard", True, False, None), ("ephemeral", False, True, None)],
)
def test_protection(protection: str, deletion_protection: bool, force: bool, protect: bool | None) -> None:
    made = build(protection=protection).one(GLOBAL)
    assert made.inputs["deletionProtection"] is deletion_protection
    assert made.inputs["forceDestroy"] is force
    assert made.protect is protect


def test_an_existing_cluster_becomes_the_primary() -> None:
    arn = "arn:aws:rds:eu-central-1:123456789012:cluster:old"
    recording = record(
        lambda: GlobalDatabase(
            "orders",
            {
                "engine": "aurora-postgresql",
                "engine_version": "16.8",
                "primary_region": "eu-central-1",
                "from_existing_cluster_arn": arn,
                "members": {"eu-west-1": member("eu-west-1", write_forwarding=True)},
            },
        )
    )
    made = recording.one(GLOBAL).inputs
    assert made["sourceDbClusterIdentifier"] == arn
    assert not {"engine", "engineVersion", "storageEncrypted", "databaseName"} & set(made)
    follower = recording.one(CLUSTER).inputs
    assert follower["enableGlobalWriteForwarding"] is True


def test_shared_settings_reach_every_member() -> None:
    recording = build(
        recovery_point_seconds=30,
        tags={"team": "orders"},
        logs={"retention_days": 731},
        maintenance={"extended_support": True},
    )
    assert recording.one(GLOBAL).inputs["engineLifecycleSupport"] == "open-source-rds-extended-support"
    assert {each.inputs["retentionInDays"] for each in recording.of("cloudwatch/logGroup:LogGroup")} == {731}
    for cluster in recording.of(CLUSTER):
        assert cluster.inputs["tags"]["team"] == "orders"
    groups = {
        each.name: {parameter["name"]: parameter["value"] for parameter in each.inputs["parameters"]}
        for each in recording.of("rds/clusterParameterGroup:ClusterParameterGroup")
    }
    assert groups["orders-eu-central-1-cluster-parameters"]["rds.global_db_rpo"] == "30"
    assert "rds.global_db_rpo" not in groups["orders-eu-west-1-cluster-parameters"]


def test_every_region_with_instances_is_watched_and_the_primary_for_the_lag_of_the_others() -> None:
    headless = member("us-east-1", headless=True)
    del headless["default_instance_class"]
    recording = build(members={**BASE["members"], "us-east-1": headless})
    assert [each.name for each in recording.of("Observability")] == [
        "orders-eu-central-1-observability",
        "orders-eu-west-1-observability",
    ]
    lag = [each.name for each in recording.of("cloudwatch/metricAlarm:MetricAlarm") if "global" in each.name]
    assert lag
    assert all("eu-central-1" in name for name in lag)
    assert build(protection="ephemeral").of("Observability") == []
    assert build(protection="ephemeral", observability={}).of("Observability") != []


def test_every_region_is_backed_up_and_only_the_primary_continuously() -> None:
    recording = build(backup_plan={})
    assert [each.name for each in recording.of("BackupPlan")] == [
        "orders-eu-central-1-backup",
        "orders-eu-west-1-backup",
    ]
    continuous = {
        each.name: any(rule.get("enableContinuousBackup") for rule in each.inputs["rules"])
        for each in recording.of("backup/plan:Plan")
    }
    assert continuous == {"orders-eu-central-1-backup-plan": True, "orders-eu-west-1-backup-plan": False}
    owned = {each.name: "preferredBackupWindow" in each.ignore_changes for each in recording.of(CLUSTER)}
    assert owned == {"orders-eu-central-1-cluster": True, "orders-eu-west-1-cluster": False}
    assert build().of("BackupPlan") == []


def test_outputs() -> None:
    outputs = build().one("GlobalDatabase").outputs
    assert outputs["global_cluster_identifier"] == "orders-test"
    assert set(outputs["connections"]) == {"eu-central-1", "eu-west-1"}
    assert '"region": "eu-west-1"' in outputs["connections"]["eu-west-1"]


REFUSED: list[tuple[dict[str, Any], str, str]] = [
    ({"primary_region": "Frankfurt"}, "primary_region", "eu-central-1"),
    ({"primary_region": "us-east-1"}, "members", "add it"),
    ({"members": {}}, "members", "add it"),
    ({"members": {"eu-central-1": member("eu-central-1"), "west": member("west")}}, "members.west", "region"),
    (
        {
            "members": {f"eu-west-{n}": member("x") for n in range(9)}
            | BASE["members"]
            | {"us-east-1": member("x"), "us-east-2": member("x"), "us-west-1": member("x")}
        },
        "members",
        f"at most {SECONDARIES_LIMIT}",
    ),
    ({"writer_region": "us-east-1"}, "writer_region", "no member"),
    (
        {"members": {**BASE["members"], "eu-central-1": member("eu-central-1", headless=True)}},
        "members.eu-central-1.headless",
        "the primary needs instances",
    ),
    (
        {"members": {**BASE["members"], "eu-central-1": member("eu-central-1", write_forwarding=True)}},
        "members.eu-central-1.write_forwarding",
        "another region",
    ),
    (
        {"members": {**BASE["members"], "eu-west-1": member("eu-west-1", headless=True)}},
        "members.eu-west-1.default_instance_class",
        "leave it out",
    ),
    (
        {
            "members": {
                **BASE["members"],
                "eu-west-1": member("eu-west-1", default_instance_class="db.t4g.large"),
            }
        },
        "members.eu-west-1.instances.one.instance_class",
        "memory-optimised",
    ),
    (
        {
            "members": {
                **BASE["members"],
                "eu-west-1": member("eu-west-1", allowed_cidrs={"all": "0.0.0.0/0"}),
            }
        },
        "members.eu-west-1.allowed_cidrs.all",
        "internet",
    ),
    ({"engine_version": "16"}, "engine_version", "full version"),
    ({"recovery_point_seconds": 10}, "recovery_point_seconds", "20"),
    (
        {"engine": "aurora-mysql", "engine_version": "8.0.mysql_aurora.3.10.4", "recovery_point_seconds": 30},
        "recovery_point_seconds",
        "PostgreSQL",
    ),
    ({"global_name": "Orders"}, "global_name", "lower-case"),
    ({"logs": {"kms_key_arn": "arn"}}, "logs.kms_key_arn", "one region"),
    ({"monitoring": {"kms_key_arn": "arn"}}, "monitoring.kms_key_arn", "one region"),
    ({"backup_plan": {"retention_days": 7}}, "backup_plan.retention_days", "35"),
    ({"backup_plan": {"copies": {"x": {"region": "eu-west-1"}}}}, "backup_plan.copies.x.region", "survive"),
    ({"backup_plan": {"topic_arn": "arn"}}, "backup_plan.topic_arn", "one region"),
    ({"observability": {"topic_arn": "arn"}}, "observability.topic_arn", "one region"),
    ({"observability": {"alarms": {"writer-cup": {}}}}, "observability.alarms.writer-cup", "writer-cpu"),
    ({"backup": {"backtrack_hours": 24}}, "backup.backtrack_hours", "global database"),
    ({"backup": {"retention_days": 40}}, "backup.retention_days", "1 to 35"),
    ({"from_existing_cluster_arn": "arn"}, "members.eu-central-1", "leave this one out"),
    ({"from_existing_cluster_arn": "arn"}, "database_name", "belongs to the existing"),
    ({"database_name": "user"}, "database_name", "reserved"),
    ({"iam_path": "x"}, "iam_path", "slash"),
    ({"tags": {"aws:x": "y"}}, "tags.aws:x", "belong to AWS"),
    ({"membres": {}}, "membres", "did you mean 'members'?"),
]


@pytest.mark.parametrize(
    ("more", "path", "message"), REFUSED, ids=[f"{path}: {message}" for _, path, message in REFUSED]
)
def test_refused_with_path_and_fix(more: dict[str, Any], path: str, message: str) -> None:
    found = refused(**more)
    assert message in found[path]


def test_all_problems_of_all_members_come_together() -> None:
    found = refused(
        recovery_point_seconds=1,
        engine_version="16.8-limitless",
        members={
            "eu-central-1": member("eu-central-1", subnet_ids=["subnet-a"]),
            "eu-west-1": member("eu-west-1", instances={"Writer": {}, "two": {}}),
        },
    )
    assert set(found) == {
        "recovery_point_seconds",
        "engine_version",
        "members.eu-central-1.subnet_ids",
        "members.eu-west-1.instances.Writer",
    }
