"""What can be wrong with the arguments of an AuroraDatabase."""

from ..access_host import validation as access_host
from ..app_access import validation as app_access
from ..aurora_cluster import AddressFamily
from ..aurora_cluster import validation as aurora_cluster
from ..aurora_cluster.engine import DEFAULT_ADMIN_USERNAME
from ..aurora_cluster.validation.names import check_component_name
from ..backup_plan import validation as backup_plan
from ..database_accounts import validation as database_accounts
from ..database_key import validation as database_key
from ..database_personas import validation as database_personas
from ..database_proxy import validation as database_proxy
from ..network import validation as network
from ..observability import validation as observability
from ..support.arguments import Problems
from ..support.checks import check_keys, check_region
from ..support.enums import Engine
from .args import AuroraDatabaseArgs
from .parts import (
    SESSION_SERVICES,
    account_settings,
    adopts_key,
    adopts_network,
    application_settings,
    cluster_settings,
    gets_a_group,
    is_observed,
    password_accounts,
    proxy_settings,
    users_of,
    watched,
)


def validate(name: str, spec: AuroraDatabaseArgs, problems: Problems) -> None:
    """Report what is wrong between the parts, then what is wrong with each part's own settings."""
    check_component_name(name, problems)
    check_region(problems, "region", spec.get("region"))
    _validate_together(spec, problems)
    aurora_cluster.validate_settings(name, cluster_settings(spec), problems)
    network.validate_settings(spec.get("network", {}), problems.at("network"))
    database_key.validate_settings(spec.get("key", {}), problems.at("key"))
    if "proxy" in spec:
        database_proxy.validate_settings(
            proxy_settings(spec), problems.at("proxy"), spec.get("engine"), bool(password_accounts(spec))
        )
    if is_observed(spec):
        settings = spec.get("observability", {})
        observability.validate_settings(settings, problems.at("observability"), [watched(spec)])
    if "backup_plan" in spec:
        backup_plan.validate_settings(spec["backup_plan"], problems.at("backup_plan"), spec.get("region"))
    for key in spec.get("applications", {}):
        application = application_settings(spec, key)
        app_access.validate_settings(
            application, problems.at(f"applications.{key}"), gets_a_group=gets_a_group(application)
        )
    if (accounts := account_settings(spec)) is not None:
        database_accounts.validate_settings(
            accounts,
            problems.at("accounts"),
            spec.get("engine"),
            spec.get("region"),
            has_endpoint=not adopts_network(spec),
        )
    if "access_host" in spec:
        access_host.validate_settings(spec["access_host"], problems.at("access_host"))
    if "personas" in spec:
        database_personas.validate_settings(spec["personas"], problems.at("personas"))


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
    if "endpoint_security_group_id" in spec.get("accounts", {}) and not adopted:
        problems.add("accounts.endpoint_security_group_id", "the new network has its own; leave it out")
    declared = spec.get("accounts", {}).get("accounts", {})
    for key, application in spec.get("applications", {}).items():
        for user in users_of(spec, key) if "access" in application else ():
            if user in declared:
                problems.add(
                    f"applications.{key}.access",
                    f"accounts declares '{user}' too; say its access in one place",
                )
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
