"""The arguments of each part of an AuroraDatabase."""

from collections.abc import Mapping
from typing import Any, cast

from pulumi import Input, Output

from .. import database_proxy
from ..access_host import AccessHostArgs
from ..app_access import AppAccessArgs
from ..aurora_cluster import (
    AuroraClusterArgs,
    ClusterSettings,
    ServerlessCapacity,
)
from ..backup_plan import BackupPlanArgs
from ..database_key import DatabaseKeyArgs
from ..database_personas import DatabasePersonasArgs
from ..database_proxy import DatabaseProxyArgs
from ..network import Network, NetworkArgs
from ..observability import ObservabilityArgs
from ..support.enums import Protection
from .args import AuroraDatabaseArgs

DEFAULT_CAPACITY: ServerlessCapacity = {"min_capacity": 0.5, "max_capacity": 8.0}
"""Capacity of a database of which nothing else is known: cheap when idle, with room to grow."""


SESSION_SERVICES = ("ec2messages", "ssm", "ssmmessages")
"""Interface endpoints that an access host needs."""


ELSEWHERE = "elsewhere"
"""Stands, while the arguments of a part are checked, for what the other parts will give it."""


def _common(spec: AuroraDatabaseArgs, *fields: str) -> dict[str, Any]:
    """What a part takes from the database: region and tags, and those of `fields`."""
    given = cast(Mapping[str, Any], spec)
    return {field: given[field] for field in ("region", "tags", *fields) if field in given}


_IAM = ("permissions_boundary_arn", "iam_path")


COMMON = ("region", "tags", "protection", "allow_deletion", *_IAM)
"""What is said once, of the database and all its parts."""


def adopts_network(spec: AuroraDatabaseArgs) -> bool:
    return "adopt" in spec.get("network", {})


def adopts_key(spec: AuroraDatabaseArgs) -> bool:
    return "existing_key_arn" in spec.get("key", {})


def is_observed(spec: AuroraDatabaseArgs) -> bool:
    return "observability" in spec or spec.get("protection") is not Protection.EPHEMERAL


def uses_proxy(spec: AuroraDatabaseArgs, key: str) -> bool:
    application = spec.get("applications", {})[key]
    needs_cluster = application.get("data_api", False) or application.get("read_admin_secret", False)
    return application.get("through_proxy", "proxy" in spec and not needs_cluster)


def key_args(name: str, spec: AuroraDatabaseArgs) -> DatabaseKeyArgs:
    args: dict[str, Any] = {**spec.get("key", {}), **_common(spec, "protection", "allow_deletion")}
    if adopts_key(spec):
        args.pop("tags", None)
    else:
        args["description"] = f"Data, secrets, logs and notifications of Aurora database {name}"
        args["services"] = ["rds", "secretsmanager", "logs", "sns", "backup"]
    return cast(DatabaseKeyArgs, args)


def network_args(spec: AuroraDatabaseArgs, key_arn: Input[str]) -> NetworkArgs:
    given = spec.get("network", {})
    if adopts_network(spec):
        return cast(NetworkArgs, {**given, **_common(spec, "protection", "allow_deletion")})
    args: dict[str, Any] = {**given, **_common(spec, "protection", "allow_deletion", *_IAM)}
    flow_logs = given.get("flow_logs", {})
    if "destination_bucket_arn" not in flow_logs and not adopts_key(spec):
        args["flow_logs"] = {"kms_key_arn": key_arn, **flow_logs}
    if "access_host" in spec:
        services = given.get("interface_endpoints", ())
        args["interface_endpoints"] = [
            *services,
            *(each for each in SESSION_SERVICES if each not in services),
        ]
    return cast(NetworkArgs, args)


def cluster_args(spec: AuroraDatabaseArgs, made: Network | None, key_arn: Input[str]) -> AuroraClusterArgs:
    """The cluster's arguments; without a network, as they are checked."""
    given = cast(Mapping[str, Any], spec)
    args: dict[str, Any] = {
        **{field: given[field] for field in ClusterSettings.__annotations__ if field in given},
        "vpc_id": made.vpc_id if made else ELSEWHERE,
        "subnet_ids": made.database_subnet_ids if made else [ELSEWHERE, ELSEWHERE],
        "kms_key_arn": key_arn,
    }
    if _is_serverless_by_default(spec):
        args["serverless"] = DEFAULT_CAPACITY
    if spec.get("backup_plan", {}).get("continuous_backup", "backup_plan" in spec):
        args["backup"] = {"managed_by_aws_backup": True, **spec.get("backup", {})}
    calls_out = any(field in spec for field in ("feature_roles", "feature_policies", "activity_stream"))
    if calls_out and spec.get("network", {}).get("interface_endpoints"):
        endpoints = made.endpoint_security_group_id if made else ELSEWHERE
        args["egress_security_groups"] = {
            "endpoints": endpoints,
            **spec.get("egress_security_groups", {}),
        }
    return cast(AuroraClusterArgs, args)


def _is_serverless_by_default(spec: AuroraDatabaseArgs) -> bool:
    """Whether nothing is said of the instances' size."""
    classes = [instance.get("instance_class") for instance in spec.get("instances", {}).values()]
    return "serverless" not in spec and "default_instance_class" not in spec and not any(classes)


def proxy_args(spec: AuroraDatabaseArgs, handle: Input[str], made: Network | None) -> DatabaseProxyArgs:
    given = spec.get("proxy", {})
    args: dict[str, Any] = {
        **given,
        "connection": handle,
        "engine": spec.get("engine"),
        "vpc_id": made.vpc_id if made else ELSEWHERE,
        "subnet_ids": made.database_subnet_ids if made else [ELSEWHERE, ELSEWHERE],
        **_common(spec, "protection", "allow_deletion", *_IAM),
    }
    if database_proxy.is_end_to_end(cast(DatabaseProxyArgs, args)) and "db_users" not in given:
        users = {
            user
            for key, application in spec.get("applications", {}).items()
            if uses_proxy(spec, key)
            for user in application.get("db_users", ())
        }
        args["db_users"] = sorted(users)
    return cast(DatabaseProxyArgs, args)


def observability_args(
    spec: AuroraDatabaseArgs, handle: Input[str], proxy_handle: Input[str] | None, key_arn: Input[str]
) -> ObservabilityArgs:
    given = spec.get("observability", {})
    args: dict[str, Any] = {
        **given,
        "connection": handle,
        "engine": spec.get("engine"),
        "serverless": "serverless" in spec or _is_serverless_by_default(spec),
        "proxy_connection": proxy_handle,
        **_common(spec, "protection", "allow_deletion"),
    }
    # An adopted key may not admit the publishers, and their messages would vanish without an error.
    if "topic_arn" not in given and "kms_key_arn" not in given and not adopts_key(spec):
        args["kms_key_arn"] = key_arn
    return cast(ObservabilityArgs, args)


def backup_plan_args(
    spec: AuroraDatabaseArgs, handle: Input[str], topic_arn: Input[str] | None
) -> BackupPlanArgs:
    args: dict[str, Any] = {
        "topic_arn": topic_arn,
        **spec.get("backup_plan", {}),
        "connections": {"database": handle},
        **_common(spec, "protection", "allow_deletion", *_IAM),
    }
    return cast(BackupPlanArgs, args)


def application_args(spec: AuroraDatabaseArgs, key: str, handle: Input[str]) -> AppAccessArgs:
    args: dict[str, Any] = {
        **spec.get("applications", {})[key],
        "connection": handle,
        **_common(spec, "iam_path"),
    }
    args.pop("through_proxy", None)
    return cast(AppAccessArgs, args)


def access_host_args(spec: AuroraDatabaseArgs, handle: Input[str], made: Network | None) -> AccessHostArgs:
    args: dict[str, Any] = {
        "subnet_id": _host_subnet(made) if made else ELSEWHERE,
        "endpoint_security_group_id": made.endpoint_security_group_id if made else ELSEWHERE,
        **spec.get("access_host", {}),
        "connection": handle,
        "vpc_id": made.vpc_id if made else ELSEWHERE,
        **_common(spec, *_IAM),
    }
    return cast(AccessHostArgs, args)


def _host_subnet(made: Network) -> Output[str]:
    return Output.all(made.app_subnet_ids, made.database_subnet_ids).apply(
        lambda tiers: str([*tiers[0], *tiers[1]][0])
    )


def personas_args(spec: AuroraDatabaseArgs, handle: Input[str]) -> DatabasePersonasArgs:
    args: dict[str, Any] = {
        **spec.get("personas", {}),
        "connections": {"database": handle},
        **_common(spec, "iam_path"),
    }
    return cast(DatabasePersonasArgs, args)
