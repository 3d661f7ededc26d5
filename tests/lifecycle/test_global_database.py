"""A global database over the years: upgrades with a switch, a region less, and its end."""

import pytest

from tests.lifecycle.programs import PROTECTIONS, deployed, global_database

HERE, THERE = "eu-central-1", "eu-west-1"
GLOBAL = "rds/globalCluster:GlobalCluster"
SWITCHES = {"allow_major_version_upgrade": True, "apply_immediately": True}


@pytest.mark.parametrize("protection", PROTECTIONS)
def test_a_major_upgrade_without_the_switch_is_refused(protection: str) -> None:
    stack = deployed(global_database, HERE, THERE, protection=protection)
    result = stack.up(
        global_database(HERE, THERE, protection=protection, engine_version="17.5"), skip_preview=True
    )
    assert "allow_major_version_upgrade" in result.error
    assert stack.account.one(f"aws:{GLOBAL}").properties["engineVersion"] == "16.8"
    assert result.of("replace", "delete") == []


@pytest.mark.parametrize("protection", PROTECTIONS)
def test_a_major_upgrade_with_the_switch(protection: str) -> None:
    stack = deployed(global_database, HERE, THERE, protection=protection)
    later = {"protection": protection, "engine_version": "17.5"}
    stack.must(global_database(HERE, THERE, **later, maintenance=SWITCHES))
    assert stack.account.one(f"aws:{GLOBAL}").properties["engineVersion"] == "17.5"
    assert stack.must(global_database(HERE, THERE, **later)).of("replace") == []


@pytest.mark.parametrize("protection", PROTECTIONS)
def test_a_region_can_be_removed(protection: str) -> None:
    stack = deployed(global_database, HERE, THERE, protection=protection)
    if protection != "ephemeral":
        stack.must(global_database(HERE, THERE, protection=protection, allow_deletion=True))
    stack.must(global_database(HERE, protection=protection, allow_deletion=True))
    assert stack.must(global_database(HERE, protection=protection)).of("replace") == []
    assert len(stack.account.of("aws:rds/cluster:Cluster")) == 1


@pytest.mark.parametrize("protection", PROTECTIONS)
def test_it_can_be_destroyed(protection: str) -> None:
    stack = deployed(global_database, HERE, THERE, protection=protection)
    if protection != "ephemeral":
        refused = stack.destroy(skip_preview=True)
        assert refused.of("delete", "retain") == []
        stack.must(global_database(HERE, THERE, protection=protection, allow_deletion=True))
    result = stack.destroy()
    assert result.succeeded, result.error
    assert stack.account.of("aws:rds/cluster:Cluster") == []
