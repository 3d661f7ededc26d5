"""T42: the constructor and the plugin's Construct make the same resources of the same arguments."""

from collections.abc import Iterator
from contextlib import closing
from contextvars import Context
from dataclasses import asdict
from enum import Enum
from pathlib import Path
from typing import Any

import pulumi
import pytest
from pulumi.runtime.proto import resource_pb2
from pulumi.runtime.stack import run_in_stack
from pulumi.runtime.sync_await import _sync_await

import aurora_components
from aurora_components import Engine, NatMode, Protection, package
from aurora_guard.engine.monitor import Monitor
from aurora_guard.engine.plugin import Plugins
from aurora_guard.engine.project import Project
from aurora_guard.engine.target import Target
from aurora_guard.engine.wire import to_struct
from aurora_guard.errors import GuardError
from tests.components.handles import proxy_text, text

ACCOUNT = "123456789012"
KEY = f"arn:aws:kms:eu-central-1:{ACCOUNT}:key/1234"
TARGET = Target("parity", "test", config={"aws:region": "eu-central-1"})
SCHEMA = package.schema()

CASES: dict[str, dict[str, Any]] = {
    "Network": {
        "cidr_block": "10.20.0.0/16",
        "availability_zone_count": 2,
        "tiers": {"database_mask": 24, "app_mask": 22, "public_mask": 24},
        "nat": NatMode.SINGLE,
        "ipv6": True,
        "flow_logs": {"retention_days": 731},
        "interface_endpoints": ["secretsmanager"],
        "database_nacl": True,
        "protection": Protection.STANDARD,
        "tags": {"cost_centre": "orders", "costCentre": "other"},
    },
    "DatabaseKey": {
        "services": ["rds", "logs"],
        "administrator_arns": [f"arn:aws:iam::{ACCOUNT}:role/admin"],
        "rotation_period_days": 180,
        "multi_region": True,
        "protection": Protection.EPHEMERAL,
    },
    "AuroraCluster": {
        "engine": Engine.POSTGRESQL,
        "engine_version": "16.8",
        "vpc_id": "vpc-1",
        "subnet_ids": ["subnet-1", "subnet-2"],
        "kms_key_arn": KEY,
        "instances": {"one": {"promotion_tier": 0}, "two": {"instance_class": "db.r7g.large"}},
        "serverless": {"min_capacity": 0.5, "max_capacity": 4.0},
        "cluster_parameters": {"log_min_duration_statement": "500"},
        "backup": {"retention_days": 21},
        "protection": Protection.LOCKED,
        "allowed_security_groups": {"app_one": "sg-1"},
        "tags": {"team_name": "orders"},
    },
    "AppAccess": {
        "connection": text(),
        "db_users": ["orders_app"],
        "role_names": {"app_role": "orders-app"},
        "source_security_groups": {"app_group": "sg-1"},
        "manage_source_egress": False,
    },
    "DatabaseProxy": {
        "connection": text(),
        "engine": Engine.POSTGRESQL,
        "vpc_id": "vpc-1",
        "subnet_ids": ["subnet-1", "subnet-2"],
        "end_to_end_iam": True,
        "db_users": ["orders_app"],
        "pool": {"max_connections_percent": 80},
        "read_only_endpoint": True,
    },
    "BackupPlan": {
        "connections": {"orders_db": text()},
        "retention_days": 40,
        "copies": {"far_away": {"region": "eu-west-1"}},
        "lock": {"min_retention_days": 35},
        "restore_testing": {},
    },
    "Observability": {
        "connection": text(),
        "engine": Engine.POSTGRESQL,
        "proxy_connection": proxy_text(proxy_name="orders"),
        "alarms": {"writer-cpu": {"threshold": 70, "evaluation_periods": 5}},
        "event_categories": {"cluster": ["failover"]},
    },
    "AccessHost": {
        "connection": text(),
        "vpc_id": "vpc-1",
        "subnet_id": "subnet-1",
        "endpoint_security_group_id": "sg-endpoints",
        "ami_id": "ami-1",
        "local_port": 15432,
    },
    "DatabasePersonas": {
        "connections": {"orders_db": text()},
        "viewer_role_names": {"on_call": "on-call"},
        "admin_resource_tags": {"cost_centre": "orders"},
        "activity_stream_key_arns": {"orders_db": KEY},
    },
    "AuroraDatabase": {
        "engine": Engine.MYSQL,
        "engine_version": "8.0.mysql_aurora.3.10.4",
        "serverless": {"min_capacity": 1.0, "max_capacity": 8.0},
        "protection": Protection.STANDARD,
        "network": {"availability_zone_count": 2, "tiers": {"database_mask": 24}, "nat": NatMode.NONE},
        "key": {"deletion_window_days": 20},
        "proxy": {"pool": {"max_connections_percent": 60}},
        "observability": {"alarms": {"writer-cpu": {"threshold": 70}}},
        "backup_plan": {"retention_days": 60},
        "applications": {"web_shop": {"db_users": ["web_shop"], "through_proxy": True}},
        "access_host": {"ami_id": "ami-1"},
        "personas": {},
        "tags": {"cost_centre": "orders"},
    },
    "GlobalDatabase": {
        "engine": Engine.POSTGRESQL,
        "engine_version": "16.8",
        "primary_region": "eu-central-1",
        "members": {
            "eu-central-1": {
                "vpc_id": "vpc-1",
                "subnet_ids": ["subnet-1", "subnet-2"],
                "default_instance_class": "db.r7g.large",
            },
            "eu-west-1": {
                "vpc_id": "vpc-2",
                "subnet_ids": ["subnet-3", "subnet-4"],
                "instances": {
                    "one": {"instance_class": "db.r7g.large", "promotion_tier": 1},
                    "two": {"instance_class": "db.r7g.large"},
                },
                "write_forwarding": True,
            },
        },
        "recovery_point_seconds": 60,
    },
}


@pytest.fixture(scope="module")
def plugins(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Plugins]:
    folder = tmp_path_factory.mktemp("project")
    project = Project(folder, folder / "Pulumi.yaml", TARGET.project, {})
    with closing(Plugins(project, TARGET)) as running, closing(Monitor(TARGET, running.construct)) as engine:
        # The plugin starts with its first component and keeps that engine: it has to outlive the tests.
        running.construct(construct_request("DatabaseKey", {"existingKeyArn": KEY}), {}, engine.address)
        yield running


def construct_request(component: str, inputs: dict[str, Any]) -> resource_pb2.RegisterResourceRequest:
    return resource_pb2.RegisterResourceRequest(
        type=f"aurora:index:{component}",
        name="orders",
        parent=TARGET.stack_urn,
        remote=True,
        object=to_struct(inputs),
    )


def as_other_languages_send_it(value: Any, schema: dict[str, Any]) -> Any:
    """camelCase fields, numbers as floats, enums as strings. The keys of maps are the user's own."""
    reference = schema.get("$ref", "").removeprefix("#/types/")
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, dict) and reference:
        return fields_sent(value, SCHEMA["types"][reference]["properties"])
    if isinstance(value, dict):
        return {
            key: as_other_languages_send_it(each, schema["additionalProperties"])
            for key, each in value.items()
        }
    if isinstance(value, list):
        return [as_other_languages_send_it(each, schema["items"]) for each in value]
    if isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    return value


def fields_sent(args: dict[str, Any], properties: dict[str, Any]) -> dict[str, Any]:
    sent = {}
    for name, value in args.items():
        head, *rest = name.split("_")
        field = head + "".join(word.capitalize() for word in rest)
        sent[field] = as_other_languages_send_it(value, properties[field])
    return sent


def through_the_plugin(plugins: Plugins, component: str, args: dict[str, Any]) -> dict[str, Any]:
    properties = SCHEMA["resources"][f"aurora:index:{component}"]["inputProperties"]
    with closing(Monitor(TARGET, plugins.construct)) as monitor:
        request = construct_request(component, fields_sent(args, properties))
        plugins.construct(request, {}, monitor.address)
        return seen_by(monitor)


def in_the_program(component: str, args: dict[str, Any]) -> dict[str, Any]:
    # The SDK keeps the running stack in context variables; other tests of this process have had theirs.
    return Context().run(_in_the_program, component, args)


def _in_the_program(component: str, args: dict[str, Any]) -> dict[str, Any]:
    with closing(Monitor(TARGET, lambda *_: pytest.fail("nothing here is remote"))) as monitor:
        pulumi.runtime.configure(
            pulumi.runtime.Settings(
                project=TARGET.project,
                stack=TARGET.stack,
                organization=TARGET.organization,
                monitor=monitor.address,
                engine=monitor.address,
                dry_run=True,
            )
        )

        def program() -> None:
            getattr(aurora_components, component)("orders", args)

        _sync_await(run_in_stack(program))
        return seen_by(monitor)


def seen_by(monitor: Monitor) -> dict[str, Any]:
    """URN -> everything the engine was told about it, but for the stack, where in the code it was, and
    passwords: they are drawn anew on every run."""
    seen = {
        urn: {key: value for key, value in asdict(resource).items() if key not in ("trace", "outputs")}
        for urn, resource in monitor.resources.items()
        if not resource.is_stack and not resource.is_provider
    }
    for registered in seen.values():
        for password in ("masterPasswordWo", "secretStringWo"):
            registered["inputs"].pop(password, None)
        if "-admin-password-" in registered["name"]:
            registered["inputs"].pop("input")
    return seen


@pytest.mark.parametrize("component", package.COMPONENTS, ids=lambda each: each.__name__)
def test_t42_both_ways_make_the_same_resources(
    component: type[pulumi.ComponentResource], plugins: Plugins
) -> None:
    args = CASES[component.__name__]
    remote = through_the_plugin(plugins, component.__name__, args)
    local = in_the_program(component.__name__, args)
    assert set(remote) == set(local)
    for urn, registered in local.items():
        assert remote[urn] == registered


def test_t46_the_plugin_tells_every_problem_and_registers_nothing(plugins: Plugins) -> None:
    with closing(Monitor(TARGET, plugins.construct)) as monitor:
        request = construct_request("DatabaseKey", {"rotationPeriodDays": 3.0, "services": ["rds", "s4"]})
        with pytest.raises(GuardError) as raised:
            plugins.construct(request, {}, monitor.address)
        assert "rotation_period_days" in str(raised.value)
        assert "services[1]" in str(raised.value)
        assert seen_by(monitor) == {}


def test_the_plugin_is_hosted_as_pulumi_expects_it() -> None:
    folder = Path(package.__file__).parents[1]
    assert (folder / "__main__.py").is_file()
    assert (folder / "requirements.txt").read_text().strip() == ".."
    assert "toolchain: pip" in (folder / "PulumiPlugin.yaml").read_text()
