"""A generated password and its secret say the same, whatever fails in between."""

import json

import pytest

from tests.lifecycle.engine import Stack
from tests.lifecycle.programs import PROTECTIONS, cluster, deployed

GENERATED = {"mode": "generated"}
CLUSTER = "aws:rds/cluster:Cluster"
VERSION = "aws:secretsmanager/secretVersion:SecretVersion"


def document(stack: Stack) -> dict[str, object]:
    (text,) = stack.account.secret_strings.values()
    found: dict[str, object] = json.loads(text)
    return found


def agree(stack: Stack) -> None:
    (in_force,) = stack.account.passwords.values()
    assert document(stack)["password"] == in_force


@pytest.mark.parametrize("protection", PROTECTIONS)
@pytest.mark.parametrize("failing", [CLUSTER, VERSION, "aws:rds/clusterInstance:ClusterInstance"])
def test_a_failed_first_update_is_completed(failing: str, protection: str) -> None:
    stack = Stack()
    stack.account.fail_next[failing] = "Throttling: Rate exceeded"
    program = cluster(protection=protection, credentials=GENERATED)
    assert not stack.up(program).succeeded
    stack.must(program)
    agree(stack)


@pytest.mark.parametrize("protection", PROTECTIONS)
@pytest.mark.parametrize("failing", [CLUSTER, VERSION])
def test_a_failed_new_password_is_completed(failing: str, protection: str) -> None:
    stack = deployed(cluster, protection=protection, credentials=GENERATED)
    before = document(stack)["password"]
    program = cluster(protection=protection, credentials={**GENERATED, "password_version": 2})
    stack.account.fail_next[failing] = "Throttling: Rate exceeded"
    assert not stack.up(program).succeeded
    stack.must(program)
    agree(stack)
    assert document(stack)["password"] != before


@pytest.mark.parametrize("protection", PROTECTIONS)
def test_the_secret_follows_the_port(protection: str) -> None:
    stack = deployed(cluster, protection=protection, credentials=GENERATED)
    stack.must(cluster(protection=protection, credentials=GENERATED, port=5444))
    assert document(stack)["port"] == 5444
    agree(stack)
    assert stack.must(cluster(protection=protection, credentials=GENERATED, port=5444)).steps == []


@pytest.mark.parametrize("protection", PROTECTIONS)
def test_nothing_changes_without_a_change(protection: str) -> None:
    stack = deployed(cluster, protection=protection, credentials=GENERATED)
    assert stack.must(cluster(protection=protection, credentials=GENERATED)).steps == []
    agree(stack)
