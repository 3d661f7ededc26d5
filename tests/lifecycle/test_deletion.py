"""Destroying, removing a part, renaming: what is lost, and what is said before anything is."""

from collections.abc import Callable

import pytest

from tests.lifecycle.account import VAULT
from tests.lifecycle.engine import Program, Result
from tests.lifecycle.programs import PROTECTIONS, cluster, database, deployed, with_backups, with_proxy

GUARDED = ("locked", "standard")


def nothing_went(result: Result) -> None:
    assert not result.succeeded
    assert result.of("delete", "retain", "replace") == []


@pytest.mark.parametrize("protection", GUARDED)
@pytest.mark.parametrize("make", [cluster, database], ids=["cluster", "database"])
def test_a_destroy_without_a_preview_stops_before_the_first_deletion(
    make: Callable[..., Program], protection: str
) -> None:
    stack = deployed(make, protection=protection)
    nothing_went(stack.destroy(skip_preview=True))
    assert stack.must(make(protection=protection)).steps == []


@pytest.mark.parametrize("protection", GUARDED)
def test_a_removed_proxy_stops_before_the_first_deletion(protection: str) -> None:
    stack = deployed(with_proxy, {}, protection=protection)
    nothing_went(stack.up(with_proxy(None, protection=protection), skip_preview=True))


@pytest.mark.parametrize("protection", GUARDED)
def test_a_removed_backup_plan_stops_before_the_first_deletion(protection: str) -> None:
    stack = deployed(with_backups, {}, protection=protection)
    nothing_went(stack.up(with_backups(None, protection=protection), skip_preview=True))


@pytest.mark.parametrize("protection", GUARDED)
def test_what_is_refused_names_the_guide(protection: str) -> None:
    stack = deployed(cluster, protection=protection)
    assert "changing-a-locked-stack" in stack.destroy().error


@pytest.mark.parametrize("protection", GUARDED)
def test_a_stack_that_may_be_deleted_goes_completely(protection: str) -> None:
    stack = deployed(cluster, protection=protection)
    stack.must(cluster(protection=protection, allow_deletion=True))
    result = stack.destroy()
    assert result.succeeded, result.error
    assert stack.account.snapshots, "the final snapshot"
    assert stack.state == []


def test_an_ephemeral_stack_goes_at_once() -> None:
    stack = deployed(database, protection="ephemeral")
    result = stack.destroy()
    assert result.succeeded, result.error
    assert not stack.account.snapshots
    assert stack.state == []


@pytest.mark.parametrize("protection", PROTECTIONS)
def test_an_instance_can_be_removed(protection: str) -> None:
    three: dict[str, object] = {"one": {}, "two": {}, "three": {}}
    two: dict[str, object] = {"one": {}, "two": {}}
    stack = deployed(cluster, instances=three, protection=protection)
    if protection == "locked":
        nothing_went(stack.up(cluster(instances=two, protection=protection), skip_preview=True))
        stack.must(cluster(instances=three, protection=protection, allow_deletion=True))
        stack.must(cluster(instances=two, protection=protection, allow_deletion=True))
    result = stack.must(cluster(instances=two, protection=protection))
    assert result.of("replace") == []
    assert len(stack.account.of("aws:rds/clusterInstance:ClusterInstance")) == 2


@pytest.mark.parametrize("protection", GUARDED)
def test_lowering_the_protection_keeps_the_backups(protection: str) -> None:
    """What was kept at creation stays; shortening it takes an argument."""
    stack = deployed(cluster, protection=protection)
    days = stack.one("rds/cluster:Cluster").outputs["backupRetentionPeriod"]
    lower = {"locked": "standard", "standard": "ephemeral"}[protection]
    stack.must(cluster(protection=lower))
    assert stack.one("rds/cluster:Cluster").outputs["backupRetentionPeriod"] == days
    stack.must(cluster(protection=lower, backup={"retention_days": 7}))
    assert stack.one("rds/cluster:Cluster").outputs["backupRetentionPeriod"] == 7


@pytest.mark.parametrize("protection", GUARDED)
def test_a_destroyed_stack_can_come_up_again(protection: str) -> None:
    """Log groups with fixed names stay; the next update adopts them."""
    stack = deployed(cluster, protection=protection)
    stack.must(cluster(protection=protection, allow_deletion=True))
    assert stack.destroy().succeeded
    assert "already exists" in stack.up(cluster(protection=protection)).error
    stack.must(cluster(protection=protection, logs={"adopt_existing_groups": True}))
    assert stack.must(cluster(protection=protection)).of("create", "replace", "delete") == []


@pytest.mark.parametrize("protection", GUARDED)
def test_a_proxy_can_come_back(protection: str) -> None:
    stack = deployed(with_proxy, {}, protection=protection)
    stack.must(with_proxy({"allow_deletion": True}, protection=protection))
    stack.must(with_proxy(None, protection=protection))
    stack.must(with_proxy({"adopt_existing_log_group": True}, protection=protection))
    assert stack.must(with_proxy({}, protection=protection)).of("create", "replace", "delete") == []


@pytest.mark.parametrize("protection", GUARDED)
def test_a_backup_plan_can_come_back(protection: str) -> None:
    stack = deployed(with_backups, {}, protection=protection)
    stack.must(with_backups({"allow_deletion": True}, protection=protection))
    stack.must(with_backups(None, protection=protection))
    key = {"kms_key_arn": stack.account.one(VAULT).properties["kmsKeyArn"]}
    stack.must(with_backups({**key, "adopt_existing_vaults": True}, protection=protection))
    assert stack.must(with_backups(key, protection=protection)).of("create", "replace", "delete") == []


@pytest.mark.parametrize("protection", PROTECTIONS)
def test_a_rename_without_an_alias_loses_nothing(protection: str) -> None:
    if protection == "ephemeral":
        pytest.skip("an ephemeral database may go")
    stack = deployed(cluster, "orders", protection=protection)
    result = stack.up(cluster("sales", protection=protection), skip_preview=True)
    assert "changing-a-locked-stack" in result.error
    assert stack.account.deleted == []
