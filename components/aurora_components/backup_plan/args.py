"""What a BackupPlan is told."""

from collections.abc import Mapping
from typing import NotRequired, TypedDict

from pulumi import Input

from ..support.enums import Protection, StrList, StrMap


class VaultLock(TypedDict):
    """How the vaults keep recovery points from being deleted early."""

    min_retention_days: NotRequired[int]
    """Least retention of a recovery point, 1 to 36500. Default 35."""
    max_retention_days: NotRequired[int]
    """Most retention of a recovery point. Default: no limit."""
    compliance: NotRequired[bool]
    """Compliance mode: after `changeable_for_days` nobody, AWS included, can remove the lock or delete a recovery
    point early. Default false: governance mode, which those with the permission can remove."""
    changeable_for_days: NotRequired[int]
    """With `compliance`, and only then: days of grace, 3 to 36500, until the lock can never be removed."""


class BackupCopy(TypedDict):
    """A place where every daily backup is copied to: a new vault in another region, or an existing vault."""

    region: NotRequired[str]
    """Region of this account to make a vault in, locked as the first one is."""
    kms_key_arn: NotRequired[Input[str]]
    """With `region`: key of that vault, in that region. Default: one is made."""
    vault_arn: NotRequired[Input[str]]
    """Existing vault, such as one of a backup account. Its policy must allow copies from this account."""
    retention_days: NotRequired[int]
    """Days the copies are kept, at least 35. Default: as the plan."""


class RestoreTesting(TypedDict):
    """A regular test that the backups can be restored. AWS Backup restores a cluster and deletes it afterwards."""

    weekday: NotRequired[str]
    """Day of the test: MON to SUN. Default SUN."""
    time_of_day: NotRequired[str]
    """Earliest start, `hh:mm`. Default 08:00."""
    start_window_hours: NotRequired[int]
    """Hours within which the test starts, 1 to 168. Default 8."""
    selection_window_days: NotRequired[int]
    """How old the tested recovery point may be in days, 1 to 365. Default 7."""
    validation_window_hours: NotRequired[int]
    """Hours the restored cluster stays for your own checks, 1 to 168. Default 1."""
    subnet_group_name: NotRequired[Input[str]]
    """Subnet group to restore into. Default: what AWS Backup infers."""
    security_group_ids: NotRequired[StrList]
    """Security groups of the restored cluster. Default: what AWS Backup infers."""


class BackupPlanSettings(TypedDict):
    """When backups are taken, how long they are kept, and where."""

    time_of_day: NotRequired[str]
    """Start of the daily backup, `hh:mm` in `timezone`. Default 03:00."""
    timezone: NotRequired[str]
    """Time zone of all times. Default Etc/UTC."""
    retention_days: NotRequired[int]
    """Days the daily backups are kept, at least 35. Default 35."""
    continuous_backup: NotRequired[bool]
    """Also keep 35 days in which any second can be restored. AWS Backup then owns the backup window and retention
    of the cluster: set `managed_by_aws_backup` there. Default true."""
    copies: NotRequired[Mapping[str, BackupCopy]]
    """Copies of the daily backups in other regions and accounts, by a permanent key of your choice."""
    lock: NotRequired[VaultLock]
    """Vault lock. Default: governance mode, 35 days at least."""
    vault_administrator_arns: NotRequired[StrList]
    """Roles that alone may change the vault's policy and lock. Include the one that runs Pulumi."""
    restore_testing: NotRequired[RestoreTesting]
    """Test restores regularly. Default: no tests; `{}` tests every Sunday."""
    topic_arn: NotRequired[Input[str]]
    """Topic to tell of failed backups, such as Observability's. Default: an encrypted one is made."""
    vault_name: NotRequired[str]
    """Name of the vaults, 2 to 50 letters, digits, dashes and underscores. Default: `<component name>-<stack>`."""
    kms_key_arn: NotRequired[Input[str]]
    """Key of the vault and of the created topic. Default: one is made."""
    adopt_existing_vaults: NotRequired[bool]
    """Take over the vaults that an earlier plan of this name left, with their backups. True for one update, then
    remove it. It needs `kms_key_arn`, also of each copy: the key of a vault cannot change. Default: false; the
    update then fails with "already exists"."""


class BackupPlanArgs(BackupPlanSettings):
    """AWS Backup for one or several clusters. AWS Backup must be opted in to Aurora in the account and region."""

    connections: StrMap
    """Clusters to back up: a permanent key of your choice to the `connection` output of the AuroraCluster."""
    protection: NotRequired[Protection]
    """How hard it is to lose the backups. Ephemeral deletes them with the vault. Default locked."""
    allow_deletion: NotRequired[bool]
    """Lift the protection, so that the next update may delete the plan. Set it for one update, then delete, then
    remove it; see the guide on changing a locked stack. Default: false."""
    permissions_boundary_arn: NotRequired[Input[str]]
    """Permissions boundary of the created roles."""
    iam_path: NotRequired[str]
    """Path of the created roles and policies, such as `/databases/`."""
    region: NotRequired[str]
    """Region of the clusters, where it is not the provider's."""
    tags: NotRequired[StrMap]
    """Tags of everything created, recovery points included."""
