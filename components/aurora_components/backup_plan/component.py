"""The component: what it registers, in which order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pulumi
import pulumi_aws as aws
from pulumi import Input, Output, Resource

from ..support import connection as handle
from ..support.arguments import Problems, normalise
from ..support.aws import (
    Location,
    Statement,
    assume_role_policy,
    child_options,
    locate,
    output_map,
    policy_document,
)
from ..support.deletion import Lock, deletion
from ..support.names import aws_name
from ..support.notifications import notification_topic
from ..support.service_role import attach_policy, service_role
from .args import BackupCopy, BackupPlanArgs
from .permissions import backup_statements, key_statements, restore_statements
from .rules import clock, overrides, rules
from .validation import validate
from .vaults import Vault, create_vault

NAME_LIMIT = 50
"""Longest name of a vault, a plan and a selection."""


NOTIFIED_EVENTS = (
    "BACKUP_JOB_COMPLETED",
    "BACKUP_JOB_EXPIRED",
    "BACKUP_JOB_FAILED",
    "COPY_JOB_FAILED",
    "RECOVERY_POINT_MODIFIED",
    "RESTORE_JOB_COMPLETED",
    "RESTORE_JOB_FAILED",
)
"""AWS Backup reports failures as completed jobs, whose message holds their state, and lists the others as older."""


@dataclass(frozen=True)
class _Role:
    """A role of AWS Backup, and the attachments that what uses it has to wait for."""

    arn: Output[str]
    attachments: Sequence[Resource]


class BackupPlan(pulumi.ComponentResource):
    """Backs clusters up with AWS Backup, apart from the clusters' own automated backups.

    Backups lie in a locked vault with its own key and a policy that denies deleting them by hand. They can be
    copied to other regions and accounts, and regularly be restored to see that they can.
    """

    vault_arn: Output[str]
    """ARN of the vault."""
    vault_name: Output[str]
    """Name of the vault."""
    plan_id: Output[str]
    """Id of the backup plan."""
    role_arn: Output[str]
    """Role that takes the backups."""
    copy_vault_arns: Output[Mapping[str, str]]
    """Vaults of the copies by key."""
    topic_arn: Output[str]
    """Topic that is told of failed backups."""
    restore_testing_plan_name: Output[str | None]
    """Name of the restore testing plan, if there is one."""

    def __init__(self, name: str, args: BackupPlanArgs, opts: pulumi.ResourceOptions | None = None) -> None:
        problems = Problems()
        spec = normalise(args, BackupPlanArgs, problems)
        validate(spec, problems)
        problems.raise_for("BackupPlan", name)
        super().__init__("aurora:index:BackupPlan", name, {}, opts)

        physical = aws_name(f"{name}-{pulumi.get_stack()}", NAME_LIMIT)
        vault_name = spec.get("vault_name", physical)
        region = spec.get("region")
        tags = {"Name": physical, **spec.get("tags", {})}
        location = locate(self, region)
        clusters = [handle.decode(connection) for connection in spec["connections"].values()]
        members = [member for cluster in clusters for member in cluster.members]

        vault = create_vault(
            self, name, vault_name, key_arn=spec.get("kms_key_arn"), region=region, spec=spec, tags=tags
        )
        copies = {
            key: self._copy(f"{name}-copy-{key}", vault_name, copy, spec, tags)
            for key, copy in spec.get("copies", {}).items()
        }
        keys = [vault.key_arn, *(copy.key_arn for copy in copies.values() if isinstance(copy, Vault))]
        self.topic_arn = self._notify(name, physical, vault, spec, tags)
        role = self._backup_role(name, location, clusters, keys, vault_name, spec, tags)
        plan = aws.backup.Plan(
            f"{name}-plan",
            name=physical,
            rules=rules(vault.resource.name, {key: _arn(copy) for key, copy in copies.items()}, spec, tags),
            region=region,
            tags=tags,
            opts=child_options(self),
        )
        aws.backup.Selection(
            f"{name}-selection",
            name=physical,
            plan_id=plan.id,
            iam_role_arn=role.arn,
            resources=[cluster.cluster_arn for cluster in clusters],
            region=region,
            opts=child_options(self, depends_on=[*role.attachments, *members]),
        )
        self.restore_testing_plan_name = Output.from_input(None)
        if "restore_testing" in spec:
            self.restore_testing_plan_name = self._restore_testing(
                name, physical, location, clusters, vault, spec, tags
            )
        self.vault_arn = vault.resource.arn
        self.vault_name = vault.resource.name
        self.plan_id = plan.id
        self.role_arn = role.arn
        self.copy_vault_arns = output_map(
            {key: Output.from_input(_arn(copy)) for key, copy in copies.items()}
        )
        Lock(self, name, deletion(spec))
        self.register_outputs(
            {
                "vault_arn": self.vault_arn,
                "vault_name": self.vault_name,
                "plan_id": self.plan_id,
                "role_arn": self.role_arn,
                "copy_vault_arns": self.copy_vault_arns,
                "topic_arn": self.topic_arn,
                "restore_testing_plan_name": self.restore_testing_plan_name,
            }
        )

    def _copy(
        self,
        name: str,
        vault_name: str,
        copy: BackupCopy,
        spec: BackupPlanArgs,
        tags: Mapping[str, Input[str]],
    ) -> "Vault | Input[str]":
        """The vault of a copy: one made in its region, or the ARN of an existing one."""
        if "vault_arn" in copy:
            return copy["vault_arn"]
        return create_vault(
            self,
            name,
            vault_name,
            key_arn=copy.get("kms_key_arn"),
            region=copy.get("region"),
            spec=spec,
            tags=tags,
        )

    def _notify(
        self, name: str, physical: str, vault: Vault, spec: BackupPlanArgs, tags: Mapping[str, Input[str]]
    ) -> Output[str]:
        region = spec.get("region")
        wait_for: list[Resource] = []
        if "topic_arn" in spec:
            topic_arn = Output.from_input(spec["topic_arn"])
        else:
            topic = notification_topic(
                self, name, f"{physical}-backups", key_arn=vault.key_arn, region=region, tags=tags
            )
            topic_arn = topic.arn
            wait_for = [topic.policy]
        aws.backup.VaultNotifications(
            f"{name}-notifications",
            backup_vault_name=vault.resource.name,
            backup_vault_events=list(NOTIFIED_EVENTS),
            sns_topic_arn=topic_arn,
            region=region,
            opts=child_options(self, depends_on=wait_for),
        )
        return topic_arn

    def _backup_role(
        self,
        name: str,
        location: Location,
        clusters: Sequence[handle.Connection],
        vault_keys: Sequence[Input[str]],
        vault_name: str,
        spec: BackupPlanArgs,
        tags: Mapping[str, Input[str]],
    ) -> "_Role":
        copies = spec.get("copies", {}).values()
        regions = [copy["region"] for copy in copies if "region" in copy]
        existing = [copy["vault_arn"] for copy in copies if "vault_arn" in copy]
        vault = f"backup-vault:{vault_name}"
        own = [
            location.arn("backup", vault),
            *(location.arn("backup", vault, region=each) for each in regions),
        ]
        permissions = backup_statements(
            location,
            clusters,
            regions,
            [*own, *existing],
            continuous=spec.get("continuous_backup", True),
            shares=bool(existing),
        )
        keys = [*(cluster.kms_key_arn for cluster in clusters), *vault_keys]
        return self._role(
            name, f"Lets AWS Backup take the backups of {name}", location, permissions, keys, spec, tags
        )

    def _role(
        self,
        name: str,
        description: str,
        location: Location,
        permissions: Sequence[Statement],
        keys: Sequence[Input[str]],
        spec: BackupPlanArgs,
        tags: Mapping[str, Input[str]],
    ) -> "_Role":
        role = service_role(
            self,
            name,
            description=description,
            trust=assume_role_policy("backup", location),
            permissions=policy_document(*permissions),
            boundary_arn=spec.get("permissions_boundary_arn"),
            path=spec.get("iam_path"),
            tags=tags,
        )
        use_of_keys = attach_policy(
            self,
            f"{name}-keys-policy",
            role.name,
            description=description,
            permissions=policy_document(*key_statements(location, keys)),
            path=spec.get("iam_path"),
            tags=tags,
        )
        return _Role(role.arn, [role.attachment, use_of_keys])

    def _restore_testing(
        self,
        name: str,
        physical: str,
        location: Location,
        clusters: Sequence[handle.Connection],
        vault: Vault,
        spec: BackupPlanArgs,
        tags: Mapping[str, Input[str]],
    ) -> Output[str | None]:
        testing = spec["restore_testing"]
        region = spec.get("region")
        test_name = physical.replace("-", "_")  # letters, digits and underscores only
        keys = [*(cluster.kms_key_arn for cluster in clusters), vault.key_arn]
        permissions = restore_statements(location, clusters)
        description = f"Lets AWS Backup test restores of {name}"
        role = self._role(f"{name}-restore", description, location, permissions, keys, spec, tags)
        hour, minute = clock(testing.get("time_of_day", "08:00"))
        plan = aws.backup.RestoreTestingPlan(
            f"{name}-restore-testing",
            name=test_name,
            schedule_expression=f"cron({minute} {hour} ? * {testing.get('weekday', 'SUN')} *)",
            schedule_expression_timezone=spec.get("timezone", "Etc/UTC"),
            start_window_hours=testing.get("start_window_hours", 8),
            recovery_point_selection=aws.backup.RestoreTestingPlanRecoveryPointSelectionArgs(
                algorithm="LATEST_WITHIN_WINDOW",
                include_vaults=[vault.resource.arn],
                recovery_point_types=["SNAPSHOT"],
                selection_window_days=testing.get("selection_window_days", 7),
            ),
            region=region,
            tags=tags,
            opts=child_options(self),
        )
        aws.backup.RestoreTestingSelection(
            f"{name}-restore-selection",
            name=test_name,
            restore_testing_plan_name=plan.name,
            protected_resource_type="Aurora",
            protected_resource_arns=[cluster.cluster_arn for cluster in clusters],
            iam_role_arn=role.arn,
            restore_metadata_overrides=overrides(testing),
            validation_window_hours=testing.get("validation_window_hours", 1),
            region=region,
            opts=child_options(self, depends_on=role.attachments),
        )
        return plan.name.apply(lambda known: known)


def _arn(copy: "Vault | Input[str]") -> Input[str]:
    return copy.resource.arn if isinstance(copy, Vault) else copy
