"""An existing cluster is taken over step by step, and its clients notice nothing that no step announced."""

from typing import Any

import pytest

from tests.lifecycle.account import CLUSTER, CLUSTER_PARAMETERS, INSTANCE, PARAMETERS, Account, Thing
from tests.lifecycle.engine import REGION, Stack
from tests.lifecycle.programs import KEY, POSTGRESQL, PROTECTIONS, cluster

EXISTING: dict[str, Any] = {
    "clusterIdentifier": "legacy",
    "engine": "aurora-postgresql",
    "engineMode": "provisioned",
    "engineVersion": "16.8",
    "port": 5432,
    "kmsKeyId": KEY,
    "storageEncrypted": True,
    "masterUsername": "postgres",
    "databaseName": "app",
    "dbSubnetGroupName": "legacy-subnets",
    "vpcSecurityGroupIds": ["sg-clients"],
    "dbClusterParameterGroupName": "legacy-parameters",
    "preferredBackupWindow": "13:10-14:10",
    "preferredMaintenanceWindow": "tue:03:00-tue:04:00",
    "backupRetentionPeriod": 21,
    "enabledCloudwatchLogsExports": ["postgresql"],
    "arn": f"arn:aws:rds:{REGION}:123456789012:cluster:legacy",
    "clusterResourceId": "cluster-LEGACY",
    "endpoint": "legacy.cluster-abc.eu-central-1.rds.amazonaws.com",
    "skipFinalSnapshot": True,
    "deleteAutomatedBackups": True,
}


def _instance(number: int) -> dict[str, Any]:
    return {
        "identifier": f"legacy-instance-{number}",
        "clusterIdentifier": "legacy",
        "engine": "aurora-postgresql",
        "instanceClass": "db.r6g.large",
        "dbSubnetGroupName": "legacy-subnets",
        "dbParameterGroupName": "legacy-instances",
        "caCertIdentifier": "rds-ca-rsa4096-g1",
        "preferredMaintenanceWindow": "wed:03:00-wed:04:00",
        "promotionTier": 1,
        "arn": f"arn:aws:rds:{REGION}:123456789012:db:legacy-instance-{number}",
    }


def legacy() -> Stack:
    """An account in which somebody made a cluster by hand."""
    account = Account()
    for type_, name, properties in (
        (CLUSTER, "legacy", EXISTING),
        (INSTANCE, "legacy-instance-1", _instance(1)),
        (INSTANCE, "legacy-instance-2", _instance(2)),
        (
            CLUSTER_PARAMETERS,
            "legacy-parameters",
            {"name": "legacy-parameters", "family": "aurora-postgresql16"},
        ),
        (PARAMETERS, "legacy-instances", {"name": "legacy-instances", "family": "aurora-postgresql16"}),
    ):
        account.things.append(Thing(type_, name, REGION, dict(properties)))
    return Stack(account)


IMPORTING: dict[str, Any] = {
    **POSTGRESQL,
    "cluster_name": "legacy",
    "port": 5432,
    "subnet_ids": None,
    "subnet_group_name": "legacy-subnets",
    "database_name": "app",
    "credentials": {"mode": "inherited"},
    "instances": {
        "one": {"identifier": "legacy-instance-1", "instance_class": "db.r6g.large"},
        "two": {"identifier": "legacy-instance-2", "instance_class": "db.r6g.large"},
    },
}
IDS = {"cluster": "legacy", "instance:one": "legacy-instance-1", "instance:two": "legacy-instance-2"}
KEPT = (
    "vpcSecurityGroupIds",
    "dbClusterParameterGroupName",
    "preferredBackupWindow",
    "preferredMaintenanceWindow",
    "backupRetentionPeriod",
    "masterUsername",
)


@pytest.mark.parametrize("protection", PROTECTIONS)
def test_an_import_changes_nothing_that_clients_notice(protection: str) -> None:
    stack = legacy()
    stack.must(cluster(**IMPORTING, protection=protection, import_ids=IDS))
    found = stack.account.one(CLUSTER).properties
    assert {key: found[key] for key in KEPT} == {key: EXISTING[key] for key in KEPT}
    for instance, before in zip(stack.account.of(INSTANCE), (_instance(1), _instance(2)), strict=True):
        for key in ("dbParameterGroupName", "caCertIdentifier", "preferredMaintenanceWindow"):
            assert instance.properties[key] == before[key]


@pytest.mark.parametrize("protection", PROTECTIONS)
def test_an_import_is_completed_without_its_ids(protection: str) -> None:
    stack = legacy()
    stack.must(cluster(**IMPORTING, protection=protection, import_ids=IDS))
    stack.must(cluster(**IMPORTING, protection=protection, take_over=[]))
    found = stack.account.one(CLUSTER).properties
    assert {key: found[key] for key in KEPT} == {key: EXISTING[key] for key in KEPT}
    retained = protection != "ephemeral"
    assert found["skipFinalSnapshot"] != retained
    assert found["deleteAutomatedBackups"] != retained
    assert stack.must(cluster(**IMPORTING, protection=protection, take_over=[])).steps == []


_SETTINGS = (
    "windows",
    "certificates",
    "backup_retention",
    "log_exports",
    "monitoring",
    "parameter_groups",
    "security_groups",
)


@pytest.mark.parametrize("protection", PROTECTIONS)
def test_settings_are_handed_over_one_after_the_other(protection: str) -> None:
    stack = legacy()
    stack.must(cluster(**IMPORTING, protection=protection, import_ids=IDS))
    stack.must(cluster(**IMPORTING, protection=protection))
    for count in range(len(_SETTINGS) + 1):
        taken = list(_SETTINGS[:count])
        rules = {"allowed_security_groups": {"clients": "sg-clients"}} if "security_groups" in taken else {}
        result = stack.must(cluster(**IMPORTING, **rules, protection=protection, take_over=taken))
        assert result.of("replace", "delete") == []
    found = stack.account.one(CLUSTER).properties
    assert not [
        key
        for key in KEPT
        if key not in ("masterUsername", "backupRetentionPeriod") and found[key] == EXISTING[key]
    ]


@pytest.mark.parametrize("protection", PROTECTIONS)
def test_taking_over_the_groups_without_a_way_in_is_refused(protection: str) -> None:
    stack = legacy()
    stack.must(cluster(**IMPORTING, protection=protection, import_ids=IDS))
    result = stack.up(cluster(**IMPORTING, protection=protection, take_over=["security_groups"]))
    assert "no way in" in result.error


def test_an_admin_user_that_everybody_guesses_is_a_fact_of_an_import() -> None:
    stack = legacy()
    managed = {**IMPORTING, "credentials": {"username": "postgres"}}
    stack.must(cluster(**managed, protection="standard", import_ids=IDS))
    stack.must(cluster(**managed, protection="standard", take_over=[]))
