"""What an AuroraCluster registers: every child, with all it is told."""

import json
from typing import Any

import pytest

from aurora_components.support.connection import NAMES
from tests.components.recording import ACCOUNT, Recording, Secret

from .shapes import (
    CLUSTER,
    CLUSTER_PARAMETERS,
    INSTANCE,
    INSTANCE_PARAMETERS,
    KEY,
    LOG_GROUP,
    MYSQL,
    POSTGRESQL,
    PRIMARY,
    SECONDARY,
    SERVERLESS,
    build,
    build_with,
    parameters,
)

ALWAYS_IGNORED = (
    "availabilityZones",
    "iamRoles",
    "globalClusterIdentifier",
    "replicationSourceIdentifier",
    "engineLifecycleSupport",
)


def arn(service: str, resource: str) -> str:
    return f"arn:aws:{service}:eu-central-1:{ACCOUNT}:{resource}"


def test_the_cluster_is_told_everything_that_matters() -> None:
    cluster = build(POSTGRESQL, database_name="orders").one(CLUSTER)
    assert cluster.name == "orders-cluster"
    assert cluster.inputs == {
        "clusterIdentifier": "orders-test",
        "engine": "aurora-postgresql",
        "engineVersion": "16.8",
        "engineLifecycleSupport": "open-source-rds-extended-support-disabled",
        "databaseName": "orders",
        "port": 5433,
        "dbSubnetGroupName": "orders-subnets-1a2b3c4",
        "vpcSecurityGroupIds": ["orders-access-id"],
        "storageEncrypted": True,
        "kmsKeyId": KEY,
        "iamDatabaseAuthenticationEnabled": True,
        "masterUsername": "clusterowner",
        "manageMasterUserPassword": True,
        "masterUserSecretKmsKeyId": KEY,
        "dbClusterParameterGroupName": "orders-cluster-parameters-1a2b3c4",
        "enabledCloudwatchLogsExports": ["postgresql", "iam-db-auth-error", "instance"],
        "performanceInsightsEnabled": True,
        "performanceInsightsKmsKeyId": KEY,
        "performanceInsightsRetentionPeriod": 7,
        "databaseInsightsMode": "standard",
        "backupRetentionPeriod": 35,
        "preferredBackupWindow": "03:30-04:30",
        "preferredMaintenanceWindow": "sun:05:30-sun:06:30",
        "copyTagsToSnapshot": True,
        "deletionProtection": True,
        "deleteAutomatedBackups": False,
        "skipFinalSnapshot": False,
        "finalSnapshotIdentifier": "orders-test-final-1a2b3c4",
        "applyImmediately": False,
        "storageType": "aurora",
        "networkType": "IPV4",
        "autoMinorVersionUpgrade": True,
        "tags": {"Name": "orders-test"},
    }


def test_an_instance_is_told_everything_that_matters() -> None:
    recording = build(POSTGRESQL)
    assert recording.named("orders-one").inputs == {
        "identifier": "orders-test-one",
        "clusterIdentifier": "orders-cluster-id",
        "engine": "aurora-postgresql",
        "instanceClass": "db.r7g.large",
        "promotionTier": 0,
        "dbSubnetGroupName": "orders-subnets-1a2b3c4",
        "dbParameterGroupName": "orders-instance-parameters-1a2b3c4",
        "publiclyAccessible": False,
        "caCertIdentifier": "rds-ca-rsa2048-g1",
        "autoMinorVersionUpgrade": True,
        "applyImmediately": False,
        "copyTagsToSnapshot": True,
        "preferredMaintenanceWindow": "sun:05:30-sun:06:30",
        "monitoringInterval": 60,
        "monitoringRoleArn": f"arn:aws:iam::{ACCOUNT}:role/orders-monitoring-role-1a2b3c4",
        "tags": {"Name": "orders-test-one"},
    }
    assert recording.named("orders-two").inputs["promotionTier"] == 1


def test_the_neighbours_are_told_everything_that_matters() -> None:
    recording = build(POSTGRESQL, tags={"team": "orders"})
    tags = {"Name": "orders-test", "team": "orders"}
    assert recording.one("rds/subnetGroup:SubnetGroup").inputs == {
        "description": "Subnets of Aurora cluster orders-test",
        "subnetIds": ["subnet-a", "subnet-b"],
        "tags": tags,
    }
    assert recording.one("ec2/securityGroup:SecurityGroup").inputs == {
        "description": "Aurora cluster orders-test",
        "vpcId": "vpc-1",
        "revokeRulesOnDelete": True,
        "tags": tags,
    }
    group = recording.one(CLUSTER_PARAMETERS).inputs
    assert (group["family"], group["tags"]) == ("aurora-postgresql16", tags)
    assert recording.one(INSTANCE_PARAMETERS).inputs == {
        "family": "aurora-postgresql16",
        "description": "Instance parameters of orders-test",
        "parameters": [],
        "tags": tags,
    }
    key = recording.one("DatabaseKey")
    assert (key.name, key.parent) == ("orders-key", "orders")


@pytest.mark.parametrize(
    ("base", "logs"),
    [
        (POSTGRESQL, ["postgresql", "iam-db-auth-error", "instance"]),
        (MYSQL, ["audit", "error", "slowquery", "iam-db-auth-error", "instance"]),
    ],
)
def test_every_exported_log_has_its_group(base: dict[str, Any], logs: list[str]) -> None:
    recording = build(base)
    assert recording.one(CLUSTER).inputs["enabledCloudwatchLogsExports"] == logs
    groups = {each.name: each.inputs for each in recording.of(LOG_GROUP)}
    assert groups == {
        f"orders-logs-{log}": {
            "name": f"/aws/rds/cluster/orders-test/{log}",
            "retentionInDays": 365,
            "kmsKeyId": KEY,
            "skipDestroy": True,
            "tags": {"Name": f"/aws/rds/cluster/orders-test/{log}"},
        }
        for log in logs
    }


def test_nothing_is_open_by_default() -> None:
    recording = build(POSTGRESQL)
    assert not recording.of("vpc/securityGroupIngressRule:SecurityGroupIngressRule")
    assert not recording.of("vpc/securityGroupEgressRule:SecurityGroupEgressRule")


def test_every_way_in_and_out_is_one_described_rule() -> None:
    recording = build(
        POSTGRESQL,
        allowed_security_groups={"app": "sg-app"},
        allowed_cidrs={"office": "10.0.0.0/16", "office6": "fd00::/64"},
        allowed_prefix_lists={"sites": "pl-1"},
        egress_security_groups={"endpoints": "sg-endpoints"},
        egress_prefix_lists={"s3": "pl-s3"},
    )
    rules = {
        each.name: {key: each.inputs[key] for key in each.inputs if key not in ("tags", "ipProtocol")}
        for each in recording
        if "SecurityGroupIngressRule" in each.type or "SecurityGroupEgressRule" in each.type
    }
    inside = {"securityGroupId": "orders-access-id", "fromPort": 5433, "toPort": 5433}
    outside = {"securityGroupId": "orders-access-id", "fromPort": 443, "toPort": 443}
    assert rules == {
        "orders-from-group-app": {
            **inside,
            "referencedSecurityGroupId": "sg-app",
            "description": "Database clients: app",
        },
        "orders-from-range-office": {
            **inside,
            "cidrIpv4": "10.0.0.0/16",
            "description": "Database clients: office",
        },
        "orders-from-range-office6": {
            **inside,
            "cidrIpv6": "fd00::/64",
            "description": "Database clients: office6",
        },
        "orders-from-list-sites": {
            **inside,
            "prefixListId": "pl-1",
            "description": "Database clients: sites",
        },
        "orders-to-group-endpoints": {
            **outside,
            "referencedSecurityGroupId": "sg-endpoints",
            "description": "AWS services of the database: endpoints",
        },
        "orders-to-list-s3": {
            **outside,
            "prefixListId": "pl-s3",
            "description": "AWS services of the database: s3",
        },
    }


def test_further_security_groups_are_attached_beside_our_own() -> None:
    cluster = build(POSTGRESQL, security_group_ids=["sg-1", "sg-2"]).one(CLUSTER)
    assert cluster.inputs["vpcSecurityGroupIds"] == ["orders-access-id", "sg-1", "sg-2"]
    assert cluster.property_dependencies["vpcSecurityGroupIds"] == {"orders-access"}


def test_a_given_subnet_group_is_used() -> None:
    given = {key: value for key, value in POSTGRESQL.items() if key != "subnet_ids"}
    recording = build(given, subnet_group_name="shared")
    assert not recording.of("rds/subnetGroup:SubnetGroup")
    assert recording.one(CLUSTER).inputs["dbSubnetGroupName"] == "shared"
    assert recording.named("orders-one").inputs["dbSubnetGroupName"] == "shared"


def test_given_keys_are_used() -> None:
    recording = build(
        POSTGRESQL,
        kms_key_arn="arn:storage",
        credentials={"secret_kms_key_arn": "arn:secret"},
        logs={"kms_key_arn": "arn:logs"},
        monitoring={"kms_key_arn": "arn:insights"},
    )
    cluster = recording.one(CLUSTER).inputs
    assert not recording.of("DatabaseKey")
    assert cluster["kmsKeyId"] == "arn:storage"
    assert cluster["masterUserSecretKmsKeyId"] == "arn:secret"
    assert cluster["performanceInsightsKmsKeyId"] == "arn:insights"
    assert {each.inputs["kmsKeyId"] for each in recording.of(LOG_GROUP)} == {"arn:logs"}


@pytest.mark.parametrize(
    ("protection", "protected", "flag", "retention", "keeps"),
    [
        ("locked", True, True, 35, True),
        ("standard", None, True, 14, True),
        ("ephemeral", None, False, 7, False),
    ],
)
def test_protection_decides_everything_about_deletion(
    protection: str, protected: bool | None, flag: bool, retention: int, keeps: bool
) -> None:
    recording = build(POSTGRESQL, protection=protection, credentials={"mode": "generated"})
    cluster = recording.one(CLUSTER)
    assert cluster.inputs["deletionProtection"] is flag
    assert cluster.inputs["backupRetentionPeriod"] == retention
    assert cluster.inputs["skipFinalSnapshot"] is not keeps
    assert ("finalSnapshotIdentifier" in cluster.inputs) is keeps
    assert cluster.inputs["deleteAutomatedBackups"] is not keeps
    assert cluster.inputs["applyImmediately"] is not keeps
    secret = recording.one("secretsmanager/secret:Secret")
    assert secret.inputs["recoveryWindowInDays"] == (30 if keeps else 7)
    guarded = [cluster, secret, *recording.of(INSTANCE), *recording.of(LOG_GROUP)]
    guarded += [recording.one("rds/subnetGroup:SubnetGroup"), recording.one("kms/key:Key")]
    assert {each.protect for each in guarded} == {protected}
    kept = [secret, recording.one("kms/key:Key"), *recording.of(LOG_GROUP)]
    assert {each.retain_on_delete for each in kept} == {True if keeps else None}
    assert {each.inputs["skipDestroy"] for each in recording.of(LOG_GROUP)} == {keeps}


def test_serverless_capacity_and_pause() -> None:
    recording = build(SERVERLESS)
    assert recording.one(CLUSTER).inputs["serverlessv2ScalingConfiguration"] == {
        "minCapacity": 0.5,
        "maxCapacity": 4,
    }
    assert {each.inputs["instanceClass"] for each in recording.of(INSTANCE)} == {"db.serverless"}
    paused = build(SERVERLESS, serverless={"min_capacity": 0, "max_capacity": 4})
    assert paused.one(CLUSTER).inputs["serverlessv2ScalingConfiguration"] == {
        "minCapacity": 0,
        "maxCapacity": 4,
        "secondsUntilAutoPause": 300,
    }


def test_a_mixed_cluster_has_both_kinds() -> None:
    recording = build(
        POSTGRESQL,
        serverless={"min_capacity": 1, "max_capacity": 8},
        default_instance_class="db.r7g.large",
        instances={"one": {}, "two": {"instance_class": "db.serverless"}},
    )
    classes = {each.name: each.inputs["instanceClass"] for each in recording.of(INSTANCE)}
    assert classes == {"orders-one": "db.r7g.large", "orders-two": "db.serverless"}


def test_what_an_instance_says_for_itself_wins() -> None:
    recording = build(
        POSTGRESQL,
        tags={"team": "orders"},
        instance_parameters={"work_mem": "4096"},
        instances={
            "one": {},
            "two": {
                "instance_class": "db.r7g.xlarge",
                "promotion_tier": 15,
                "availability_zone": "eu-central-1b",
                "parameters": {"work_mem": "8192"},
                "preferred_maintenance_window": "Tue:09:00-Tue:10:00",
                "identifier": "legacy-two",
                "tags": {"role": "reports"},
            },
        },
    )
    two = recording.named("orders-two").inputs
    assert two["instanceClass"] == "db.r7g.xlarge"
    assert two["promotionTier"] == 15
    assert two["availabilityZone"] == "eu-central-1b"
    assert two["preferredMaintenanceWindow"] == "tue:09:00-tue:10:00"
    assert two["identifier"] == "legacy-two"
    assert two["tags"] == {"Name": "legacy-two", "team": "orders", "role": "reports"}
    assert two["dbParameterGroupName"] == "orders-two-own-parameters-1a2b3c4"
    own = recording.named("orders-two-own-parameters").inputs
    assert own["parameters"] == [{"name": "work_mem", "value": "8192", "applyMethod": "immediate"}]


def test_optional_features_reach_the_cluster() -> None:
    cluster = build(
        MYSQL,
        io_optimized=True,
        data_api=True,
        local_write_forwarding=True,
        network_type="DUAL",
        backup={"backtrack_hours": 24, "retention_days": 20, "window": "10:00-11:00"},
        monitoring={"insights_mode": "advanced"},
        maintenance={"extended_support": True, "apply_immediately": True},
        port=4406,
    ).one(CLUSTER)
    expected = {
        "storageType": "aurora-iopt1",
        "enableHttpEndpoint": True,
        "enableLocalWriteForwarding": True,
        "networkType": "DUAL",
        "backtrackWindow": 86400,
        "backupRetentionPeriod": 20,
        "preferredBackupWindow": "10:00-11:00",
        "preferredMaintenanceWindow": "sun:12:00-sun:13:00",
        "databaseInsightsMode": "advanced",
        "performanceInsightsRetentionPeriod": 465,
        "engineLifecycleSupport": "open-source-rds-extended-support",
        "applyImmediately": True,
        "port": 4406,
    }
    assert {key: cluster.inputs.get(key) for key in expected} == expected


def test_what_is_off_is_not_sent() -> None:
    inputs = build(POSTGRESQL).one(CLUSTER).inputs
    off = {
        "enableHttpEndpoint",
        "enableLocalWriteForwarding",
        "backtrackWindow",
    }
    never = {"availabilityZones", "engineMode", "masterPassword", "monitoringInterval", "publiclyAccessible"}
    assert not inputs.keys() & (off | never)


def test_the_region_reaches_everything_that_has_one() -> None:
    recording = build(
        POSTGRESQL,
        region="eu-west-1",
        allowed_cidrs={"office": "10.0.0.0/16"},
        egress_prefix_lists={"s3": "pl-1"},
        endpoints={"reports": {}},
        reader_scaling={
            "min_readers": 0,
            "max_readers": 1,
            "schedules": {"day": {"schedule": "cron(0 8 * * ? *)", "max_readers": 2}},
        },
        credentials={"rotation_days": 3},
        activity_stream={},
        feature_policies={"Lambda": "{}"},
    )
    without = {each.type for each in recording if each.custom and "region" not in each.inputs}
    assert without == {
        "aws:iam/role:Role",
        "aws:iam/policy:Policy",
        "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
        "pulumi:index:Stash",
    }
    assert {each.inputs["region"] for each in recording if "region" in each.inputs} == {"eu-west-1"}
    trust = recording.one("iam/role:Role", "orders-monitoring-role").inputs["assumeRolePolicy"]
    assert f"arn:aws:rds:eu-west-1:{ACCOUNT}:db:*" in trust


def test_custom_endpoints_name_instances_by_key() -> None:
    recording = build(
        POSTGRESQL,
        endpoints={
            "reports": {"members": ["two"]},
            "all": {"kind": "ANY", "excluded_members": ["one"]},
        },
    )
    reports = recording.named("orders-endpoint-reports")
    assert reports.inputs == {
        "clusterIdentifier": "orders-cluster-id",
        "clusterEndpointIdentifier": "orders-test-reports",
        "customEndpointType": "READER",
        "staticMembers": ["orders-two-id"],
        "tags": {"Name": "orders-test-reports"},
    }
    assert {"orders-one", "orders-two"} <= reports.dependencies
    other = recording.named("orders-endpoint-all").inputs
    assert (other["customEndpointType"], other["excludedMembers"]) == ("ANY", ["orders-one-id"])


def test_reader_scaling_counts_added_readers_on_top_of_declared_ones() -> None:
    recording = build(
        POSTGRESQL,
        instances={"one": {}, "two": {}, "three": {}},
        reader_scaling={
            "min_readers": 1,
            "max_readers": 4,
            "target_connections": 500,
            "scale_in_cooldown_seconds": 900,
            "schedules": {
                "night": {
                    "schedule": "cron(0 22 * * ? *)",
                    "max_readers": 1,
                    "timezone": "Europe/Berlin",
                }
            },
        },
    )
    target = recording.one("appautoscaling/target:Target")
    assert target.inputs == {
        "serviceNamespace": "rds",
        "scalableDimension": "rds:cluster:ReadReplicaCount",
        "resourceId": "cluster:orders-test",
        "minCapacity": 3,
        "maxCapacity": 6,
        "tags": {"Name": "orders-test"},
    }
    assert target.ignore_changes == ("tags", "tagsAll")
    assert target.dependencies >= {"orders-one", "orders-two", "orders-three"}
    policy = recording.one("appautoscaling/policy:Policy").inputs
    assert policy["targetTrackingScalingPolicyConfiguration"] == {
        "predefinedMetricSpecification": {"predefinedMetricType": "RDSReaderAverageDatabaseConnections"},
        "targetValue": 500,
        "scaleInCooldown": 900,
        "scaleOutCooldown": 300,
    }
    action = recording.one("appautoscaling/scheduledAction:ScheduledAction").inputs
    assert action["scalableTargetAction"] == {"maxCapacity": 3}
    assert (action["schedule"], action["timezone"]) == ("cron(0 22 * * ? *)", "Europe/Berlin")


def test_reader_scaling_holds_cpu_by_default() -> None:
    recording = build(POSTGRESQL, reader_scaling={"min_readers": 0, "max_readers": 2})
    configuration = recording.one("appautoscaling/policy:Policy").inputs[
        "targetTrackingScalingPolicyConfiguration"
    ]
    metric = configuration["predefinedMetricSpecification"]["predefinedMetricType"]
    assert (metric, configuration["targetValue"]) == ("RDSReaderAverageCPUUtilization", 60)


def test_feature_policies_get_roles_only_this_cluster_can_take_on() -> None:
    policy = json.dumps({"Version": "2012-10-17", "Statement": []})
    recording = build(
        POSTGRESQL,
        feature_policies={"s3Export": policy},
        feature_roles={"Lambda": "arn:aws:iam::1:role/lambda"},
        permissions_boundary_arn="arn:aws:iam::1:policy/boundary",
        iam_path="/databases/",
    )
    role = recording.named("orders-s3export-role").inputs
    assert json.loads(role["assumeRolePolicy"])["Statement"] == [
        {
            "Sid": "AssumeByService",
            "Effect": "Allow",
            "Principal": {"Service": "rds.amazonaws.com"},
            "Action": "sts:AssumeRole",
            "Condition": {
                "StringEquals": {"aws:SourceAccount": ACCOUNT},
                "ArnLike": {"aws:SourceArn": arn("rds", "cluster:orders-test")},
            },
        }
    ]
    assert (role["permissionsBoundary"], role["path"]) == ("arn:aws:iam::1:policy/boundary", "/databases/")
    assert recording.one("iam/policy:Policy").inputs["policy"] == policy
    export = recording.named("orders-s3export")
    assert export.inputs == {
        "dbClusterIdentifier": "orders-cluster-id",
        "featureName": "s3Export",
        "roleArn": f"arn:aws:iam::{ACCOUNT}:role/databases/orders-s3export-role-1a2b3c4",
    }
    assert {"orders-one", "orders-two", "orders-s3export-policy"} <= export.dependencies
    assert recording.named("orders-lambda").inputs["roleArn"] == "arn:aws:iam::1:role/lambda"


def test_mysql_finds_its_roles_in_parameters() -> None:
    recording = build(MYSQL, feature_roles={"s3": "arn:aws:iam::1:role/s3"})
    assert parameters(recording)["aws_default_s3_role"] == ("arn:aws:iam::1:role/s3", "immediate")
    association = recording.one("rds/clusterRoleAssociation:ClusterRoleAssociation").inputs
    assert "featureName" not in association


def test_created_roles_take_boundary_and_path() -> None:
    recording = build(POSTGRESQL, permissions_boundary_arn="arn:boundary", iam_path="/db/")
    role = recording.one("iam/role:Role").inputs
    assert (role["permissionsBoundary"], role["path"]) == ("arn:boundary", "/db/")


def test_a_restore_names_its_source_and_leaves_the_rest_to_it() -> None:
    inputs = build(POSTGRESQL, restore={"snapshot_identifier": "nightly"}, database_name="orders").one(
        CLUSTER
    )
    assert inputs.inputs["snapshotIdentifier"] == "nightly"
    assert inputs.inputs["manageMasterUserPassword"] is True
    assert not inputs.inputs.keys() & {"masterUsername", "databaseName", "restoreToPointInTime"}
    assert inputs.inputs["kmsKeyId"] == KEY


@pytest.mark.parametrize(
    ("restore", "expected"),
    [
        (
            {"source_cluster_identifier": "old", "restore_to_time": "2026-11-24T10:00:00Z"},
            {
                "sourceClusterIdentifier": "old",
                "restoreToTime": "2026-11-24T10:00:00Z",
                "restoreType": "full-copy",
            },
        ),
        (
            {"source_cluster_resource_id": "cluster-ABC"},
            {
                "sourceClusterResourceId": "cluster-ABC",
                "useLatestRestorableTime": True,
                "restoreType": "full-copy",
            },
        ),
        (
            {"source_cluster_identifier": "old", "copy_on_write": True},
            {
                "sourceClusterIdentifier": "old",
                "useLatestRestorableTime": True,
                "restoreType": "copy-on-write",
            },
        ),
    ],
)
def test_restores_to_a_point_in_time_and_clones(restore: dict[str, Any], expected: dict[str, Any]) -> None:
    cluster = build(POSTGRESQL, restore=restore, kms_key_arn="arn:key").one(CLUSTER)
    assert cluster.inputs["restoreToPointInTime"] == expected


def test_a_completed_restore_may_turn_on_the_data_api() -> None:
    restore = {"snapshot_identifier": "nightly", "completed": True}
    assert build(POSTGRESQL, restore=restore, data_api=True).one(CLUSTER).inputs["enableHttpEndpoint"] is True


def test_a_global_primary_and_secondary() -> None:
    primary = build(POSTGRESQL, **PRIMARY).one(CLUSTER).inputs
    assert primary["globalClusterIdentifier"] == "global-orders"
    assert primary["masterUsername"] == "clusterowner"
    assert not primary.keys() & {"sourceRegion", "manageMasterUserPassword", "enableGlobalWriteForwarding"}
    membership = {**SECONDARY["global_membership"], "write_forwarding": True}
    recording = build(POSTGRESQL, global_membership=membership)
    secondary = recording.one(CLUSTER).inputs
    assert secondary["sourceRegion"] == "eu-west-1"
    assert secondary["enableGlobalWriteForwarding"] is True
    assert secondary["kmsKeyId"] == KEY
    assert not [key for key in secondary if key.startswith("master")]
    assert not recording.of("secretsmanager/secret:Secret")
    assert recording.one("AuroraCluster").outputs.get("admin_secret_arn") is None


def test_a_headless_secondary_has_no_instances() -> None:
    recording = build(POSTGRESQL, **SECONDARY, instances={})
    assert not recording.of(INSTANCE)
    assert json.loads(recording.one("AuroraCluster").outputs["connection"])["instance_identifiers"] == []


@pytest.mark.parametrize(
    ("base", "more", "expected"),
    [
        (POSTGRESQL, {}, ("engineVersion", "backupRetentionPeriod")),
        (POSTGRESQL, {"maintenance": {"auto_minor_version_upgrade": False}}, ("backupRetentionPeriod",)),
        (
            POSTGRESQL,
            {"maintenance": {"allow_major_version_upgrade": True, "apply_immediately": True}},
            ("backupRetentionPeriod",),
        ),
        (POSTGRESQL, {"maintenance": {"apply_engine_version": True}}, ("backupRetentionPeriod",)),
        (POSTGRESQL, {"backup": {"retention_days": 35}}, ("engineVersion",)),
        (
            POSTGRESQL,
            {"restore": {"snapshot_identifier": "s"}},
            (
                "snapshotIdentifier",
                "restoreToPointInTime",
                "masterUsername",
                "databaseName",
                "engineVersion",
                "backupRetentionPeriod",
            ),
        ),
        (
            POSTGRESQL,
            {"backup": {"managed_by_aws_backup": True}},
            ("engineVersion", "backupRetentionPeriod", "preferredBackupWindow"),
        ),
        (POSTGRESQL, PRIMARY, ("engineVersion", "sourceRegion", "backupRetentionPeriod")),
        (
            POSTGRESQL,
            SECONDARY,
            ("engineVersion", "sourceRegion", "masterUsername", "databaseName", "backupRetentionPeriod"),
        ),
    ],
)
def test_ignore_lists_of_the_cluster_are_frozen(
    base: dict[str, Any], more: dict[str, Any], expected: tuple[str, ...]
) -> None:
    assert build(base, **more).one(CLUSTER).ignore_changes == (*ALWAYS_IGNORED, *expected)


def test_ignore_lists_of_the_children_are_frozen() -> None:
    recording = build(POSTGRESQL, instances={"one": {"parameters": {"work_mem": "1"}}, "two": {}})
    ignored = {each.type: each.ignore_changes for each in recording if each.ignore_changes and each.custom}
    assert ignored == {
        "aws:rds/cluster:Cluster": (*ALWAYS_IGNORED, "engineVersion", "backupRetentionPeriod"),
        "aws:rds/clusterInstance:ClusterInstance": ("engineVersion", "promotionTier"),
        "pulumi:index:Stash": ("input",),
        "aws:rds/subnetGroup:SubnetGroup": ("name", "description"),
        "aws:ec2/securityGroup:SecurityGroup": ("description", "name"),
        "aws:rds/clusterParameterGroup:ClusterParameterGroup": ("description",),
        "aws:rds/parameterGroup:ParameterGroup": ("description",),
    }


def test_the_cluster_waits_for_what_must_exist_first() -> None:
    recording = build(POSTGRESQL)
    cluster = recording.one(CLUSTER)
    assert cluster.dependencies >= {
        "orders-logs-postgresql",
        "orders-logs-iam-db-auth-error",
        "orders-logs-instance",
        "orders-monitoring-policy",
        "orders-subnets",
        "orders-access",
        "orders-cluster-parameters",
    }
    assert "orders-key-key" in cluster.dependencies
    assert "orders-cluster" in recording.named("orders-one").dependencies


def test_timeouts_reach_cluster_and_instances() -> None:
    recording = build(POSTGRESQL, timeouts={"create": "3h", "delete": "90m"})
    for each in (recording.one(CLUSTER), *recording.of(INSTANCE)):
        assert each.custom_timeouts == {"create": "3h", "delete": "90m"}


def test_existing_resources_are_adopted_without_a_fight() -> None:
    recording = build(
        POSTGRESQL,
        cluster_name="legacy",
        credentials={"mode": "inherited"},
        endpoints={"bi": {}},
        import_ids={
            "cluster": "legacy",
            "subnet-group": "legacy-subnets",
            "security-group": "sg-1",
            "cluster-parameters": "legacy-cluster",
            "instance-parameters": "legacy-instance",
            "monitoring-role": "legacy-monitoring",
            "instance:one": "legacy-1",
            "endpoint:bi": "legacy-bi",
            "logs:postgresql": "/aws/rds/cluster/legacy/postgresql",
        },
    )
    assert {each.name: each.import_id for each in recording if each.import_id} == {
        "orders-cluster": "legacy",
        "orders-subnets": "legacy-subnets",
        "orders-access": "sg-1",
        "orders-cluster-parameters": "legacy-cluster",
        "orders-instance-parameters": "legacy-instance",
        "orders-monitoring-role": "legacy-monitoring",
        "orders-one": "legacy-1",
        "orders-endpoint-bi": "legacy-bi",
        "orders-logs-postgresql": "/aws/rds/cluster/legacy/postgresql",
    }
    for each in recording:
        if each.import_id:
            assert "tags" in each.ignore_changes
    not_told = {"skipFinalSnapshot", "finalSnapshotIdentifier", "deleteAutomatedBackups", "applyImmediately"}
    assert not_told <= set(recording.one(CLUSTER).ignore_changes)
    assert not [key for key in recording.one(CLUSTER).inputs if key.startswith("master")]


def test_outputs_and_handle() -> None:
    recording = build(POSTGRESQL, database_name="orders", endpoints={"bi": {}}, activity_stream={})
    outputs = recording.one("AuroraCluster").outputs
    handle = json.loads(outputs["connection"])
    assert handle == {
        "v": 1,
        **dict.fromkeys(NAMES),
        "kind": "cluster",
        "partition": "aws",
        "account": ACCOUNT,
        "region": "eu-central-1",
        "engine": "aurora-postgresql",
        "cluster_identifier": "orders-test",
        "cluster_arn": arn("rds", "cluster:orders-test"),
        "cluster_resource_id": "cluster-ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        "writer_host": "orders-test.cluster-abc.eu-central-1.rds.amazonaws.com",
        "reader_host": "orders-test.cluster-ro-abc.eu-central-1.rds.amazonaws.com",
        "port": 5433,
        "database": "orders",
        "security_group_id": "orders-access-id",
        "kms_key_arn": KEY,
        "secret_arn": arn("secretsmanager", "secret:rds!cluster-1234-abcdef"),
        "admin_username": "clusterowner",
        "iam_auth": True,
        "data_api": False,
        "instance_identifiers": ["orders-test-one", "orders-test-two"],
    }
    assert outputs["cluster_arn"] == handle["cluster_arn"]
    assert outputs["cluster_identifier"] == "orders-test"
    assert outputs["instance_identifiers"] == {"one": "orders-test-one", "two": "orders-test-two"}
    assert outputs["log_group_names"]["postgresql"] == "/aws/rds/cluster/orders-test/postgresql"
    assert outputs["port"] == 5433
    assert outputs["admin_secret_arn"] == handle["secret_arn"]
    assert outputs["monitoring_role_arn"].endswith("role/orders-monitoring-role-1a2b3c4")


def test_names_derive_from_component_and_stack_and_fit() -> None:
    assert build(POSTGRESQL, cluster_name="chosen").one(CLUSTER).inputs["clusterIdentifier"] == "chosen"
    long = build(POSTGRESQL, cluster_name="o" * 63)
    for each in long.of(INSTANCE):
        assert len(each.inputs["identifier"]) <= 63
    assert len({each.inputs["identifier"] for each in long.of(INSTANCE)}) == 2


def test_no_secret_value_leaves_the_write_only_inputs() -> None:
    recording = build(POSTGRESQL, credentials={"mode": "generated"})
    password = recording.one(CLUSTER).inputs["masterPasswordWo"]
    assert isinstance(password, Secret)
    stored = recording.one("secretsmanager/secretVersion:SecretVersion").inputs["secretStringWo"]
    assert isinstance(stored, Secret)
    assert json.loads(stored.value)["password"] == password.value
    for each in recording:
        visible = {
            key: value
            for key, value in {**each.inputs, **each.outputs}.items()
            if not isinstance(value, Secret)
        }
        assert password.value not in json.dumps(visible, default=str)


def tree(recording: Recording) -> list[tuple[str, str, str | None]]:
    return sorted((type_.removeprefix("aws:"), name, parent) for type_, name, parent in recording.tree())


def test_names_types_and_parents_are_frozen() -> None:
    """A rename replaces resources: it needs an alias and a major version."""
    recording = build(
        MYSQL,
        protection="standard",
        allowed_security_groups={"app": "sg-1"},
        egress_security_groups={"endpoints": "sg-2"},
        credentials={"mode": "generated"},
        feature_policies={"s3": "{}"},
        endpoints={"bi": {}},
        reader_scaling={
            "min_readers": 0,
            "max_readers": 1,
            "schedules": {"night": {"schedule": "rate(1 day)", "max_readers": 0}},
        },
        activity_stream={},
        instances={"one": {}, "two": {"parameters": {"max_connections": "100"}}},
    )
    assert tree(recording) == [
        ("appautoscaling/policy:Policy", "orders-readers", "orders"),
        ("appautoscaling/scheduledAction:ScheduledAction", "orders-readers-night", "orders"),
        ("appautoscaling/target:Target", "orders-readers", "orders"),
        ("aurora:index:AuroraCluster", "orders", None),
        ("aurora:index:DatabaseKey", "orders-key", "orders"),
        ("aurora:index:DatabaseKey", "orders-stream-key", "orders"),
        ("aurora:index:Lock", "orders-see-guide-changing-a-locked-stack", "orders"),
        ("cloudwatch/logGroup:LogGroup", "orders-logs-audit", "orders"),
        ("cloudwatch/logGroup:LogGroup", "orders-logs-error", "orders"),
        ("cloudwatch/logGroup:LogGroup", "orders-logs-iam-db-auth-error", "orders"),
        ("cloudwatch/logGroup:LogGroup", "orders-logs-instance", "orders"),
        ("cloudwatch/logGroup:LogGroup", "orders-logs-slowquery", "orders"),
        ("ec2/securityGroup:SecurityGroup", "orders-access", "orders"),
        ("iam/policy:Policy", "orders-s3-policy", "orders"),
        ("iam/role:Role", "orders-monitoring-role", "orders"),
        ("iam/role:Role", "orders-s3-role", "orders"),
        ("iam/rolePolicyAttachment:RolePolicyAttachment", "orders-monitoring-policy", "orders"),
        ("iam/rolePolicyAttachment:RolePolicyAttachment", "orders-s3-policy", "orders"),
        ("kms/alias:Alias", "orders-key-alias", "orders-key"),
        ("kms/alias:Alias", "orders-stream-key-alias", "orders-stream-key"),
        ("kms/key:Key", "orders-key-key", "orders-key"),
        ("kms/key:Key", "orders-stream-key-key", "orders-stream-key"),
        *(
            ("pulumi:index:Stash", f"orders-{record}", "orders")
            for record in ("admin-password-1", "identity", "release", "storage-key")
        ),
        ("rds/cluster:Cluster", "orders-cluster", "orders"),
        ("rds/clusterActivityStream:ClusterActivityStream", "orders-stream", "orders"),
        ("rds/clusterEndpoint:ClusterEndpoint", "orders-endpoint-bi", "orders"),
        ("rds/clusterInstance:ClusterInstance", "orders-one", "orders"),
        ("rds/clusterInstance:ClusterInstance", "orders-two", "orders"),
        ("rds/clusterParameterGroup:ClusterParameterGroup", "orders-cluster-parameters", "orders"),
        ("rds/clusterRoleAssociation:ClusterRoleAssociation", "orders-s3", "orders"),
        ("rds/parameterGroup:ParameterGroup", "orders-instance-parameters", "orders"),
        ("rds/parameterGroup:ParameterGroup", "orders-two-own-parameters", "orders"),
        ("rds/subnetGroup:SubnetGroup", "orders-subnets", "orders"),
        ("secretsmanager/secret:Secret", "orders-admin", "orders"),
        ("secretsmanager/secretVersion:SecretVersion", "orders-admin", "orders"),
        ("vpc/securityGroupEgressRule:SecurityGroupEgressRule", "orders-to-group-endpoints", "orders"),
        ("vpc/securityGroupIngressRule:SecurityGroupIngressRule", "orders-from-group-app", "orders"),
    ]


def test_grant_connect_and_allow_from_build_siblings() -> None:
    def program(cluster: Any) -> None:
        cluster.grant_connect("shop", role_name="shop-role", db_user="shop")
        cluster.allow_from("jobs", "sg-jobs")

    recording = build_with(program, POSTGRESQL)
    assert {each.name for each in recording.of("AppAccess")} == {"shop", "jobs"}
    assert {each.parent for each in recording.of("AppAccess")} == {"orders"}
    policies = [each.inputs["policy"] for each in recording.of("iam/policy:Policy")]
    assert any("dbuser:cluster-ABCDEFGHIJKLMNOPQRSTUVWXYZ/shop" in policy for policy in policies)
    sources = [
        each.inputs.get("referencedSecurityGroupId")
        for each in recording.of("vpc/securityGroupIngressRule:SecurityGroupIngressRule")
    ]
    assert sources == ["sg-jobs"]


def test_add_proxy_builds_a_proxy_in_the_cluster_s_subnets() -> None:
    recording = build_with(lambda cluster: cluster.add_proxy("pool", db_users=["shop"]), POSTGRESQL)
    proxy = recording.one("rds/proxy:Proxy").inputs
    assert proxy["engineFamily"] == "POSTGRESQL"
    assert proxy["vpcSubnetIds"] == ["subnet-a", "subnet-b"]
