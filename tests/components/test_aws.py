"""Locations, ARNs and policies: neutral to the partition and closed against the confused deputy."""

import json
from typing import Any

import pulumi
import pytest

from aurora_components.support import aws
from tests.components.recording import ACCOUNT, record


class Probe(pulumi.ComponentResource):
    """Registers whatever `build` returns for its location as outputs."""

    def __init__(self, build: Any, region: str | None = None) -> None:
        super().__init__("aurora:index:Probe", "probe", {})
        self.register_outputs(build(aws.locate(self, region)))


def probe(build: Any, region: str | None = None, **world: Any) -> dict[str, Any]:
    return record(lambda: Probe(build, region), **world).one("Probe").outputs


@pytest.mark.parametrize(
    ("partition", "region", "principal"),
    [
        ("aws", "eu-central-1", "logs.eu-central-1.amazonaws.com"),
        ("aws-cn", "cn-north-1", "logs.cn-north-1.amazonaws.com.cn"),
        ("aws-us-gov", "us-gov-west-1", "logs.us-gov-west-1.amazonaws.com"),
    ],
)
def test_arns_and_names_follow_the_partition(partition: str, region: str, principal: str) -> None:
    outputs = probe(
        lambda here: {
            "arn": here.arn("rds", "cluster:orders"),
            "root": here.root_arn(),
            "managed": here.managed_policy_arn("service-role/AmazonRDSEnhancedMonitoringRole"),
            "logs": here.logs_principal(),
        },
        partition=partition,
        region=region,
    )
    assert outputs == {
        "arn": f"arn:{partition}:rds:{region}:{ACCOUNT}:cluster:orders",
        "root": f"arn:{partition}:iam::{ACCOUNT}:root",
        "managed": f"arn:{partition}:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole",
        "logs": principal,
    }


def test_the_region_of_a_component_beats_the_providers() -> None:
    outputs = probe(lambda here: {"arn": here.arn("kms", "key/1")}, region="eu-west-1")
    assert outputs["arn"] == f"arn:aws:kms:eu-west-1:{ACCOUNT}:key/1"


@pytest.mark.parametrize(
    ("partition", "service", "expected"),
    [
        ("aws", "rds", "com.amazonaws.r.rds"),
        ("aws-cn", "rds", "cn.com.amazonaws.r.rds"),
        ("aws-cn", "kms", "com.amazonaws.r.kms"),
    ],
)
def test_endpoint_services_have_their_own_prefix_in_china(
    partition: str, service: str, expected: str
) -> None:
    outputs = probe(lambda here: {"name": here.endpoint_service(service)}, region="r", partition=partition)
    assert outputs["name"] == expected


def test_a_trust_policy_admits_one_service_for_one_account_and_one_source() -> None:
    outputs = probe(
        lambda here: {"trust": aws.assume_role_policy("monitoring.rds", here, here.arn("rds", "db:*"))},
        preview=True,
    )
    assert json.loads(outputs["trust"]) == {
        "Version": "2012-10-17",
        "Statement": [
            {
                "Sid": "AssumeByService",
                "Effect": "Allow",
                "Principal": {"Service": "monitoring.rds.amazonaws.com"},
                "Action": "sts:AssumeRole",
                "Condition": {
                    "StringEquals": {"aws:SourceAccount": ACCOUNT},
                    "ArnLike": {"aws:SourceArn": f"arn:aws:rds:eu-central-1:{ACCOUNT}:db:*"},
                },
            }
        ],
    }
