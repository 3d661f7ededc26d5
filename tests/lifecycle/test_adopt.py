"""`guard adopt` writes a program whose import changes nothing that clients notice."""

import json
from pathlib import Path
from typing import Any

import pytest

from aurora_guard import adopt
from aurora_guard.errors import GuardError
from tests.harness.command import guard
from tests.lifecycle.account import CLUSTER
from tests.lifecycle.programs import KEY, cluster
from tests.lifecycle.test_import import EXISTING, KEPT, legacy

CLUSTERS: dict[str, Any] = {
    "DBClusters": [
        {
            "DBClusterIdentifier": "legacy",
            "Engine": "aurora-postgresql",
            "EngineVersion": "16.8",
            "DBSubnetGroup": "legacy-subnets",
            "KmsKeyId": KEY,
            "StorageEncrypted": True,
            "Port": 5432,
            "DatabaseName": "app",
            "MasterUsername": "postgres",
            "NetworkType": "IPV4",
            "DBClusterMembers": [
                {"DBInstanceIdentifier": "legacy-instance-2", "IsClusterWriter": True},
                {"DBInstanceIdentifier": "legacy-instance-1", "IsClusterWriter": False},
            ],
            "TagList": [{"Key": "team", "Value": "orders"}, {"Key": "aws:x", "Value": "y"}],
        }
    ]
}
INSTANCES: dict[str, Any] = {
    "DBInstances": [
        {
            "DBInstanceIdentifier": f"legacy-instance-{number}",
            "DBClusterIdentifier": "legacy",
            "DBInstanceClass": "db.r6g.large",
            "PromotionTier": 1,
        }
        for number in (1, 2)
    ]
}
GROUPS: dict[str, Any] = {"DBSubnetGroups": [{"DBSubnetGroupName": "legacy-subnets", "VpcId": "vpc-1"}]}


@pytest.mark.parametrize("protection", ["locked", "standard"])
def test_its_arguments_import_the_cluster_as_it_is(protection: str) -> None:
    arguments = adopt.arguments_of(CLUSTERS["DBClusters"][0], INSTANCES["DBInstances"], "vpc-1")
    assert [each["identifier"] for each in arguments["instances"].values()] == [
        "legacy-instance-2",
        "legacy-instance-1",
    ]
    stack = legacy()
    given = {**arguments, "subnet_ids": None, "protection": protection}
    assert stack.must(cluster(**given)).of("replace", "delete") == []
    found = stack.account.one(CLUSTER).properties
    assert {key: found[key] for key in KEPT} == {key: EXISTING[key] for key in KEPT}
    assert stack.must(cluster(**given)).steps == []


def test_the_command_writes_a_program(tmp_path: Path) -> None:
    files = {"clusters": CLUSTERS, "instances": INSTANCES, "subnet-groups": GROUPS}
    for name, answer in files.items():
        (tmp_path / name).write_text(json.dumps(answer))
    result = guard("adopt", *(part for name in files for part in (f"--{name}", tmp_path / name)))
    assert result.status == 0, result.stderr
    compile(result.stdout, "program", "exec")
    assert "'instance:one': 'legacy-instance-2'" in result.stdout


@pytest.mark.parametrize(
    ("clusters", "groups", "reason"),
    [
        ({}, GROUPS, "describe-db-clusters"),
        ({"DBClusters": []}, GROUPS, "--cluster"),
        ({"DBClusters": CLUSTERS["DBClusters"] * 2}, GROUPS, "more than one"),
        ({"DBClusters": [{**CLUSTERS["DBClusters"][0], "StorageEncrypted": False}]}, GROUPS, "not encrypted"),
        ({"DBClusters": [{**CLUSTERS["DBClusters"][0], "Engine": "mysql"}]}, GROUPS, "not of Aurora"),
        (CLUSTERS, {"DBSubnetGroups": []}, "describe-db-subnet-groups"),
    ],
)
def test_what_it_cannot_write_is_explained(clusters: Any, groups: Any, reason: str) -> None:
    with pytest.raises(GuardError, match=reason):
        adopt.program(clusters, INSTANCES, groups)
