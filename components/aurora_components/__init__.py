"""Compliant Amazon Aurora for Pulumi, as components. Use them in Python, or from any language as a plugin."""

from .access_host import AccessHost
from .app_access import AppAccess
from .aurora_cluster import AuroraCluster
from .aurora_database import AuroraDatabase
from .backup_plan import BackupPlan
from .database_key import DatabaseKey
from .database_personas import DatabasePersonas
from .database_proxy import DatabaseProxy
from .global_database import GlobalDatabase
from .network import Network
from .observability import Observability
from .support.enums import CredentialMode, Engine, InsightsMode, NatMode, Protection

__all__ = [
    "AccessHost",
    "AppAccess",
    "AuroraCluster",
    "AuroraDatabase",
    "BackupPlan",
    "CredentialMode",
    "DatabaseKey",
    "DatabasePersonas",
    "DatabaseProxy",
    "Engine",
    "GlobalDatabase",
    "InsightsMode",
    "NatMode",
    "Network",
    "Observability",
    "Protection",
]
