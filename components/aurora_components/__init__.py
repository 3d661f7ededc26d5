"""Compliant Amazon Aurora for Pulumi, as components. Use them in Python, or from any language as a plugin."""

from ._enums import CredentialMode, Engine, InsightsMode, NatMode, Protection
from .app_access import AppAccess
from .aurora_cluster import AuroraCluster
from .backup_plan import BackupPlan
from .database_key import DatabaseKey
from .database_proxy import DatabaseProxy
from .network import Network
from .observability import Observability

__all__ = [
    "AppAccess",
    "AuroraCluster",
    "BackupPlan",
    "CredentialMode",
    "DatabaseKey",
    "DatabaseProxy",
    "Engine",
    "InsightsMode",
    "NatMode",
    "Network",
    "Observability",
    "Protection",
]
