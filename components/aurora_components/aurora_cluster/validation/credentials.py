"""The admin user and its password."""

import re

from ...support.arguments import Problems
from ...support.checks import check_range
from ...support.enums import CredentialMode, Engine
from .. import engine as facts
from ..args import ClusterSettings
from ..plan import Plan

_ROTATION = re.compile(r"(cron|rate)\(.+\)")


def check_credentials(plan: Plan, args: ClusterSettings, problems: Problems) -> None:
    credentials = args.get("credentials", {})
    mode = plan.credential_mode
    if plan.global_role is not None and mode is CredentialMode.RDS_MANAGED:
        problems.add(
            "credentials.mode",
            "RDS cannot manage the password in a global database; use generated for the primary, inherited for "
            "a secondary",
        )
    elif plan.is_secondary and mode is not CredentialMode.INHERITED:
        problems.add("credentials.mode", "a secondary has the users of its primary; use inherited")
    elif mode is CredentialMode.INHERITED and not (plan.is_secondary or plan.is_restored or plan.is_imported):
        problems.add("credentials.mode", "there is no password to inherit; use rds-managed")
    elif mode is CredentialMode.GENERATED and plan.is_restored:
        problems.add("credentials.mode", "a restored cluster takes rds-managed or inherited; choose one")
    username = credentials.get("username")
    if username is not None and (plan.is_secondary or plan.is_restored):
        problems.add("credentials.username", "comes with the data; remove it")
    elif isinstance(username, str):
        check_username(plan.engine, username, "credentials.username", problems)
    if "secret_kms_key_arn" in credentials and mode is CredentialMode.INHERITED:
        problems.add("credentials.secret_kms_key_arn", "no secret is made in inherited mode; remove it")
    rotation = [
        key for key in ("rotation_days", "rotation_schedule", "rotation_enabled") if key in credentials
    ]
    has_function = "rotation_function_arn" in credentials
    if has_function and mode is not CredentialMode.GENERATED:
        problems.add("credentials.rotation_function_arn", "is for the generated mode; remove it")
    if rotation and not has_function and mode is not CredentialMode.RDS_MANAGED:
        problems.add(
            f"credentials.{rotation[0]}",
            "only an RDS-managed secret rotates by itself; give rotation_function_arn, or remove it",
        )
    if len(rotation) > 1 and credentials.get("rotation_enabled") is False:
        problems.add("credentials.rotation_enabled", "is off, but there is a schedule; keep one of them")
    if "rotation_days" in credentials and "rotation_schedule" in credentials:
        problems.add("credentials.rotation_schedule", "excludes rotation_days; keep one of them")
    check_range(problems, "credentials.rotation_days", credentials.get("rotation_days", 7), 1, 1000)
    if not _ROTATION.fullmatch(credentials.get("rotation_schedule", "rate(7 days)")):
        problems.add("credentials.rotation_schedule", "must be rate(...) or cron(...)")
    if "password_version" in credentials and mode is not CredentialMode.GENERATED:
        problems.add("credentials.password_version", "belongs to the generated mode; remove it")
    if credentials.get("password_version", 1) < 1:
        problems.add("credentials.password_version", "must be 1 or more")


def check_username(engine: Engine, username: str, path: str, problems: Problems) -> None:
    """Report a name that the engine refuses, or that an attacker tries first."""
    most = facts.MAX_USERNAME[engine]
    if username.lower() in facts.WELL_KNOWN_USERS:
        problems.add(path, f"'{username}' is a name that attackers try first; choose another")
    elif username.lower() in facts.RESERVED_USERNAMES[engine]:
        problems.add(path, f"'{username}' is reserved by the engine; choose another name")
    elif not re.fullmatch(rf"[A-Za-z][A-Za-z0-9_]{{0,{most - 1}}}", username):
        problems.add(path, f"use at most {most} letters, digits and _, starting with a letter")
