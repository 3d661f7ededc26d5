"""What can be wrong with the arguments of a DatabaseProxy."""

import pulumi

from ..support.arguments import Problems
from ..support.checks import (
    check_choices,
    check_keys,
    check_log_retention,
    check_range,
    check_region,
    check_tags,
)
from ..support.db_users import check_db_users
from ..support.enums import Engine, EngineName
from ..support.names import aws_name
from ..support.service_role import check_iam_path
from .args import ClientPasswordAuth, DatabaseProxyArgs, PoolSettings, ProxySettings

NAME_LIMIT = 60
"""Longest name of a proxy."""

SECRETS_LIMIT = 200
"""Most secrets of one proxy."""

IDLE_CLIENT_TIMEOUT_MAXIMUM = 28_800
"""Longest idle time of a client, in seconds."""

PASSWORD_AUTHS = {
    Engine.POSTGRESQL: (ClientPasswordAuth.POSTGRES_SCRAM_SHA_256,),
    Engine.MYSQL: (ClientPasswordAuth.MYSQL_CACHING_SHA2_PASSWORD, ClientPasswordAuth.MYSQL_NATIVE_PASSWORD),
}
"""How the proxy may sign in to an engine with a password, the default first."""

_SECRETIVE = ("password", "identified by", "secret", "token")
"""Words an initialisation query must not hold: every operator can read it."""


TWO_SUBNETS = "a proxy needs subnets in two availability zones; give two or more"


def proxy_name(name: str, spec: ProxySettings) -> str:
    """The proxy's name in AWS. It is fixed, so that its log group can exist before it."""
    return spec.get("proxy_name") or aws_name(f"{name}-{pulumi.get_stack()}", NAME_LIMIT)


def is_end_to_end(spec: ProxySettings) -> bool:
    """Whether the proxy signs in to the database with IAM. It does unless it is given secrets."""
    return spec.get("end_to_end_iam", "secret_arns" not in spec)


def validate(spec: DatabaseProxyArgs, problems: Problems) -> None:
    """Report everything wrong with the arguments to `problems`."""
    validate_settings(spec, problems, spec.get("engine"))
    subnets = spec.get("subnet_ids")
    if isinstance(subnets, list) and len(subnets) < 2:
        problems.add("subnet_ids", TWO_SUBNETS)
    check_iam_path(spec.get("iam_path"), problems)
    check_region(problems, "region", spec.get("region"))
    check_tags(problems, spec.get("tags", {}))


def validate_settings(
    settings: ProxySettings, problems: Problems, engine: EngineName | None, further_secrets: bool = False
) -> None:
    """Report everything wrong with the settings to `problems`, for a cluster of `engine`.

    `further_secrets` says that the proxy gets the secrets of accounts besides those in the settings.
    """
    _validate_sign_in(settings, problems, engine, further_secrets)
    _validate_pool(settings.get("pool", {}), problems)
    name = settings.get("proxy_name")
    if name is not None and name != aws_name(name, NAME_LIMIT):
        problems.add(
            "proxy_name",
            f"'{name}' must be at most {NAME_LIMIT} lower-case letters, digits and single dashes, a letter "
            f"first; such as '{aws_name(name, NAME_LIMIT)}'",
        )
    idle = settings.get("idle_client_timeout_seconds")
    check_range(problems, "idle_client_timeout_seconds", idle, 1, IDLE_CLIENT_TIMEOUT_MAXIMUM)
    check_log_retention(problems, "log_retention_days", settings.get("log_retention_days"))
    check_keys(problems, "allowed_security_groups", settings.get("allowed_security_groups", {}))


def _validate_sign_in(
    settings: ProxySettings, problems: Problems, engine: EngineName | None, further_secrets: bool
) -> None:
    secrets = settings.get("secret_arns", {})
    users = settings.get("db_users", ())
    if is_end_to_end(settings):
        if secrets:
            problems.add("secret_arns", "end-to-end IAM uses no secret; give one or the other")
        if "client_password_auth_type" in settings:
            problems.add("client_password_auth_type", "is for secret_arns; leave it out with end-to-end IAM")
        if not users:
            problems.add("db_users", "name the database users the proxy may sign in as, or give secret_arns")
        check_db_users(users, problems, "db_users")
    else:
        if not secrets and not further_secrets:
            problems.add("secret_arns", "the proxy has no way to sign in; give secrets, or end_to_end_iam")
        if users:
            problems.add("db_users", "is for end-to-end IAM; each of secret_arns names its own user")
        if len(secrets) > SECRETS_LIMIT:
            problems.add("secret_arns", f"{len(secrets)} secrets; a proxy holds {SECRETS_LIMIT}")
    auth = settings.get("client_password_auth_type")
    allowed = PASSWORD_AUTHS.get(Engine(engine)) if engine is not None else None
    if auth is not None and allowed is not None and auth not in allowed:
        problems.add("client_password_auth_type", f"'{auth}' is of the other engine; use '{allowed[0]}'")


def _validate_pool(pool: PoolSettings, problems: Problems) -> None:
    largest = pool.get("max_connections_percent", 100)
    check_range(problems, "pool.max_connections_percent", largest, 1, 100)
    check_range(
        problems, "pool.max_idle_connections_percent", pool.get("max_idle_connections_percent"), 0, largest
    )
    timeout = pool.get("connection_borrow_timeout_seconds")
    check_range(problems, "pool.connection_borrow_timeout_seconds", timeout, 0, 300)
    filters = pool.get("session_pinning_filters", ())
    check_choices(problems, "pool.session_pinning_filters", filters, ("EXCLUDE_VARIABLE_SETS",))
    if any(word in pool.get("init_query", "").lower() for word in _SECRETIVE):
        problems.add("pool.init_query", "looks as if it holds a secret, and all can read it; use secret_arns")
