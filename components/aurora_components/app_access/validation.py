"""What can be wrong with the arguments of an AppAccess."""

from collections.abc import Mapping
from typing import Any

from pulumi import Output

from ..support import connection as handle
from ..support.arguments import Problems, nearest
from ..support.checks import check_keys, check_region, check_tags
from ..support.cidrs import check_sources
from ..support.db_users import check_db_users
from ..support.service_role import check_iam_path
from .args import AppAccessArgs, ApplicationAccess


def validate(spec: AppAccessArgs, problems: Problems) -> None:
    """Report everything wrong with the arguments to `problems`."""
    validate_settings(spec, problems, gets_a_group="vpc_id" in spec)
    check_iam_path(spec.get("iam_path"), problems)
    check_region(problems, "region", spec.get("region"))
    check_tags(problems, spec.get("tags", {}))


def validate_settings(settings: ApplicationAccess, problems: Problems, *, gets_a_group: bool) -> None:
    """Report everything wrong with the settings to `problems`.

    `gets_a_group` says whether the component makes a security group for the application.
    """
    check_db_users(settings.get("db_users", ()), problems, "db_users")
    check_sources(settings.get("source_cidrs", {}), problems, "source_cidrs")
    for path, keys in (
        ("role_names", settings.get("role_names", {})),
        ("source_security_groups", settings.get("source_security_groups", {})),
        ("source_cidrs", settings.get("source_cidrs", {})),
    ):
        check_keys(problems, path, keys)
    for key in set(settings.get("source_cidrs", {})) & set(settings.get("source_security_groups", {})):
        problems.add(f"source_cidrs.{key}", "is also a key of source_security_groups; use another key")
    if settings.get("data_api") and not (settings.get("secret_arns") or settings.get("read_admin_secret")):
        problems.add("data_api", "signs in with a secret; give secret_arns (or read_admin_secret)")
    permits = any(settings.get(key) for key in ("db_users", "data_api", "secret_arns", "read_admin_secret"))
    reaches = settings.get("source_cidrs") or settings.get("source_security_groups")
    if not (permits or reaches):
        problems.add("", "grants nothing; give db_users, source_security_groups or data_api")
    connects = any(settings.get(key) for key in ("db_users", "secret_arns", "read_admin_secret"))
    way_in = reaches or gets_a_group or settings.get("data_api") or settings.get("reached_elsewhere")
    if connects and not way_in:
        problems.add(
            "",
            "nothing can reach the database with it; give source_security_groups (groups the application has), vpc_id "
            "(for a new group to attach to it) or source_cidrs, or set reached_elsewhere",
        )
    if settings.get("role_names") and not permits:
        problems.add("role_names", "there is no permission to attach; give db_users, or leave the roles out")


def check_connection(name: str, database: handle.Connection, spec: AppAccessArgs) -> Output[None]:
    """Check what only the handle knows. It fails when the fields are known, in one program at preview."""

    def check(known: Mapping[str, Any]) -> None:
        found = Problems()
        users = spec.get("db_users", ())
        if users and not known["iam_auth"]:
            found.add("db_users", "IAM authentication is off on this cluster; set iam_authentication there")
        declared = known["accounts"]
        for index, user in enumerate(users):
            if declared is not None and user not in declared:
                hint = nearest(user, list(declared)) if declared else "declare it there"
                found.add(
                    f"db_users[{index}]",
                    f"'{user}' is no account with IAM of the DatabaseAccounts; {hint}",
                )
            if known["admin_username"] and user.lower() == known["admin_username"].lower():
                found.add(f"db_users[{index}]", f"'{user}' is the admin user; create one for the application")
        if spec.get("data_api") and known["kind"] == "proxy":
            found.add("data_api", "the Data API is the cluster's; give the cluster's connection")
        elif spec.get("data_api") and not known["data_api"]:
            found.add("data_api", "the Data API is off on this cluster; set data_api there")
        found.raise_for("AppAccess", name)

    return Output.all(
        kind=database.kind,
        iam_auth=database.iam_auth,
        data_api=database.data_api,
        admin_username=database.admin_username,
        accounts=database.accounts,
    ).apply(check)
