"""AWS Backup for clusters: a locked vault, daily and continuous backups, copies elsewhere, restore tests."""

from .args import BackupCopy, BackupPlanArgs, BackupPlanSettings, RestoreTesting, VaultLock
from .component import BackupPlan
from .validation import validate

__all__ = [
    "BackupCopy",
    "BackupPlan",
    "BackupPlanArgs",
    "BackupPlanSettings",
    "RestoreTesting",
    "VaultLock",
    "validate",
]
