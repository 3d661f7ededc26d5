"""Arguments that change: what is done, what is refused before anything is done, and what must not be ignored."""

from typing import Any

import pytest

from tests.lifecycle.programs import KEY, PROTECTIONS, cluster, deployed, with_proxy

CLUSTER = "rds/cluster:Cluster"


@pytest.mark.parametrize("protection", PROTECTIONS)
@pytest.mark.parametrize(
    ("before", "after", "property_", "value"),
    [
        ({"io_optimized": True}, {"io_optimized": False}, "storageType", "aurora"),
        ({"io_optimized": True}, {}, "storageType", "aurora"),
        ({"network_type": "DUAL"}, {}, "networkType", "IPV4"),
    ],
)
def test_a_removed_feature_is_switched_off(
    before: dict[str, Any], after: dict[str, Any], property_: str, value: str, protection: str
) -> None:
    stack = deployed(cluster, protection=protection, **before)
    stack.must(cluster(protection=protection, **after))
    assert stack.account.one(f"aws:{CLUSTER}").properties[property_] == value


@pytest.mark.parametrize("protection", PROTECTIONS)
@pytest.mark.parametrize(
    "change",
    [
        {"cluster_name": "sales"},
        {"database_name": "sales"},
        {"kms_key_arn": KEY.replace("1234", "5678")},
        {"credentials": {"mode": "generated"}},
        {"credentials": {"username": "somebody"}},
        {"engine": "aurora-mysql", "engine_version": "8.0.mysql_aurora.3.10.4"},
    ],
    ids="+".join,
)
@pytest.mark.parametrize("skip_preview", [False, True], ids=["previewed", "not previewed"])
def test_what_cannot_change_later_is_refused_before_anything_changes(
    change: dict[str, Any], protection: str, skip_preview: bool
) -> None:
    before = {"database_name": "orders", "protection": protection}
    stack = deployed(cluster, **before)
    cluster_before = stack.account.one(f"aws:{CLUSTER}").properties
    result = stack.up(cluster(**{**before, **change}), skip_preview=skip_preview)
    assert "changing-a-locked-stack" in result.error
    assert [
        step for step in result.steps if step.op in ("replace", "delete") or step.type == f"aws:{CLUSTER}"
    ] == []
    assert stack.account.one(f"aws:{CLUSTER}").properties == cluster_before
    assert stack.must(cluster(**before)).of("create", "replace", "delete") == []


UPGRADE: dict[str, Any] = {"engine_version": "17.5"}
SWITCHES: dict[str, Any] = {"allow_major_version_upgrade": True, "apply_immediately": True}


@pytest.mark.parametrize("protection", PROTECTIONS)
def test_a_major_upgrade_without_the_switch_is_refused(protection: str) -> None:
    stack = deployed(cluster, protection=protection)
    result = stack.up(cluster(protection=protection, **UPGRADE), skip_preview=True)
    assert "allow_major_version_upgrade" in result.error
    assert result.of("replace", "delete") == []
    assert stack.must(cluster(protection=protection)).of("create", "replace", "delete") == []


@pytest.mark.parametrize("protection", PROTECTIONS)
def test_a_major_upgrade_with_the_switch(protection: str) -> None:
    stack = deployed(cluster, protection=protection)
    stack.must(cluster(protection=protection, **UPGRADE, maintenance=SWITCHES))
    result = stack.must(cluster(protection=protection, **UPGRADE))
    assert result.of("create", "replace", "delete") == []
    assert stack.account.one(f"aws:{CLUSTER}").properties["engineVersion"] == "17.5"
    assert stack.must(cluster(protection=protection, **UPGRADE)).steps == []


@pytest.mark.parametrize("protection", PROTECTIONS)
def test_a_minor_upgrade_has_a_path_with_automatic_upgrades_on(protection: str) -> None:
    stack = deployed(cluster, protection=protection)
    later = {"engine_version": "16.9", "maintenance": {"apply_engine_version": True}}
    stack.must(cluster(protection=protection, **later))
    assert stack.account.one(f"aws:{CLUSTER}").properties["engineVersion"] == "16.9"
    assert stack.must(cluster(protection=protection, engine_version="16.9")).of("replace") == []


@pytest.mark.parametrize("protection", PROTECTIONS)
def test_a_proxy_survives_another_zone(protection: str) -> None:
    subnets = ["subnet-1", "subnet-2", "subnet-3"]
    stack = deployed(with_proxy, {}, protection=protection)
    result = stack.must(with_proxy({"subnet_ids": subnets}, protection=protection))
    assert result.of("replace", "delete") == []


@pytest.mark.parametrize("protection", PROTECTIONS)
def test_a_new_instance_moves_no_promotion_tier(protection: str) -> None:
    stack = deployed(cluster, protection=protection)
    result = stack.must(cluster(protection=protection, instances={"another": {}, "one": {}, "two": {}}))
    assert ("aws:rds/clusterInstance:ClusterInstance", "orders-one") not in result.of("update")
    assert ("aws:rds/clusterInstance:ClusterInstance", "orders-two") not in result.of("update")


@pytest.mark.parametrize("protection", PROTECTIONS)
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({}, {"default_instance_class": "db.r7g.xlarge"}),
        (
            {"default_instance_class": "db.serverless", "serverless": {"min_capacity": 1, "max_capacity": 4}},
            {"default_instance_class": "db.r7g.large"},
        ),
        ({}, {"port": 5444}),
        ({}, {"cluster_parameters": {"log_min_duration_statement": "500"}}),
        ({}, {"allowed_cidrs": {"office": "10.9.0.0/24"}}),
        ({"allowed_cidrs": {"office": "10.9.0.0/24"}}, {}),
    ],
    ids=["class", "serverless", "port", "parameter", "rule", "no rule"],
)
def test_what_may_change_changes_in_place_and_back(
    before: dict[str, Any], after: dict[str, Any], protection: str
) -> None:
    stack = deployed(cluster, protection=protection, **before)
    assert stack.must(cluster(protection=protection, **after)).of("replace") == []
    assert stack.must(cluster(protection=protection, **before)).of("replace") == []
    assert stack.must(cluster(protection=protection, **before)).steps == []
