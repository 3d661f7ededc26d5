"""Traps that concern more than one component, or the components and the policy pack together."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from aurora_components.network import Network
from aurora_components.observability import Observability
from aurora_guard.report.model import Status
from tests.components import handles, test_access_host, test_backup_plan, test_database_proxy
from tests.components.aurora_cluster.shapes import POSTGRESQL, build
from tests.components.recording import Recording, record
from tests.harness.programs import previewed, write_program
from tests.policies.analyzer import PACK

BOUNDARY = "arn:aws:iam::123456789012:policy/boundary"

STRIPPED = """
    import pulumi
    from aurora_components import AuroraCluster

    def strip(args):
        if args.type_ == "aws:rds/cluster:Cluster":
            return pulumi.ResourceTransformResult(
                {key: value for key, value in args.props.items() if key != "storageEncrypted"}, args.opts
            )

    pulumi.runtime.register_resource_transform(strip)
    AuroraCluster(
        "orders",
        {
            "engine": "aurora-postgresql",
            "engine_version": "16.8",
            "vpc_id": "vpc-1",
            "subnet_ids": ["subnet-a", "subnet-b"],
            "default_instance_class": "db.r7g.large",
        },
    )
"""


def test_t37_alarms_and_events_come_as_a_component_with_nothing_to_look_up() -> None:
    recording = record(
        lambda: Observability("orders", {"connection": handles.text(), "engine": "aurora-postgresql"})
    )
    assert recording.of("cloudwatch/metricAlarm:MetricAlarm")
    assert recording.of("rds/eventSubscription:EventSubscription")
    assert recording.one("sns/topic:Topic").inputs["kmsMasterKeyId"]


def test_t40_a_transform_that_strips_encryption_meets_the_policy_pack(tmp_path: Path) -> None:
    folder = write_program(tmp_path, STRIPPED, config={"aws:region": "eu-central-1"})
    report = previewed(folder, PACK)
    failed = {finding.control.name for finding in report.findings if finding.status is Status.FAIL}
    assert "rds-cluster-storage-encrypted" in failed


BUILDERS: dict[str, Callable[[dict[str, Any]], Recording]] = {
    "cluster": lambda more: build(POSTGRESQL, feature_policies={"s3Import": "{}"}, **more),
    "network": lambda more: record(lambda: Network("net", {"cidr_block": "10.0.0.0/16", **more})),
    "proxy": lambda more: test_database_proxy.proxy(**more),
    "host": lambda more: test_access_host.host(**more),
    "backup": lambda more: test_backup_plan.back_up(**more),
}


@pytest.mark.parametrize("component", BUILDERS)
def test_t55_every_role_has_the_permissions_boundary(component: str) -> None:
    recording = BUILDERS[component]({"permissions_boundary_arn": BOUNDARY})
    roles = recording.of("iam/role:Role")
    assert roles
    assert {role.inputs.get("permissionsBoundary") for role in roles} == {BOUNDARY}
