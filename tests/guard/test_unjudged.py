"""What no control judges is listed with the reason."""

import re
from importlib.util import find_spec
from pathlib import Path

import pytest

from aurora_guard.engine.unjudged import REASONS, reason_of, unjudged
from aurora_guard.report.model import ReportedResource
from aurora_policies.controls import catalogue

SPEC = find_spec("pulumi_aws")
assert SPEC is not None
assert SPEC.origin is not None
PROVIDER = Path(SPEC.origin).parent


@pytest.mark.parametrize(
    ("type_", "reason"),
    [
        ("aws:cloudformation/stack:Stack", "CloudFormation"),
        ("aws:cloudformation/stackSet:StackSet", "CloudFormation"),
        ("aws:cloudcontrol/resource:Resource", "Cloud Control"),
        ("aws:neptune/cluster:Cluster", "Neptune holds data"),
        ("aws-native:docdb:DbCluster", "DocumentDB holds data"),
        ("aws:dynamodb/table:Table", "DynamoDB holds data"),
        ("kubernetes:apps/v1:Deployment", "Kubernetes"),
        ("kubernetes:helm.sh/v4:Chart", "Kubernetes"),
        ("my-vpc:index:Module", "a Terraform module"),
    ],
)
def test_a_type_that_is_not_judged(type_: str, reason: str) -> None:
    assert reason in reason_of(type_)
    (found,) = unjudged([ReportedResource("urn", type_, "name")])
    assert (found.urn, found.type) == ("urn", type_)


@pytest.mark.parametrize(
    "type_",
    [
        "aws:s3/bucket:Bucket",
        "aws:neptune/clusterParameterGroup:ClusterParameterGroup",
        "pulumi:pulumi:Stack",
        "aurora:index:AuroraDatabase",
        "random:index/randomId:RandomId",
    ],
)
def test_a_type_that_holds_no_data(type_: str) -> None:
    assert reason_of(type_) == ""
    assert list(unjudged([ReportedResource("urn", type_, "name")])) == []


def test_nothing_that_a_control_judges_is_called_unjudged() -> None:
    assert [token for control in catalogue() for token in control.types if reason_of(token)] == []


@pytest.mark.parametrize("pattern", [each for each in REASONS if each.startswith("aws:") and "*" not in each])
def test_the_provider_has_the_type(pattern: str) -> None:
    _, module, name = pattern.split(":")
    folder, file = module.split("/")
    snake = re.sub(r"(?<=[a-z])([A-Z])", r"_\1", file).lower()
    text = (PROVIDER / folder / f"{snake}.py").read_text("utf-8")
    assert f"class {name}(" in text
