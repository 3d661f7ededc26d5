"""What can be wrong with the arguments of an AuroraDatabase."""

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from ..access_host import AccessHostArgs
from ..access_host import validation as access_host
from ..app_access import AppAccessArgs
from ..app_access import validation as app_access
from ..aurora_cluster import (
    AddressFamily,
    problems_of,
)
from ..aurora_cluster.engine import DEFAULT_ADMIN_USERNAME
from ..backup_plan import BackupPlanArgs
from ..backup_plan import validation as backup_plan
from ..database_key import DatabaseKeyArgs
from ..database_key import validation as database_key
from ..database_personas import DatabasePersonasArgs
from ..database_personas import validation as database_personas
from ..database_proxy import DatabaseProxyArgs
from ..database_proxy import validation as database_proxy
from ..network import NetworkArgs
from ..network import validation as network
from ..observability import ObservabilityArgs
from ..observability import validation as observing
from ..support.arguments import Problems, normalise
from ..support.checks import check_keys
from ..support.enums import Engine
from .args import AuroraDatabaseArgs
from .parts import (
    COMMON,
    ELSEWHERE,
    SESSION_SERVICES,
    access_host_args,
    adopts_key,
    adopts_network,
    application_args,
    backup_plan_args,
    cluster_args,
    is_observed,
    key_args,
    network_args,
    observability_args,
    personas_args,
    proxy_args,
)

T = TypeVar("T")


def validate(name: str, spec: AuroraDatabaseArgs, problems: Problems) -> None:
    """Report what is wrong between the parts, then what each part would refuse of its own."""
    _validate_together(spec, problems)
    here = ELSEWHERE
    problems.include(problems_of(name, cluster_args(spec, None, here)))
    _check(problems, "network", network_args(spec, here), NetworkArgs, network.validate)
    _check(problems, "key", key_args(name, spec), DatabaseKeyArgs, database_key.validate)
    if "proxy" in spec:
        validate = partial(database_proxy.validate, f"{name}-proxy")
        _check(problems, "proxy", proxy_args(spec, here, None), DatabaseProxyArgs, validate)
    if is_observed(spec):
        args = observability_args(spec, here, None, here)
        _check(problems, "observability", args, ObservabilityArgs, observing.validate)
    if "backup_plan" in spec:
        plan = backup_plan_args(spec, here, here)
        _check(problems, "backup_plan", plan, BackupPlanArgs, backup_plan.validate)
    for key in spec.get("applications", {}):
        application = application_args(spec, key, here)
        _check(problems, f"applications.{key}", application, AppAccessArgs, app_access.validate)
    if "access_host" in spec:
        host = access_host_args(spec, here, None)
        _check(problems, "access_host", host, AccessHostArgs, access_host.validate)
    if "personas" in spec:
        personas = personas_args(spec, here)
        _check(problems, "personas", personas, DatabasePersonasArgs, database_personas.validate)


def _check(
    problems: Problems,
    path: str,
    args: Any,
    schema: type[T],
    validate: Callable[[T, Problems], None],
) -> None:
    part, placed = Problems(), Problems()
    validate(normalise(args, schema, part), part)
    for inner, message in part:
        is_common = inner.partition(".")[0] in COMMON
        placed.add(inner if is_common else f"{path}.{inner}" if inner else path, message)
    problems.include(placed)


def _validate_together(spec: AuroraDatabaseArgs, problems: Problems) -> None:
    adopted = adopts_network(spec)
    if spec.get("restore", {}).get("copy_on_write") and not adopts_key(spec):
        problems.add("key.existing_key_arn", "a clone shares the source's pages; give the key of the source")
    single_stack = not adopted and not spec.get("network", {}).get("ipv6")
    if spec.get("network_type") is AddressFamily.DUAL and single_stack:
        problems.add("network.ipv6", "a dual-stack cluster needs IPv6 subnets; set it to true")
    if "access_host" in spec:
        has_group = "endpoint_security_group_id" in spec["access_host"]
        path = "access_host.endpoint_security_group_id"
        if adopted and not has_group:
            problems.add(
                path, f"the adopted network's endpoints {', '.join(SESSION_SERVICES)}: give their group"
            )
        if has_group and not adopted:
            problems.add(path, "the new network has its own; leave it out")
    check_keys(problems, "applications", spec.get("applications", {}))
    reaches_kms = adopted or "kms" in spec.get("network", {}).get("interface_endpoints", ())
    if spec.get("engine") is Engine.MYSQL and "activity_stream" in spec and not reaches_kms:
        problems.add(
            "network.interface_endpoints",
            "an activity stream of Aurora MySQL stops unless the instances reach KMS; add kms",
        )
    admin = spec.get("credentials", {}).get("username", DEFAULT_ADMIN_USERNAME)
    for key, application in spec.get("applications", {}).items():
        path = f"applications.{key}"
        if application.get("data_api"):
            if not spec.get("data_api"):
                problems.add(f"{path}.data_api", "the Data API of the cluster is off; set data_api to true")
            if application.get("through_proxy"):
                problems.add(f"{path}.through_proxy", "the Data API is the cluster's own; leave it out")
        elif application.get("through_proxy") and application.get("read_admin_secret"):
            problems.add(f"{path}.through_proxy", "the proxy does not know the admin user; leave it out")
        elif application.get("through_proxy") and "proxy" not in spec:
            problems.add(f"{path}.through_proxy", "there is no proxy; add proxy, or leave it out")
        for index, user in enumerate(application.get("db_users", ())):
            if isinstance(admin, str) and user.lower() == admin.lower():
                problems.add(f"{path}.db_users[{index}]", f"'{user}' is the admin user; name another")
