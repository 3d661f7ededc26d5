"""The arguments of each part of an AuroraDatabase.

A part takes its own settings, what the database says for all parts, and the wiring: what other parts return.
Settings that follow from other settings are in a function of their own, because the validation reads them too.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pulumi import Input, Output

from ..access_host import AccessHostArgs, AccessHostSettings
from ..app_access import AppAccessArgs, ApplicationAccess
from ..aurora_cluster import AuroraClusterArgs, ClusterSettings, ServerlessCapacity
from ..backup_plan import BackupPlanArgs
from ..database_accounts import AccountsSettings, DatabaseAccount, DatabaseAccountsArgs
from ..database_accounts.desired import signs_in_with_password
from ..database_key import DatabaseKeyArgs
from ..database_personas import DatabasePersonasArgs
from ..database_proxy import DatabaseProxyArgs, ProxySettings, is_end_to_end
from ..network import Network, NetworkArgs
from ..observability import ObservabilityArgs, Watched
from ..support.arguments import picked
from ..support.enums import Protection
from ..support.shared_args import Guarded, Place, Policies, Region, Roles
from .args import AuroraDatabaseArgs

DEFAULT_CAPACITY: ServerlessCapacity = {"min_capacity": 0.5, "max_capacity": 8.0}
"""Capacity of a database whose instance size is not given: cheap when idle, with room to grow."""

SESSION_SERVICES = ("ec2messages", "ssm", "ssmmessages")
"""Interface endpoints that an access host needs."""


@dataclass(frozen=True)
class Wiring:
    """What the parts around a cluster get from the parts that are made before them."""

    vpc_id: Output[str]
    database_subnet_ids: Output[Sequence[str]]
    app_subnet_ids: Output[Sequence[str]]
    endpoint_security_group_id: Output[str | None]
    kms_key_arn: Output[str]
    connection: Output[str]
    proxy_connection: Output[str] | None = None
    topic_arn: Output[str] | None = None
    account_secret_arns: Output[Mapping[str, str]] | None = None


def adopts_network(spec: AuroraDatabaseArgs) -> bool:
    """Whether the network exists already."""
    return "adopt" in spec.get("network", {})


def adopts_key(spec: AuroraDatabaseArgs) -> bool:
    """Whether the key exists already."""
    return "existing_key_arn" in spec.get("key", {})


def is_observed(spec: AuroraDatabaseArgs) -> bool:
    """Whether there are alarms: always, except for an ephemeral database that does not ask for them."""
    return "observability" in spec or spec.get("protection") is not Protection.EPHEMERAL


def account_settings(spec: AuroraDatabaseArgs) -> AccountsSettings | None:
    """The accounts to make: the declared ones, and those of applications that say what access they need."""
    accounts: dict[str, DatabaseAccount] = {
        user: {"access": application["access"]}
        for key, application in spec.get("applications", {}).items()
        if "access" in application
        for user in users_of(spec, key)
    }
    if "accounts" not in spec and not accounts:
        return None
    given = spec.get("accounts", {})
    accounts.update(given.get("accounts", {}))
    return {**given, "accounts": accounts}


def users_of(spec: AuroraDatabaseArgs, key: str) -> list[str]:
    """The database users of an application. One that says its access and no user has one of its own name."""
    application = spec.get("applications", {})[key]
    if "access" in application and not application.get("db_users"):
        return [key.replace("-", "_").replace(".", "_")]
    return list(application.get("db_users", ()))


def password_accounts(spec: AuroraDatabaseArgs) -> list[str]:
    """The accounts that sign in with a password."""
    settings = account_settings(spec) or {}
    return [name for name, each in settings.get("accounts", {}).items() if signs_in_with_password(each)]


def application_settings(spec: AuroraDatabaseArgs, key: str) -> ApplicationAccess:
    """The settings of an application, with its database users."""
    settings = picked(spec.get("applications", {})[key], ApplicationAccess)
    users = users_of(spec, key)
    return {**settings, "db_users": users} if users else settings


def gets_a_group(settings: ApplicationAccess) -> bool:
    """Whether an application says no source, and so gets a security group to attach."""
    has_source = any(
        settings.get(field) for field in ("source_security_groups", "source_cidrs", "reached_elsewhere")
    )
    return not has_source and any(
        settings.get(field) for field in ("db_users", "secret_arns", "read_admin_secret")
    )


def accounts_args(
    spec: AuroraDatabaseArgs, settings: AccountsSettings, wiring: Wiring
) -> DatabaseAccountsArgs:
    """Arguments of the DatabaseAccounts."""
    args: DatabaseAccountsArgs = {
        **settings,
        **picked(spec, Place),
        **picked(spec, Guarded),
        **picked(spec, Roles),
        "connection": wiring.connection,
        "engine": spec["engine"],
        "vpc_id": wiring.vpc_id,
        "subnet_ids": wiring.database_subnet_ids,
        "kms_key_arn": wiring.kms_key_arn,
    }
    if not adopts_network(spec):
        args["endpoint_security_group_id"] = wiring.endpoint_security_group_id.apply(str)
    return args


def uses_proxy(spec: AuroraDatabaseArgs, key: str) -> bool:
    """Whether the application `key` connects through the proxy."""
    application = spec.get("applications", {})[key]
    needs_cluster = application.get("data_api", False) or application.get("read_admin_secret", False)
    return application.get("through_proxy", "proxy" in spec and not needs_cluster)


def is_serverless_by_default(spec: AuroraDatabaseArgs) -> bool:
    """Whether no instance size is given."""
    classes = [instance.get("instance_class") for instance in spec.get("instances", {}).values()]
    return "serverless" not in spec and "default_instance_class" not in spec and not any(classes)


def cluster_settings(spec: AuroraDatabaseArgs) -> ClusterSettings:
    """The settings of the cluster."""
    settings = picked(spec, ClusterSettings)
    if is_serverless_by_default(spec):
        settings["serverless"] = DEFAULT_CAPACITY
    if spec.get("backup_plan", {}).get("continuous_backup", "backup_plan" in spec):
        settings["backup"] = {"managed_by_aws_backup": True, **spec.get("backup", {})}
    return settings


def proxy_settings(spec: AuroraDatabaseArgs) -> ProxySettings:
    """The settings of the proxy. It signs in as the users of the applications that connect through it."""
    settings = spec.get("proxy", {})
    if not is_end_to_end(settings) or "db_users" in settings:
        return settings
    users = {
        user for key in spec.get("applications", {}) if uses_proxy(spec, key) for user in users_of(spec, key)
    }
    return {**settings, "db_users": sorted(users)}


def watched(spec: AuroraDatabaseArgs) -> Watched:
    """What kind of cluster Observability watches."""
    return Watched(
        engine=spec.get("engine"),
        serverless="serverless" in spec or is_serverless_by_default(spec),
        is_global=False,
        has_proxy="proxy" in spec,
    )


def key_args(name: str, spec: AuroraDatabaseArgs) -> DatabaseKeyArgs:
    """Arguments of the DatabaseKey."""
    if adopts_key(spec):
        return {**spec.get("key", {}), **picked(spec, Guarded), **picked(spec, Region)}
    makes_accounts = account_settings(spec) is not None
    return {
        **spec.get("key", {}),
        **picked(spec, Place),
        **picked(spec, Guarded),
        "description": f"Data, secrets, logs and notifications of Aurora database {name}",
        "services": [
            "rds",
            "secretsmanager",
            "logs",
            "sns",
            "backup",
            *(["lambda"] if makes_accounts else []),
        ],
    }


def network_args(spec: AuroraDatabaseArgs, kms_key_arn: Input[str]) -> NetworkArgs:
    """Arguments of the Network."""
    given = spec.get("network", {})
    args: NetworkArgs = {**given, **picked(spec, Place), **picked(spec, Guarded)}
    if adopts_network(spec):
        return args
    args = {**args, **picked(spec, Roles)}
    flow_logs = given.get("flow_logs", {})
    if "destination_bucket_arn" not in flow_logs and not adopts_key(spec):
        args["flow_logs"] = {"kms_key_arn": kms_key_arn, **flow_logs}
    needed = SESSION_SERVICES if "access_host" in spec else ()
    if account_settings(spec) is not None:
        needed = (*needed, "secretsmanager")
    if needed:
        services = given.get("interface_endpoints", ())
        args["interface_endpoints"] = [*services, *(each for each in needed if each not in services)]
    return args


def cluster_args(spec: AuroraDatabaseArgs, network: Network, kms_key_arn: Input[str]) -> AuroraClusterArgs:
    """Arguments of the AuroraCluster."""
    args: AuroraClusterArgs = {
        **cluster_settings(spec),
        "vpc_id": network.vpc_id,
        "subnet_ids": network.database_subnet_ids,
        "kms_key_arn": kms_key_arn,
    }
    calls_out = any(field in spec for field in ("feature_roles", "feature_policies", "activity_stream"))
    if calls_out and spec.get("network", {}).get("interface_endpoints"):
        args["egress_security_groups"] = {
            "endpoints": network.endpoint_security_group_id.apply(str),
            **spec.get("egress_security_groups", {}),
        }
    return args


def proxy_args(spec: AuroraDatabaseArgs, wiring: Wiring) -> DatabaseProxyArgs:
    """Arguments of the DatabaseProxy."""
    args: DatabaseProxyArgs = {
        **proxy_settings(spec),
        **picked(spec, Place),
        **picked(spec, Guarded),
        **picked(spec, Roles),
        "connection": wiring.connection,
        "engine": spec["engine"],
        "vpc_id": wiring.vpc_id,
        "subnet_ids": wiring.database_subnet_ids,
    }
    # A proxy refuses an account that it has no credentials for.
    if wiring.account_secret_arns is not None and not is_end_to_end(args):
        secrets = {name: wiring.account_secret_arns[name] for name in password_accounts(spec)}
        args["secret_arns"] = {**secrets, **args.get("secret_arns", {})}
    return args


def observability_args(spec: AuroraDatabaseArgs, wiring: Wiring) -> ObservabilityArgs:
    """Arguments of the Observability."""
    given = spec.get("observability", {})
    args: ObservabilityArgs = {
        **given,
        **picked(spec, Place),
        **picked(spec, Guarded),
        "connection": wiring.connection,
        "engine": spec["engine"],
        "serverless": watched(spec).serverless,
    }
    if wiring.proxy_connection is not None:
        args["proxy_connection"] = wiring.proxy_connection
    # An adopted key may not admit the publishers. Their messages would then be lost without an error.
    if "topic_arn" not in given and "kms_key_arn" not in given and not adopts_key(spec):
        args["kms_key_arn"] = wiring.kms_key_arn
    return args


def backup_plan_args(spec: AuroraDatabaseArgs, wiring: Wiring) -> BackupPlanArgs:
    """Arguments of the BackupPlan."""
    args: BackupPlanArgs = {
        **spec.get("backup_plan", {}),
        **picked(spec, Place),
        **picked(spec, Guarded),
        **picked(spec, Roles),
        "connections": {"database": wiring.connection},
    }
    if wiring.topic_arn is not None and "topic_arn" not in args:
        args["topic_arn"] = wiring.topic_arn
    return args


def application_args(spec: AuroraDatabaseArgs, key: str, wiring: Wiring) -> AppAccessArgs:
    """Arguments of the AppAccess of the application `key`."""
    through_proxy = wiring.proxy_connection if uses_proxy(spec, key) else None
    settings = application_settings(spec, key)
    args: AppAccessArgs = {
        **settings,
        **picked(spec, Place),
        **picked(spec, Policies),
        "connection": through_proxy or wiring.connection,
    }
    if gets_a_group(settings):
        args["vpc_id"] = wiring.vpc_id
    return args


def access_host_args(spec: AuroraDatabaseArgs, wiring: Wiring) -> AccessHostArgs:
    """Arguments of the AccessHost. It is in the app tier, or in the database tier if there is no other."""
    given = spec.get("access_host", {})
    tiers = Output.all(wiring.app_subnet_ids, wiring.database_subnet_ids)
    first: Output[str] = tiers.apply(lambda known: str([*known[0], *known[1]][0]))
    endpoints: Output[str] = wiring.endpoint_security_group_id.apply(str)
    return {
        **picked(given, AccessHostSettings),
        **picked(spec, Place),
        **picked(spec, Roles),
        "connection": wiring.connection,
        "vpc_id": wiring.vpc_id,
        "subnet_id": given.get("subnet_id", first),
        "endpoint_security_group_id": given.get("endpoint_security_group_id", endpoints),
    }


def personas_args(spec: AuroraDatabaseArgs, wiring: Wiring) -> DatabasePersonasArgs:
    """Arguments of the DatabasePersonas."""
    return {
        **spec.get("personas", {}),
        **picked(spec, Place),
        **picked(spec, Policies),
        "connections": {"database": wiring.connection},
    }
