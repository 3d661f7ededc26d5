"""What a control can tell from a value: known, absent, unknown, secret, malformed."""

import pytest

from aurora_policies.model import (
    UNKNOWN,
    MalformedValue,
    NotExpressible,
    Resource,
    Secret,
    UnknownValue,
    to_text,
)
from aurora_policies.model.rds import ClusterInstance, DbCluster, DbInstance


def cluster(type: str = "aws:rds/cluster:Cluster", **properties: object) -> DbCluster:
    return DbCluster(Resource("urn", type, "main", properties))


def test_a_known_value_is_read_in_its_own_type() -> None:
    assert cluster(backupRetentionPeriod=7.0).backup_retention_period.get() == 7
    assert cluster(backupRetentionPeriod="7").backup_retention_period.get() == 7
    assert cluster(storageEncrypted="true").storage_encrypted.get() is True
    assert cluster(enabledCloudwatchLogsExports="audit").log_exports.get() == ["audit"]
    assert cluster(engineVersion=16.0).engine_version.get() == "16"


def test_an_absent_value_is_the_default_that_the_control_states() -> None:
    assert cluster().backup_retention_period.get(1) == 1
    assert cluster().backup_retention_period.is_absent
    assert cluster(masterUsername="").master_username.is_absent


def test_an_unknown_value_raises_only_when_its_content_is_asked_for() -> None:
    value = cluster(kmsKeyId=UNKNOWN).kms_key_id
    assert value.is_set
    assert value.is_unknown
    with pytest.raises(UnknownValue, match="`kmsKeyId` is not known before the update"):
        value.get()


def test_an_unknown_element_hides_only_itself() -> None:
    value = cluster(vpcSecurityGroupIds=["sg-1", UNKNOWN]).security_groups
    assert [item.raw for item in value.items()] == ["sg-1", UNKNOWN]
    with pytest.raises(UnknownValue):
        value.get()


def test_a_malformed_value_is_undecided_not_a_crash() -> None:
    with pytest.raises(MalformedValue, match="`backupRetentionPeriod` is not a number"):
        cluster(backupRetentionPeriod=["seven"]).backup_retention_period.get()


def test_a_secret_never_shows_in_a_message() -> None:
    value = cluster(masterPassword=Secret("hunter2")).master_password
    assert value.get() == "hunter2"
    assert "hunter2" not in value.shown() + repr(value) + repr(Secret("hunter2"))
    nested = (
        cluster(masterUserSecret={"kmsKeyId": Secret("k")}).value("masterUserSecret").at("kmsKeyId", to_text)
    )
    assert nested.secret


def test_a_value_is_neither_true_nor_false() -> None:
    with pytest.raises(TypeError, match="is a Value"):
        bool(cluster().deletion_protection)


def test_each_provider_has_its_own_spelling() -> None:
    native = cluster(
        "aws-native:rds:DbCluster", enableIamDatabaseAuthentication=True, masterUserSecret={"kmsKeyId": "k"}
    )
    assert native.iam_authentication.get() is True
    assert native.master_secret_kms_key_id.path == "masterUserSecret.kmsKeyId"
    assert native.master_secret_kms_key_id.get() == "k"
    with pytest.raises(NotExpressible, match="aws-native has no `skipFinalSnapshot`"):
        native.skip_final_snapshot.get()


def test_a_block_of_one_reads_like_the_block() -> None:
    assert (
        cluster(serverlessv2ScalingConfiguration=[{"minCapacity": 1}])
        .value("serverlessv2ScalingConfiguration.minCapacity")
        .get()
        == 1
    )


@pytest.mark.parametrize(
    ("type", "properties", "is_member"),
    [
        ("aws:rds/clusterInstance:ClusterInstance", {}, True),
        ("aws:rds/instance:Instance", {"engine": "aurora-mysql"}, True),
        ("aws:rds/instance:Instance", {"engine": "mysql"}, False),
        ("aws-native:rds:DbInstance", {"engine": "postgres"}, False),
        ("aws-native:rds:DbInstance", {"dbClusterIdentifier": UNKNOWN}, True),
    ],
)
def test_a_member_of_a_cluster_is_never_a_standalone_instance(
    type: str, properties: dict[str, object], is_member: bool
) -> None:
    resource = Resource("urn", type, "main", properties)
    assert ClusterInstance.covers(resource) is is_member
    assert DbInstance.covers(resource) is not is_member
