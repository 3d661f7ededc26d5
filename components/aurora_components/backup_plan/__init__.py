"""AWS Backup for clusters: a locked vault, daily and continuous backups, copies elsewhere, restore tests."""

from .args import BackupCopy, BackupPlanArgs, BackupPlanSettings, RestoreTesting, VaultLock
from .component import BackupPlan

__all__ = [
    "BackupCopy",
    "BackupPlan",
    "BackupPlanArgs",
    "BackupPlanSettings",
    "RestoreTesting",
    "VaultLock",
]
