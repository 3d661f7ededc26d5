"""Vaults: encrypted, locked, and with a policy that lets nobody delete a backup by hand."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pulumi_aws as aws
from pulumi import Input, Output, Resource, ResourceOptions

from ..database_key import DatabaseKey
from ..support.aws import Statement, child_options, policy_document
from ..support.deletion import Deletion, deletion
from .args import BackupPlanArgs
from .validation import MINIMUM_RETENTION_DAYS


@dataclass(frozen=True)
class Vault:
    """A vault and its key."""

    resource: aws.backup.Vault
    key_arn: Output[str]


def create_vault(
    parent: Resource,
    name: str,
    vault_name: str,
    *,
    key_arn: Input[str] | None,
    region: str | None,
    spec: BackupPlanArgs,
    tags: Mapping[str, Input[str]],
) -> Vault:
    """The vault `<name>-vault` with its lock and policy, and a key of its own unless one is given."""
    protection = deletion(spec)
    adopts = spec.get("adopt_existing_vaults", False)
    kept: dict[str, Any] = {"retain_on_delete": protection.retains or None}
    if key_arn is None:
        key_arn = _key(parent, name, protection, region, tags)
    vault = aws.backup.Vault(
        f"{name}-vault",
        name=vault_name,
        kms_key_arn=key_arn,
        force_destroy=not protection.retains,
        region=region,
        tags=tags,
        opts=child_options(
            parent,
            protect=protection.protects or None,
            import_=vault_name if adopts else None,
            ignore_changes=["tags", "forceDestroy"] if adopts else None,
            **kept,
        ),
    )
    lock = spec.get("lock", {})
    aws.backup.VaultLockConfiguration(
        f"{name}-lock",
        backup_vault_name=vault.name,
        min_retention_days=lock.get("min_retention_days", MINIMUM_RETENTION_DAYS),
        max_retention_days=lock.get("max_retention_days"),
        changeable_for_days=lock.get("changeable_for_days"),
        region=region,
        opts=child_options(parent, **kept),
    )
    aws.backup.VaultPolicy(
        f"{name}-vault-policy",
        backup_vault_name=vault.name,
        policy=policy_document(*_statements(spec)),
        region=region,
        opts=child_options(parent, **kept),
    )
    return Vault(vault, Output.from_input(key_arn))


def _key(
    parent: Resource,
    name: str,
    protection: Deletion,
    region: str | None,
    tags: Mapping[str, Input[str]],
) -> Output[str]:
    return DatabaseKey(
        f"{name}-key",
        {
            "description": f"Encrypts the backups of {name}",
            "services": ["backup", "rds", "sns"],
            **protection.args,
            "tags": tags,
            **({"region": region} if region else {}),
        },
        ResourceOptions(parent=parent),
    ).key_arn


def _statements(spec: BackupPlanArgs) -> list[Statement]:
    # A recovery point of Aurora is a snapshot with an RDS ARN, so that no narrower resource covers it.
    statements: list[Statement] = [
        {
            "Sid": "NobodyDeletesBackups",
            "Effect": "Deny",
            "Principal": "*",
            "Action": [
                "backup:DeleteRecoveryPoint",
                "backup:DisassociateRecoveryPoint",
                "backup:UpdateRecoveryPointLifecycle",
            ],
            "Resource": "*",
        }
    ]
    if "vault_administrator_arns" in spec:
        statements.append(
            {
                "Sid": "OnlyAdministratorsChangeTheVault",
                "Effect": "Deny",
                "Principal": "*",
                "Action": [
                    "backup:DeleteBackupVault",
                    "backup:DeleteBackupVaultAccessPolicy",
                    "backup:DeleteBackupVaultLockConfiguration",
                    "backup:PutBackupVaultAccessPolicy",
                    "backup:PutBackupVaultLockConfiguration",
                ],
                "Resource": "*",
                "Condition": {"ArnNotLike": {"aws:PrincipalArn": spec["vault_administrator_arns"]}},
            }
        )
    return statements
