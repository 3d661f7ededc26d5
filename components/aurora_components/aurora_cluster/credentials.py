"""The admin user, in one of three ways. No password is an argument, an output or a plain input."""

import secrets
import string
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pulumi_aws as aws
from pulumi import Input, Output, Resource

from ..support.aws import child_options, json_text
from ..support.enums import CredentialMode, Engine
from ..support.record import recorded
from . import engine as facts
from .identity import Identity
from .plan import Plan

_PASSWORD_LENGTH = 32
_PASSWORD_ALPHABET = string.ascii_letters + string.digits + "-_.~"
"""What RDS, URLs and shells all take as it is."""

_RECOVERY_DAYS = 30
_EPHEMERAL_RECOVERY_DAYS = 7

_ROTATION_DAYS = 7
"""AWS's own period for an RDS-managed secret."""


@dataclass(frozen=True)
class Admin:
    """How the cluster is told of its admin user."""

    cluster_args: dict[str, Any]
    username: Input[str] | None
    secret: aws.secretsmanager.Secret | None = None
    drawn: "Password | None" = None


@dataclass(frozen=True)
class Password:
    """A generated password, and the number that changes whenever it has to be written."""

    password: Output[str]
    version: Output[int]


def admin(parent: Resource, plan: Plan, same: Identity) -> Admin:
    """Decide on the admin user and make its secret where RDS does not."""
    given = plan.args.get("credentials", {})
    if plan.credential_mode is CredentialMode.INHERITED:
        return Admin({}, None)
    username = given.get("username", facts.DEFAULT_ADMIN_USERNAME)
    # A restored cluster has its user already, under a name that only the snapshot knows.
    named = {} if plan.is_restored else {"master_username": username}
    secret_key = given.get("secret_kms_key_arn", same.kms_key_arn)
    if plan.credential_mode is CredentialMode.RDS_MANAGED:
        managed = {"manage_master_user_password": True, "master_user_secret_kms_key_id": secret_key}
        return Admin({**named, **managed}, None if plan.is_restored else username)
    drawn = _password(parent, plan, same)
    secret = aws.secretsmanager.Secret(
        f"{plan.name}-admin",
        description=same.identifier.apply(lambda identifier: f"Admin user of Aurora cluster {identifier}"),
        kms_key_id=secret_key,
        recovery_window_in_days=_EPHEMERAL_RECOVERY_DAYS if plan.is_ephemeral else _RECOVERY_DAYS,
        region=plan.region,
        tags=plan.tags(f"{plan.identifier}-admin"),
        opts=child_options(
            parent,
            protect=plan.deletion.protects or None,
            retain_on_delete=plan.deletion.retains or None,
        ),
    )
    generated = {"master_password_wo": drawn.password, "master_password_wo_version": drawn.version}
    return Admin({**named, **generated}, username, secret, drawn)


def _password(parent: Resource, plan: Plan, same: Identity) -> Password:
    """The password that the state keeps, so that every run hands cluster and secret the same one.

    `password_version` is part of the name: a higher one is another stash with a password of its own.
    """
    version = plan.args.get("credentials", {}).get("password_version", 1)
    drawn = {
        "password": "".join(secrets.choice(_PASSWORD_ALPHABET) for _ in range(_PASSWORD_LENGTH)),
        "port": plan.port,
    }
    kept = recorded(
        parent, f"{plan.name}-admin-password-{version}", Output.secret(same.identifier.apply(lambda _: drawn))
    )
    return Password(
        password=Output.secret(kept.apply(lambda known: str(known["password"]))),
        version=Output.unsecret(
            kept.apply(lambda known: _document_version(version, plan.port, known["port"]))
        ),
    )


def _document_version(password_version: int, port: int, first_port: int) -> int:
    """Number of what the secret holds. Write-only values are only written when it changes, and the secret holds the
    port too; with another port than the first, cluster and secret are both written again, with the same password."""
    return password_version if port == int(first_port) else password_version * 100_000 + port


def fill_secret(parent: Resource, plan: Plan, admin: Admin, cluster: aws.rds.Cluster) -> None:
    """Store the generated password with what a client needs to connect, once the cluster exists."""
    if admin.secret is None or admin.drawn is None:
        return
    document = json_text(
        {
            "engine": "postgres" if plan.engine is Engine.POSTGRESQL else "mysql",
            "username": admin.username,
            "password": admin.drawn.password,
            "host": cluster.endpoint,
            "port": plan.port,
            "dbClusterIdentifier": plan.identifier,
        }
    )
    aws.secretsmanager.SecretVersion(
        f"{plan.name}-admin",
        secret_id=admin.secret.id,
        secret_string_wo=document,
        secret_string_wo_version=admin.drawn.version,
        region=plan.region,
        opts=child_options(parent),
    )


def secret_arn(plan: Plan, admin: Admin, cluster: aws.rds.Cluster) -> Output[str | None]:
    """ARN of the admin secret, or nothing where the password is inherited."""
    if admin.secret is not None:
        return admin.secret.arn.apply(lambda arn: arn)
    if plan.credential_mode is CredentialMode.INHERITED:
        return Output.from_input(_NONE)
    # Right after RDS starts to manage the password, the list can still be empty.
    return cluster.master_user_secrets.apply(lambda found: found[0].secret_arn if found else None)


_NONE: str | None = None


def rotation(
    parent: Resource, plan: Plan, arn: Output[str | None], instances: Sequence[Resource]
) -> aws.secretsmanager.SecretRotation | None:
    """Set the rotation of an RDS-managed secret where the arguments ask for another than AWS's own, and that of a
    generated one where they name a function.

    It waits for an instance: when RDS makes the first one, it sets its own schedule again.
    """
    given = plan.args.get("credentials", {})
    asked = {"rotation_days", "rotation_schedule", "rotation_enabled", "rotation_function_arn"}
    if not asked & given.keys():
        return None
    enabled = given.get("rotation_enabled", True)
    rules = None
    if "rotation_schedule" in given:
        rules = aws.secretsmanager.SecretRotationRotationRulesArgs(
            schedule_expression=given["rotation_schedule"]
        )
    elif enabled:
        rules = aws.secretsmanager.SecretRotationRotationRulesArgs(
            automatically_after_days=given.get("rotation_days", _ROTATION_DAYS)
        )
    return aws.secretsmanager.SecretRotation(
        f"{plan.name}-rotation",
        secret_id=arn.apply(lambda found: found or ""),
        rotation_lambda_arn=given.get("rotation_function_arn"),
        rotation_enabled=enabled,
        rotation_rules=rules,
        rotate_immediately=False,
        region=plan.region,
        opts=child_options(parent, depends_on=instances),
    )
