"""The programs of the scenarios: what differs between a program before and after is its arguments."""

import copy
from collections.abc import Callable
from typing import Any

from aurora_components import (
    AuroraCluster,
    AuroraDatabase,
    BackupPlan,
    DatabaseProxy,
    GlobalDatabase,
    Network,
)
from tests.lifecycle.engine import Program, Stack

KEY = "arn:aws:kms:eu-central-1:123456789012:key/1234"
PROTECTIONS = ("locked", "standard", "ephemeral")
POSTGRESQL: dict[str, Any] = {"engine": "aurora-postgresql", "engine_version": "16.8"}

_IN_VPC = {"vpc_id": "vpc-1", "subnet_ids": ["subnet-1", "subnet-2"]}
_CLUSTER = {**POSTGRESQL, **_IN_VPC, "kms_key_arn": KEY, "default_instance_class": "db.r7g.large"}


def cluster(name: str = "orders", **args: Any) -> Program:
    """One AuroraCluster in a network and with a key of others."""
    return lambda: AuroraCluster(name, _without_none({**_CLUSTER, **args}))  # type: ignore[typeddict-item]


def _without_none(args: dict[str, Any]) -> Any:
    return {key: value for key, value in args.items() if value is not None}


def with_proxy(proxy: dict[str, Any] | None, **args: Any) -> Program:
    """A cluster and, unless it is None, a proxy in front of it."""

    def program() -> None:
        made = AuroraCluster("orders", {**_CLUSTER, **args})  # type: ignore[typeddict-item]
        if proxy is not None:
            common = {
                "connection": made.connection,
                "engine": "aurora-postgresql",
                "protection": args["protection"],
            }
            DatabaseProxy("orders-proxy", {**_IN_VPC, **common, "db_users": ["app"], **proxy})

    return program


def with_backups(plan: dict[str, Any] | None, **args: Any) -> Program:
    """A cluster and, unless it is None, a backup plan of it."""

    def program() -> None:
        made = AuroraCluster("orders", {**_CLUSTER, **args})  # type: ignore[typeddict-item]
        if plan is not None:
            common: dict[str, Any] = {
                "connections": {"database": made.connection},
                "protection": args["protection"],
            }
            BackupPlan("orders-backup", {**common, **plan})  # type: ignore[typeddict-item]

    return program


def database(**args: Any) -> Program:
    """An AuroraDatabase with a network and a key of its own."""
    return lambda: AuroraDatabase("orders", {**POSTGRESQL, **args})


def network(**args: Any) -> Program:
    return lambda: Network("orders", args)  # type: ignore[arg-type]


def global_database(*regions: str, **args: Any) -> Program:
    """A global database founded in eu-central-1."""
    member = {**_IN_VPC, "default_instance_class": "db.r7g.large"}
    given = {**POSTGRESQL, "primary_region": "eu-central-1", "observability": {"dashboard": False}, **args}
    return lambda: GlobalDatabase("orders", {**given, "members": dict.fromkeys(regions, member)})  # type: ignore


_brought_up: dict[str, Stack] = {}


def deployed(make: Callable[..., Program], *positional: Any, **args: Any) -> Stack:
    """A stack that was brought up by `make(*positional, **args)`; the same one is only brought up once."""
    key = repr((make.__name__, positional, args))
    if key not in _brought_up:
        stack = Stack()
        result = stack.up(make(*positional, **args), skip_preview=True)
        assert result.succeeded, result.error
        _brought_up[key] = stack
    return copy.deepcopy(_brought_up[key])
