"""The guides, run from their own code blocks: each Python block is the arguments that its step adds."""

import ast
import re
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from tests.lifecycle.account import CLUSTER
from tests.lifecycle.programs import cluster, deployed
from tests.lifecycle.test_import import EXISTING, IMPORTING, legacy

GUIDES = Path(__file__).parents[2] / "docs" / "guides"
GUARDED = ("locked", "standard")


def steps(guide: str) -> list[dict[str, Any]]:
    text = (GUIDES / f"{guide}.md").read_text()
    blocks = re.findall(r"^ *```python\n(.*?)^ *```", text, re.MULTILINE | re.DOTALL)
    return [ast.literal_eval(dedent(block).strip()) for block in blocks]


@pytest.mark.parametrize("protection", GUARDED)
def test_importing(protection: str) -> None:
    stack = legacy()
    for step in steps("importing"):
        result = stack.must(cluster(**IMPORTING, protection=protection, **step))
        assert result.of("replace", "delete") == []
        if "security_groups" not in step.get("take_over", ()):
            assert (
                stack.account.one(CLUSTER).properties["vpcSecurityGroupIds"]
                == EXISTING["vpcSecurityGroupIds"]
            )
    assert stack.account.one(CLUSTER).properties["skipFinalSnapshot"] is False


@pytest.mark.parametrize("protection", GUARDED)
def test_changing_a_locked_stack(protection: str) -> None:
    three = {"instances": {"one": {}, "two": {}, "three": {}}}
    stack = deployed(cluster, protection=protection, **three)
    for step in steps("changing-a-locked-stack"):
        stack.must(cluster(**{"protection": protection, **three, **step}))
    assert len(stack.account.of("aws:rds/clusterInstance:ClusterInstance")) == 2
    assert not stack.destroy(skip_preview=True).succeeded


@pytest.mark.parametrize("protection", GUARDED)
def test_destroying_and_coming_back(protection: str) -> None:
    stack = deployed(cluster, protection=protection)
    for step in steps("destroying"):
        stack.must(cluster(protection=protection, **step))
    assert stack.destroy().succeeded
    assert stack.account.snapshots
    for step in steps("after-a-destroy"):
        stack.must(cluster(protection=protection, **step))


@pytest.mark.parametrize("protection", GUARDED)
def test_upgrades(protection: str) -> None:
    stack = deployed(cluster, protection=protection)
    for step in steps("upgrades"):
        assert stack.must(cluster(protection=protection, **step)).of("replace") == []
    assert stack.account.one(CLUSTER).properties["engineVersion"] == "16.9"
