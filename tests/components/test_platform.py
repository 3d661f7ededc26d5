"""The platform team's own stack, previewed under the whole pack."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from aurora_components import package
from tests.harness.command import guard

ROOT = Path(__file__).parents[2]
PROJECT = yaml.safe_load((ROOT / "Pulumi.yaml").read_text())
DECLARED = {key: value for key, value in PROJECT["config"].items() if ":" not in key}
COMPONENTS = {f"aurora:index:{component.__name__}" for component in package.COMPONENTS}


@pytest.fixture(scope="module", params=["dev", "prod"])
def previewed(request: pytest.FixtureRequest) -> tuple[str, Any]:
    result = guard("preview", "--project", ROOT, "--stack", request.param, "--format", "json")
    assert result.status == 0, result.stdout + result.stderr
    return request.param, result.report


def test_no_mandatory_control_fails_and_prod_uses_every_component(previewed: tuple[str, Any]) -> None:
    stack, report = previewed
    used = {resource["type"] for resource in report["resources"]} & COMPONENTS
    assert report["summary"]["mandatory_failures"] == 0
    if stack == "prod":
        # The accounts inside the database need a program that runs in the VPC; an example shows them.
        assert used == COMPONENTS - {"aurora:index:DatabaseAccounts"}
    else:
        assert "aurora:index:AuroraDatabase" in used


def test_dev_is_cheap_and_prod_is_spread(previewed: tuple[str, Any]) -> None:
    stack, report = previewed
    types = [resource["type"] for resource in report["resources"]]
    instances = [
        resource["name"]
        for resource in report["resources"]
        if resource["type"] == "aws:rds/clusterInstance:ClusterInstance" and "global" not in resource["name"]
    ]
    assert len(instances) == (2 if stack == "dev" else 3)
    if stack == "dev":
        assert not any(hourly in type_ for type_ in types for hourly in ("natGateway", "ec2/instance:"))
        assert types.count("aws:kms/key:Key") == 1


def test_every_setting_is_typed_described_and_has_a_default() -> None:
    assert PROJECT["runtime"] == {"name": "python", "options": {"toolchain": "pip", "virtualenv": "venv"}}
    for name, declaration in DECLARED.items():
        assert declaration["type"] in ("string", "object"), name
        assert declaration["description"], name
        assert "default" in declaration, name


def test_the_program_is_short() -> None:
    assert len((ROOT / "__main__.py").read_text().splitlines()) < 60
