"""One test a trap that users of other Aurora libraries met; the numbers are those of docs/traps.md."""

import json
from typing import Any

import pulumi
import pytest

from aurora_components.aurora_cluster import AuroraCluster
from tests.components.recording import ACCOUNT, UNKNOWN, Secret, record

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
    parameters,
    problems,
)

ROTATION = "secretsmanager/secretRotation:SecretRotation"
FOUR = {"one": {}, "two": {}, "three": {}, "four": {}}
MAJOR_UPGRADE = {"allow_major_version_upgrade": True, "apply_immediately": True}


def test_t1_the_cluster_names_no_zones_and_ignores_those_aws_fills_in() -> None:
    cluster = build(POSTGRESQL).one(CLUSTER)
    assert "availabilityZones" not in cluster.inputs
    assert "availabilityZones" in cluster.ignore_changes
    assert "availability_zones" in problems(POSTGRESQL, availability_zones=["eu-central-1a"])


def test_t2_a_minor_upgrade_by_aws_is_no_difference_and_a_pinned_version_is_never_upgraded() -> None:
    automatic = build(POSTGRESQL)
    assert "engineVersion" in automatic.one(CLUSTER).ignore_changes
    assert automatic.one(CLUSTER).inputs["autoMinorVersionUpgrade"] is True
    pinned = build(POSTGRESQL, maintenance={"auto_minor_version_upgrade": False})
    assert "engineVersion" not in pinned.one(CLUSTER).ignore_changes
    for each in (pinned.one(CLUSTER), *pinned.of(INSTANCE)):
        assert each.inputs["autoMinorVersionUpgrade"] is False
    for each in (*automatic.of(INSTANCE), *pinned.of(INSTANCE)):
        assert "engineVersion" not in each.inputs
        assert "engineVersion" in each.ignore_changes
    assert "engine_version" in problems(POSTGRESQL, engine_version="16")


def test_t2_the_major_switch_makes_the_version_count_again() -> None:
    cluster = build(POSTGRESQL, maintenance=MAJOR_UPGRADE).one(CLUSTER)
    assert "engineVersion" not in cluster.ignore_changes


def test_t3_a_major_upgrade_hands_the_instances_over_to_the_group_of_the_new_family() -> None:
    recording = build(POSTGRESQL, engine_version="17.4", maintenance=MAJOR_UPGRADE)
    cluster = recording.one(CLUSTER)
    assert cluster.inputs["allowMajorVersionUpgrade"] is True
    assert cluster.inputs["dbInstanceParameterGroupName"] == "orders-instance-parameters-1a2b3c4"
    for type_ in (CLUSTER_PARAMETERS, INSTANCE_PARAMETERS):
        group = recording.one(type_)
        assert group.inputs["family"] == "aurora-postgresql17"
        # No fixed name and no delete before replace: the new group exists before the old one goes.
        assert not group.inputs.keys() & {"name", "namePrefix"}
        assert group.delete_before_replace is None
        assert group.name in cluster.dependencies
    at_rest = build(POSTGRESQL).one(CLUSTER).inputs
    assert not at_rest.keys() & {"allowMajorVersionUpgrade", "dbInstanceParameterGroupName"}


def test_t3_a_major_upgrade_that_would_wait_for_the_window_is_refused() -> None:
    found = problems(POSTGRESQL, maintenance={"allow_major_version_upgrade": True})
    assert found.keys() == {"maintenance.allow_major_version_upgrade"}


def test_t4_a_managed_password_is_refused_where_rds_cannot_manage_it() -> None:
    managed = {"credentials": {"mode": "rds-managed"}}
    assert "generated" in problems(POSTGRESQL, **PRIMARY, **managed)["credentials.mode"]
    assert "inherited" in problems(POSTGRESQL, **SECONDARY, **managed)["credentials.mode"]


def test_t4_an_empty_list_of_secrets_is_no_crash() -> None:
    empty = {"aws:rds/cluster:Cluster": {"masterUserSecrets": []}}
    recording = record(lambda: AuroraCluster("orders", POSTGRESQL), outputs=empty)
    assert "admin_secret_arn" not in recording.one("AuroraCluster").outputs


def test_t5_rotation_is_aws_s_own_unless_told_otherwise() -> None:
    assert not build(POSTGRESQL).of(ROTATION)


@pytest.mark.parametrize(
    ("given", "enabled", "rules"),
    [
        ({"rotation_days": 30}, True, {"automaticallyAfterDays": 30}),
        ({"rotation_schedule": "rate(10 days)"}, True, {"scheduleExpression": "rate(10 days)"}),
        ({"rotation_enabled": True}, True, {"automaticallyAfterDays": 7}),
        ({"rotation_enabled": False}, False, None),
    ],
)
def test_t5_rotation_can_be_slowed_and_stopped_and_never_starts_at_once(
    given: dict[str, Any], enabled: bool, rules: dict[str, Any] | None
) -> None:
    rotation = build(POSTGRESQL, credentials=given).one(ROTATION)
    assert rotation.inputs["rotationEnabled"] is enabled
    assert rotation.inputs.get("rotationRules") == rules
    assert rotation.inputs["rotateImmediately"] is False
    assert "rotationLambdaArn" not in rotation.inputs
    assert rotation.inputs["secretId"].endswith("secret:rds!cluster-1234-abcdef")
    assert {"orders-one", "orders-two"} <= rotation.dependencies


def test_t6_a_generated_password_is_write_only_and_changes_with_its_version() -> None:
    recording = build(POSTGRESQL, credentials={"mode": "generated", "password_version": 3})
    cluster = recording.one(CLUSTER).inputs
    assert "masterPassword" not in cluster
    assert isinstance(cluster["masterPasswordWo"], Secret)
    assert cluster["masterPasswordWoVersion"] == 3
    stored = recording.one("secretsmanager/secretVersion:SecretVersion").inputs
    assert "secretString" not in stored
    assert stored["secretStringWoVersion"] == 3
    secret = recording.one("secretsmanager/secret:Secret").inputs
    assert (secret["kmsKeyId"], bool(secret["description"])) == (KEY, True)


def test_t6_passwords_are_fresh_and_fit_both_engines() -> None:
    drawn = set()
    for _ in range(3):
        cluster = build(MYSQL, credentials={"mode": "generated"}).one(CLUSTER)
        password = cluster.inputs["masterPasswordWo"].value
        drawn.add(password)
        assert 8 <= len(password) <= 41
        assert not set(password) & set("/'\"@ ")
        assert password.isascii() and password.isprintable()
    assert len(drawn) == 3


@pytest.mark.parametrize("tail", ["0a1b2c3", "fffffff"])
def test_t7_the_final_snapshot_is_named_anew_for_each_incarnation(tail: str) -> None:
    name = {"aws:rds/clusterParameterGroup:ClusterParameterGroup": {"name": f"orders-parameters-{tail}"}}
    cluster = record(lambda: AuroraCluster("orders", POSTGRESQL), outputs=name).one(CLUSTER)
    assert cluster.inputs["skipFinalSnapshot"] is False
    assert cluster.inputs["finalSnapshotIdentifier"] == f"orders-test-final-{tail}"


def test_t7_a_secondary_takes_no_final_snapshot() -> None:
    cluster = build(POSTGRESQL, **SECONDARY).one(CLUSTER).inputs
    assert cluster["skipFinalSnapshot"] is True
    assert "finalSnapshotIdentifier" not in cluster


def test_t8_locked_guards_with_aws_and_with_pulumi() -> None:
    recording = build(POSTGRESQL)
    assert recording.one(CLUSTER).inputs["deletionProtection"] is True
    for each in (recording.one(CLUSTER), *recording.of(INSTANCE), recording.one("kms/key:Key")):
        assert each.protect is True


def test_t9_a_replacement_cannot_make_an_empty_twin() -> None:
    cluster = build(POSTGRESQL).one(CLUSTER)
    assert cluster.inputs["clusterIdentifier"] == "orders-test"
    assert cluster.delete_before_replace is None
    assert "kmsKeyId" not in cluster.ignore_changes


def test_t10_after_a_restore_the_source_and_what_came_with_it_are_ignored() -> None:
    cluster = build(POSTGRESQL, restore={"snapshot_identifier": "nightly"}).one(CLUSTER)
    ignored = {"snapshotIdentifier", "restoreToPointInTime", "masterUsername", "databaseName"}
    assert ignored <= set(cluster.ignore_changes)
    inherited = build(
        POSTGRESQL, restore={"snapshot_identifier": "nightly"}, credentials={"mode": "inherited"}
    ).one(CLUSTER)
    assert not [key for key in inherited.inputs if key.startswith(("master", "manageMaster"))]


def test_t11_a_global_member_leaves_version_and_membership_to_the_global_database() -> None:
    for membership in (PRIMARY, SECONDARY):
        ignored = build(POSTGRESQL, **membership).one(CLUSTER).ignore_changes
        assert {"engineVersion", "globalClusterIdentifier", "replicationSourceIdentifier"} <= set(ignored)
        assert "sourceRegion" in ignored


def test_t12_a_secondary_has_a_key_of_its_own_region() -> None:
    recording = build(POSTGRESQL, **SECONDARY, region="eu-central-1")
    assert recording.one("kms/key:Key").inputs["region"] == "eu-central-1"
    assert recording.one(CLUSTER).inputs["kmsKeyId"] == KEY
    assert recording.one(CLUSTER).inputs["sourceRegion"] == "eu-west-1"


def test_t13_the_last_instance_of_a_secondary_can_be_deleted() -> None:
    for each in build(POSTGRESQL, **SECONDARY).of(INSTANCE):
        assert each.inputs["forceDestroy"] is True
    for each in build(POSTGRESQL).of(INSTANCE):
        assert "forceDestroy" not in each.inputs


def test_t15_parameter_groups_have_stable_names_in_the_program_and_none_in_aws() -> None:
    names = [
        build(POSTGRESQL, engine_version=version).one(CLUSTER_PARAMETERS) for version in ("16.8", "17.4")
    ]
    assert {each.name for each in names} == {"orders-cluster-parameters"}
    assert not any("name" in each.inputs for each in names)


def test_t16_log_groups_exist_before_the_cluster_and_outlive_it() -> None:
    recording = build(POSTGRESQL)
    groups = recording.of(LOG_GROUP)
    assert {each.name for each in groups} <= recording.one(CLUSTER).depends_on
    assert all(each.retain_on_delete for each in groups)


def test_t16_groups_that_rds_made_already_are_taken_over() -> None:
    for each in build(POSTGRESQL, logs={"adopt_existing_groups": True}).of(LOG_GROUP):
        assert each.import_id == each.inputs["name"]
        assert each.ignore_changes == ("retentionInDays", "kmsKeyId", "tags")


def test_t17_auto_pause_is_only_set_with_a_minimum_of_zero() -> None:
    awake = build(SERVERLESS).one(CLUSTER).inputs["serverlessv2ScalingConfiguration"]
    assert "secondsUntilAutoPause" not in awake
    capacity = {"min_capacity": 0, "max_capacity": 4, "seconds_until_auto_pause": 3600}
    paused = build(SERVERLESS, serverless=capacity).one(CLUSTER)
    assert paused.inputs["serverlessv2ScalingConfiguration"]["secondsUntilAutoPause"] == 3600


def test_t18_database_insights_are_one_consistent_set_on_the_cluster_alone() -> None:
    recording = build(POSTGRESQL, monitoring={"insights_mode": "advanced"})
    cluster = recording.one(CLUSTER).inputs
    assert cluster["performanceInsightsEnabled"] is True
    assert cluster["performanceInsightsRetentionPeriod"] == 465
    assert cluster["databaseInsightsMode"] == "advanced"
    for each in recording.of(INSTANCE):
        assert not [key for key in each.inputs if key.startswith("performanceInsights")]


def test_t18_enhanced_monitoring_has_one_owner() -> None:
    recording = build(POSTGRESQL)
    assert "monitoringInterval" not in recording.one(CLUSTER).inputs
    for each in recording.of(INSTANCE):
        assert each.inputs["monitoringInterval"] == 60


def test_t19_rules_are_standalone_and_the_group_s_description_never_replaces_it() -> None:
    recording = build(POSTGRESQL, allowed_cidrs={"office": "10.0.0.0/16"})
    group = recording.one("ec2/securityGroup:SecurityGroup")
    assert not group.inputs.keys() & {"ingress", "egress"}
    assert {"description", "name"} <= set(group.ignore_changes)


def test_t20_instances_are_keyed_and_added_readers_tagged_by_aws_are_no_difference() -> None:
    before = {each.name for each in build(POSTGRESQL, instances=FOUR).of(INSTANCE)}
    without_two = {key: spec for key, spec in FOUR.items() if key != "two"}
    after = {each.name for each in build(POSTGRESQL, instances=without_two).of(INSTANCE)}
    assert before - after == {"orders-two"}
    target = build(POSTGRESQL, reader_scaling={"min_readers": 0, "max_readers": 2}).one(
        "appautoscaling/target:Target"
    )
    assert target.ignore_changes == ("tags", "tagsAll")


def test_t21_the_first_instance_is_made_alone_and_no_name_claims_a_role() -> None:
    recording = build(POSTGRESQL, instances=FOUR, maintenance={"rolling_instance_updates": False})
    waits = {each.name: each.dependencies for each in recording.of(INSTANCE)}
    first, *others = sorted(waits)
    assert waits[first] & waits.keys() == set()
    for name in others:
        assert waits[name] & waits.keys() == {first}
    default = build(POSTGRESQL).of(INSTANCE)
    assert {each.inputs["identifier"] for each in default} == {"orders-test-one", "orders-test-two"}


def test_t24_the_activity_stream_waits_for_the_instances_and_has_its_own_key() -> None:
    recording = build(POSTGRESQL, activity_stream={"mode": "sync"})
    stream = recording.one("rds/clusterActivityStream:ClusterActivityStream")
    assert {"orders-one", "orders-two"} <= stream.dependencies
    assert stream.inputs["mode"] == "sync"
    assert stream.inputs["kmsKeyId"] != recording.one(CLUSTER).inputs["kmsKeyId"]
    key = recording.one("kms/key:Key", "orders-stream-key-key")
    assert "kinesis.eu-central-1" in key.inputs["policy"]
    assert "activity_stream" in problems(
        POSTGRESQL, default_instance_class="db.t4g.large", activity_stream={}
    )
    given = build(POSTGRESQL, activity_stream={"kms_key_arn": "arn:stream"})
    assert given.one("rds/clusterActivityStream:ClusterActivityStream").inputs["kmsKeyId"] == "arn:stream"


def test_t25_roles_are_associations_and_never_a_list_on_the_cluster() -> None:
    recording = build(POSTGRESQL, feature_roles={"s3Import": "arn:aws:iam::1:role/import"})
    cluster = recording.one(CLUSTER)
    assert "iamRoles" not in cluster.inputs
    assert "iamRoles" in cluster.ignore_changes
    assert (
        recording.one("rds/clusterRoleAssociation:ClusterRoleAssociation").inputs["featureName"] == "s3Import"
    )


def test_t26_the_data_api_needs_a_version_and_a_finished_restore() -> None:
    assert "data_api" in problems(POSTGRESQL, engine_version="14.7", data_api=True)
    restore = {"source_cluster_identifier": "old"}
    assert "restore.completed" in problems(POSTGRESQL, restore=restore, data_api=True)["data_api"]


def test_t27_what_uses_the_monitoring_role_waits_for_its_attachment() -> None:
    recording = build(POSTGRESQL)
    attachment = recording.one("iam/rolePolicyAttachment:RolePolicyAttachment")
    assert attachment.inputs["policyArn"] == (
        "arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole"
    )
    for each in (recording.one(CLUSTER), *recording.of(INSTANCE)):
        assert attachment.name in each.depends_on
    role = recording.one("iam/role:Role").inputs
    (statement,) = json.loads(role["assumeRolePolicy"])["Statement"]
    assert statement["Principal"] == {"Service": "monitoring.rds.amazonaws.com"}
    assert statement["Condition"] == {
        "StringEquals": {"aws:SourceAccount": ACCOUNT},
        "ArnLike": {"aws:SourceArn": f"arn:aws:rds:eu-central-1:{ACCOUNT}:db:*"},
    }


def test_t27_a_given_monitoring_role_is_used_and_none_is_made_when_it_is_off() -> None:
    given = build(POSTGRESQL, monitoring={"role_arn": "arn:given"})
    assert not given.of("iam/role:Role")
    assert {each.inputs["monitoringRoleArn"] for each in given.of(INSTANCE)} == {"arn:given"}
    off = build(POSTGRESQL, monitoring={"enhanced_interval_seconds": 0})
    assert not off.of("iam/role:Role")
    assert {each.inputs["monitoringInterval"] for each in off.of(INSTANCE)} == {0}
    assert "monitoringRoleArn" not in off.named("orders-one").inputs


def test_t28_the_key_admits_every_service_that_encrypts_with_it() -> None:
    policy = build(POSTGRESQL).one("kms/key:Key").inputs["policy"]
    for service in ("rds.eu-central-1", "secretsmanager.eu-central-1", "logs.eu-central-1"):
        assert service in policy
    assert "log-group:/aws/rds/*" in policy


def test_t29_the_subnet_group_is_made_once_and_its_subnets_change_in_place() -> None:
    group = build(POSTGRESQL).one("rds/subnetGroup:SubnetGroup")
    assert group.protect is True
    assert set(group.ignore_changes) == {"name", "description"}
    assert "name" not in group.inputs


def test_t30_windows_do_not_overlap_and_aws_backup_may_own_them() -> None:
    inputs = build(POSTGRESQL).one(CLUSTER).inputs
    assert (inputs["preferredBackupWindow"], inputs["preferredMaintenanceWindow"]) == (
        "03:30-04:30",
        "sun:05:30-sun:06:30",
    )
    owned = build(POSTGRESQL, backup={"managed_by_aws_backup": True}).one(CLUSTER)
    assert {"backupRetentionPeriod", "preferredBackupWindow"} <= set(owned.ignore_changes)


def test_t31_the_certificate_authority_is_chosen_on_the_instances() -> None:
    recording = build(POSTGRESQL, maintenance={"ca_certificate": "rds-ca-ecc384-g1"})
    assert "caCertificateIdentifier" not in recording.one(CLUSTER).inputs
    assert {each.inputs["caCertIdentifier"] for each in recording.of(INSTANCE)} == {"rds-ca-ecc384-g1"}


def test_t32_long_and_capital_names_become_names_aws_takes() -> None:
    name = "Orders-Database-Of-The-Whole-Company-X"
    recording = record(lambda: AuroraCluster(name, POSTGRESQL))
    identifier = recording.one(CLUSTER).inputs["clusterIdentifier"]
    assert identifier == identifier.lower()
    assert len(identifier) <= 40
    for each in recording.of(INSTANCE):
        assert len(each.inputs["identifier"]) <= 63
        assert each.inputs["identifier"].startswith(identifier)


def test_t34_a_restored_cluster_gets_a_fresh_managed_password_or_keeps_its_own() -> None:
    restore = {"snapshot_identifier": "nightly"}
    fresh = build(POSTGRESQL, restore=restore).one(CLUSTER).inputs
    assert fresh["manageMasterUserPassword"] is True
    assert "masterUsername" not in fresh
    kept = build(POSTGRESQL, restore=restore, credentials={"mode": "inherited"}).one(CLUSTER).inputs
    assert "manageMasterUserPassword" not in kept


def test_t38_instances_change_one_after_the_other() -> None:
    waits = {each.name: each.dependencies for each in build(POSTGRESQL, instances=FOUR).of(INSTANCE)}
    chain = sorted(waits)
    assert len(chain) == 4
    assert [waits[name] & set(chain) for name in chain] == [set(), *({name} for name in chain[:-1])]


def test_t41_timeouts_are_an_argument_because_the_option_is_lost() -> None:
    recording = build(POSTGRESQL, timeouts={"update": "4h"})
    assert recording.one(CLUSTER).custom_timeouts == {"update": "4h"}


def test_t42_both_dresses_of_the_arguments_make_the_same_children() -> None:
    plain = build(
        POSTGRESQL,
        port=5499,
        reader_scaling={"min_readers": 1, "max_readers": 2, "target_cpu_percent": 70},
        maintenance={"rolling_instance_updates": False},
        endpoints={"bi": {"kind": "ANY"}},
    )
    from_the_engine = {
        "engine": "aurora-postgresql",
        "engineVersion": "16.8",
        "vpcId": "vpc-1",
        "subnetIds": ["subnet-a", "subnet-b"],
        "defaultInstanceClass": "db.r7g.large",
        "port": 5499.0,
        "readerScaling": {"minReaders": 1.0, "maxReaders": 2.0, "targetCpuPercent": 70},
        "maintenance": {"rollingInstanceUpdates": False},
        "endpoints": {"bi": {"kind": "ANY"}},
    }
    remote: Any = from_the_engine
    other = record(lambda: AuroraCluster("orders", remote))
    assert {(each.type, each.name): each.inputs for each in plain if each.custom} == {
        (each.type, each.name): each.inputs for each in other if each.custom
    }


def test_t46_the_whole_text_of_the_problems_reaches_the_user() -> None:
    with pytest.raises(pulumi.InputPropertiesError) as caught:
        build(POSTGRESQL, port=1, subnet_ids=["one"])
    assert "port: " in str(caught.value) and "subnet_ids: " in str(caught.value)
    assert len(caught.value.errors or ()) == 2


def test_t48_the_structure_is_known_at_preview_and_so_are_the_policies() -> None:
    recording = record(lambda: AuroraCluster("orders", POSTGRESQL), preview=True)
    for each in recording.of("iam/role:Role"):
        assert each.inputs["assumeRolePolicy"] is not UNKNOWN
    assert recording.one("kms/key:Key").inputs["policy"] is not UNKNOWN


def test_t53_paid_extended_support_is_refused_at_creation_and_ignored_afterwards() -> None:
    cluster = build(POSTGRESQL).one(CLUSTER)
    assert cluster.inputs["engineLifecycleSupport"] == "open-source-rds-extended-support-disabled"
    assert "engineLifecycleSupport" in cluster.ignore_changes


def test_t56_the_storage_type_is_always_said() -> None:
    """The provider takes `aurora` for the blank that AWS returns, and only so it leaves I/O-Optimized again."""
    assert build(POSTGRESQL).one(CLUSTER).inputs["storageType"] == "aurora"
    assert build(POSTGRESQL, io_optimized=True).one(CLUSTER).inputs["storageType"] == "aurora-iopt1"


@pytest.mark.parametrize(("partition", "region"), [("aws-cn", "cn-north-1"), ("aws-us-gov", "us-gov-west-1")])
def test_no_arn_names_the_wrong_partition(partition: str, region: str) -> None:
    recording = record(
        lambda: AuroraCluster("orders", {**POSTGRESQL, "feature_policies": {"Lambda": "{}"}}),
        partition=partition,
        region=region,
    )
    written = json.dumps([[each.inputs, each.outputs] for each in recording], default=str)
    assert "arn:aws:" not in written
    assert f"arn:{partition}:rds:{region}:{ACCOUNT}:cluster:orders-test" in written


def test_presets_are_the_same_however_they_are_reached() -> None:
    assert parameters(build(POSTGRESQL)) == parameters(build(POSTGRESQL, protection="ephemeral"))
