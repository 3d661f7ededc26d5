"""AuroraDatabase: ten lines are a safe database, and every part can be added or brought along."""

import json
from functools import cache
from typing import Any

import pulumi
import pytest

from aurora_components import AuroraDatabase
from tests.components.configurations import MYSQL, POSTGRESQL, everything
from tests.components.handles import statements
from tests.components.recording import Recording, names, record, refusals

KEY_ARN = "arn:aws:kms:eu-central-1:123456789012:key/orders-key-key"
ADOPTED_KEY = "arn:aws:kms:eu-central-1:123456789012:key/old"
ADOPTED = {"adopt": {"vpc_id": "vpc-old", "database_subnet_ids": ["subnet-a", "subnet-b"]}}


def build(**args: Any) -> Recording:
    return record(lambda: AuroraDatabase("orders", {**POSTGRESQL, **args})) if args else _smallest()


@cache
def _smallest() -> Recording:
    return record(lambda: AuroraDatabase("orders", POSTGRESQL))


def refused(**args: Any) -> dict[str, str]:
    return refusals(lambda: AuroraDatabase("orders", {**POSTGRESQL, **args}))


def test_engine_and_version_are_enough() -> None:
    recording = build()
    cluster = recording.one("rds/cluster:Cluster").inputs
    assert cluster["serverlessv2ScalingConfiguration"] == {"minCapacity": 0.5, "maxCapacity": 8}
    assert cluster["storageEncrypted"] is True
    assert cluster["kmsKeyId"] == KEY_ARN
    assert cluster["deletionProtection"] is True
    assert cluster["manageMasterUserPassword"] is True
    assert {each.inputs["instanceClass"] for each in recording.of("rds/clusterInstance:ClusterInstance")} == {
        "db.serverless"
    }
    assert recording.one("rds/subnetGroup:SubnetGroup").inputs["subnetIds"] == [
        f"orders-network-database-{number}-id" for number in (1, 2, 3)
    ]
    for absent in ("BackupPlan", "DatabaseProxy", "AppAccess", "AccessHost", "DatabasePersonas"):
        assert recording.of(absent) == []
    assert recording.of("ec2/internetGateway:InternetGateway") == []


def test_one_key_serves_data_secret_logs_and_topic() -> None:
    recording = build()
    assert [each.name for each in recording.of("kms/key:Key")] == ["orders-key-key"]
    assert {each.inputs["kmsKeyId"] for each in recording.of("cloudwatch/logGroup:LogGroup")} == {KEY_ARN}
    assert recording.one("sns/topic:Topic").inputs["kmsMasterKeyId"] == KEY_ARN
    policy = statements(recording.one("kms/key:Key").inputs["policy"])
    assert {"RdsUse", "SecretsManagerUse", "LogGroups", "RdsEvents", "CloudWatchAlarms"} <= set(policy)


def test_t54_backup_failures_reach_the_encrypted_topic() -> None:
    recording = build(backup_plan={})
    notifications = recording.one("backup/vaultNotifications:VaultNotifications").inputs
    assert notifications["snsTopicArn"].endswith(":orders-observability-test")
    policy = statements(recording.one("kms/key:Key", "orders-key-key").inputs["policy"])
    assert policy["BackupEvents"]["Principal"] == {"Service": "backup.amazonaws.com"}
    assert policy["BackupEvents"]["Action"] == ["kms:Decrypt", "kms:GenerateDataKey*"]


def test_t30_a_continuous_backup_owns_retention_and_window() -> None:
    ignored = build(backup_plan={}).one("rds/cluster:Cluster").ignore_changes
    assert {"backupRetentionPeriod", "preferredBackupWindow"} <= set(ignored)
    daily = build(backup_plan={"continuous_backup": False}).one("rds/cluster:Cluster").ignore_changes
    assert "preferredBackupWindow" not in daily


def test_t36_an_existing_network_and_key_are_adopted() -> None:
    recording = build(network=ADOPTED, key={"existing_key_arn": ADOPTED_KEY})
    assert recording.of("ec2/vpc:Vpc") == []
    assert recording.one("rds/cluster:Cluster").inputs["kmsKeyId"] == ADOPTED_KEY
    assert recording.one("ec2/securityGroup:SecurityGroup").inputs["vpcId"] == "vpc-old"


def test_t54_an_adopted_key_is_not_trusted_with_the_topic() -> None:
    recording = build(key={"existing_key_arn": ADOPTED_KEY})
    assert recording.one("sns/topic:Topic").inputs["kmsMasterKeyId"].endswith("orders-observability-key-key")
    flow_logs = recording.one("cloudwatch/logGroup:LogGroup", "orders-network-flow-logs")
    assert flow_logs.inputs["kmsKeyId"] != ADOPTED_KEY


def test_the_proxy_signs_in_as_the_users_of_its_applications() -> None:
    recording = build(
        proxy={},
        applications={
            "shop": {"db_users": ["shop"]},
            "batch": {"db_users": ["batch"], "through_proxy": False},
        },
    )
    documents = {each.name: each.inputs["policy"] for each in recording.of("iam/policy:Policy")}
    proxy = next(text for name, text in documents.items() if name.startswith("orders-proxy"))
    assert "/shop" in proxy
    assert "/batch" not in proxy
    assert "dbuser:prx-" in documents["orders-shop-policy"]
    assert "dbuser:cluster-" in documents["orders-batch-policy"]


def test_migrations_read_the_admin_secret_and_lead_to_the_cluster() -> None:
    recording = build(proxy={"db_users": ["shop"]}, applications={"migrations": {"read_admin_secret": True}})
    assert (
        recording.one("AuroraDatabase")
        .outputs["environments"]["migrations"]["DB_HOST"]
        .startswith("orders-test.cluster-")
    )


def test_the_data_api_leads_to_the_cluster_whether_there_is_a_proxy_or_not() -> None:
    recording = build(
        data_api=True,
        proxy={"db_users": ["shop"]},
        applications={"migrations": {"data_api": True, "read_admin_secret": True}},
    )
    policy = statements(recording.one("iam/policy:Policy", "orders-migrations-policy").inputs["policy"])
    assert policy["RunSql"]["Resource"].endswith(":cluster:orders-test")


def test_an_access_host_brings_its_endpoints_along() -> None:
    recording = build(access_host={}, network={"interface_endpoints": ["ssm", "sts"]})
    assert {
        each.name
        for each in recording.of("ec2/vpcEndpoint:VpcEndpoint")
        if each.inputs["vpcEndpointType"] == "Interface"
    } == {f"orders-network-{service}-endpoint" for service in ("ssm", "sts", "ssmmessages", "ec2messages")}
    host = recording.one("ec2/instance:Instance").inputs
    assert host["subnetId"] == "orders-network-database-1-id"
    with_app_tier = build(access_host={}, network={"tiers": {"app_mask": 24}})
    assert with_app_tier.one("ec2/instance:Instance").inputs["subnetId"] == "orders-network-app-1-id"


def test_a_database_that_calls_out_reaches_the_endpoints_of_its_network() -> None:
    recording = record(
        lambda: AuroraDatabase(
            "orders",
            {
                **MYSQL,
                "default_instance_class": "db.r7g.large",
                "activity_stream": {},
                "network": {"interface_endpoints": ["kms"]},
            },
        )
    )
    rule = recording.one("vpc/securityGroupEgressRule:SecurityGroupEgressRule").inputs
    assert rule["referencedSecurityGroupId"] == "orders-network-endpoints-sg-id"
    assert (
        build(network={"interface_endpoints": ["kms"]}).of(
            "vpc/securityGroupEgressRule:SecurityGroupEgressRule"
        )
        == []
    )


def test_an_ephemeral_database_is_watched_only_on_demand() -> None:
    assert build(protection="ephemeral").of("Observability") == []
    assert build(protection="ephemeral", observability={}).of("Observability") != []


@pytest.mark.parametrize(
    ("args", "serverless"),
    [
        ({}, True),
        ({"instances": {"one": {}, "two": {"promotion_tier": 1}}}, True),
        ({"default_instance_class": "db.r7g.large"}, False),
        ({"instances": {key: {"instance_class": "db.r7g.large"} for key in ("one", "two")}}, False),
    ],
)
def test_instances_of_no_class_are_serverless(args: dict[str, Any], serverless: bool) -> None:
    recording = build(**args)
    assert ("serverlessv2ScalingConfiguration" in recording.one("rds/cluster:Cluster").inputs) is serverless
    alarms = names(recording.of("cloudwatch/metricAlarm:MetricAlarm"))
    assert ("orders-observability-capacity" in alarms) is serverless


def test_region_tags_protection_and_boundary_reach_every_part() -> None:
    recording = build(
        **everything("eu-west-1"),
        region="eu-north-1",
        tags={"team": "orders"},
        protection="standard",
        iam_path="/databases/",
        permissions_boundary_arn="arn:aws:iam::123456789012:policy/boundary",
    )
    elsewhere = [each for each in recording if "copy-elsewhere" in each.name]
    for each in recording:
        if not each.type.startswith("aws:") or each in elsewhere or each.type.startswith("aws:iam/"):
            continue
        assert each.inputs.get("region") == "eu-north-1", each.name
    for role in recording.of("iam/role:Role"):
        assert role.inputs["path"] == "/databases/", role.name
        assert role.inputs["permissionsBoundary"].endswith("policy/boundary"), role.name
    untagged = {
        each.name
        for each in recording
        if each.custom and "tags" in each.inputs and each.inputs["tags"].get("team") != "orders"
    }
    assert untagged == set()
    assert {each.type for each in recording if each.protect} == {"aurora:index:Lock"}


def test_outputs() -> None:
    outputs = build(**everything("eu-west-1")).one("AuroraDatabase").outputs
    assert json.loads(outputs["connection"])["kind"] == "cluster"
    assert json.loads(outputs["proxy_connection"])["kind"] == "proxy"
    assert set(outputs["application_policy_arns"]) == {"shop", "migrations"}
    assert outputs["environments"]["shop"]["DB_USER"] == "shop"
    assert outputs["session_command"].startswith("aws ssm start-session")
    few = build().one("AuroraDatabase").outputs
    assert few["application_policy_arns"] == {}
    assert few["environments"] == {}


def test_t17_a_proxy_in_front_of_a_pausing_cluster_is_worth_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    logged: list[str] = []
    monkeypatch.setattr(pulumi.log, "warn", lambda text, resource: logged.append(text))
    build(proxy={"db_users": ["shop"]}, serverless={"min_capacity": 0, "max_capacity": 4})
    assert any("awake" in text for text in logged)


REFUSED: list[tuple[dict[str, Any], str, str]] = [
    ({"applications": {"web shop": {"db_users": ["x"]}}}, "applications.web shop", "at most 60 letters"),
    (
        {**MYSQL, "default_instance_class": "db.r7g.large", "activity_stream": {}},
        "network.interface_endpoints",
        "add kms",
    ),
    ({"netwrok": {}}, "netwrok", "did you mean 'network'?"),
    ({"port": 80}, "port", "1150"),
    ({"network": {"cidr_block": "10.0.0.0/30"}}, "network.cidr_block", "/16"),
    ({"network": {**ADOPTED, "nat": "single"}}, "network.nat", "adopted VPC"),
    ({"network_type": "DUAL"}, "network.ipv6", "set it to true"),
    ({"key": {"deletion_window_days": 3}}, "key.deletion_window_days", "7 to 30"),
    ({"key": {"rotation_period_days": 30}}, "key.rotation_period_days", "90 to 2560"),
    (
        {"restore": {"source_cluster_identifier": "old", "copy_on_write": True}},
        "key.existing_key_arn",
        "key of the source",
    ),
    ({"proxy": {}}, "proxy.db_users", "name the database users"),
    ({"proxy": {"db_users": ["shop"], "proxy_name": "P"}}, "proxy.proxy_name", "lower-case"),
    ({"observability": {"alarms": {"writer-cup": {}}}}, "observability.alarms.writer-cup", "writer-cpu"),
    ({"backup_plan": {"retention_days": 7}}, "backup_plan.retention_days", "35"),
    ({"applications": {"shop": {}}}, "applications.shop", "grants nothing"),
    ({"applications": {"shop": {"db_users": ["*"]}}}, "applications.shop.db_users[0]", "wildcard"),
    (
        {"applications": {"shop": {"db_users": ["Clusterowner"]}}},
        "applications.shop.db_users[0]",
        "admin user",
    ),
    (
        {"applications": {"shop": {"db_users": ["shop"], "through_proxy": True}}},
        "applications.shop.through_proxy",
        "no proxy",
    ),
    (
        {"applications": {"shop": {"data_api": True, "secret_arns": {"shop": "arn"}}}},
        "applications.shop.data_api",
        "set data_api",
    ),
    (
        {
            "data_api": True,
            "applications": {"x": {"data_api": True, "read_admin_secret": True, "through_proxy": True}},
        },
        "applications.x.through_proxy",
        "cluster's own",
    ),
    (
        {
            "proxy": {"db_users": ["shop"]},
            "applications": {"x": {"read_admin_secret": True, "through_proxy": True}},
        },
        "applications.x.through_proxy",
        "does not know the admin",
    ),
    ({"access_host": {"instance_type": "m5.large"}}, "access_host.instance_type", "Graviton"),
    (
        {"network": ADOPTED, "access_host": {}},
        "access_host.endpoint_security_group_id",
        "give their group",
    ),
    (
        {"access_host": {"endpoint_security_group_id": "sg-1"}},
        "access_host.endpoint_security_group_id",
        "has its own",
    ),
    (
        {"personas": {"admin_resource_tags": {"aws:team": "x"}}},
        "personas.admin_resource_tags.aws:team",
        "AWS",
    ),
]


@pytest.mark.parametrize(
    ("args", "path", "message"), REFUSED, ids=[f"{path}: {message}" for _, path, message in REFUSED]
)
def test_refused_with_path_and_fix(args: dict[str, Any], path: str, message: str) -> None:
    assert message in refused(**args)[path]


def test_all_problems_of_all_parts_come_together_each_once() -> None:
    with pytest.raises(pulumi.InputPropertiesError) as caught:
        build(
            engine_version="16",
            port="5432",
            network={"availability_zone_count": 1},
            key={"services": ["rds"]},
            access_host={"local_port": 80},
            iam_path="databases",
        )
    assert [line.partition(": ")[0].strip() for line in str(caught.value).splitlines()] == [
        "AuroraDatabase 'orders' has 6 problems in its arguments:",
        "port",
        "key.services",
        "engine_version",
        "iam_path",
        "network.availability_zone_count",
        "access_host.local_port",
    ]
