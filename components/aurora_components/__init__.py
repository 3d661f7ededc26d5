"""Compliant Amazon Aurora for Pulumi, as components. Use them in Python, or from any language as a plugin."""

from .access_host import AccessHost
from .access_host.args import AccessHostArgs, AccessHostSettings
from .app_access import AppAccess
from .app_access.args import AppAccessArgs, ApplicationAccess
from .aurora_cluster import AuroraCluster
from .aurora_cluster.args import (
    ActivityStream,
    AddressFamily,
    AuroraClusterArgs,
    BackupSettings,
    ClusterSettings,
    Credentials,
    CustomEndpoint,
    EndpointKind,
    GlobalMembership,
    InstanceSpec,
    LogSettings,
    MaintenanceSettings,
    MonitoringSettings,
    OperationTimeouts,
    ReaderScaling,
    ReaderSchedule,
    RegionalSettings,
    RestoreSpec,
    ServerlessCapacity,
    SharedSettings,
    StreamMode,
)
from .aurora_database import AuroraDatabase
from .aurora_database.args import AuroraDatabaseArgs, DatabaseAccessHost, DatabaseApplication
from .backup_plan import BackupPlan
from .backup_plan.args import BackupCopy, BackupPlanArgs, BackupPlanSettings, RestoreTesting, VaultLock
from .database_accounts import DatabaseAccounts
from .database_accounts.args import (
    AccountAccess,
    AccountAuthentication,
    AccountGrant,
    AccountsSettings,
    DatabaseAccount,
    DatabaseAccountsArgs,
)
from .database_key import DatabaseKey
from .database_key.args import DatabaseKeyArgs, KeySettings
from .database_personas import DatabasePersonas
from .database_personas.args import DatabasePersonasArgs, PersonaSettings
from .database_proxy import DatabaseProxy
from .database_proxy.args import ClientPasswordAuth, DatabaseProxyArgs, PoolSettings, ProxySettings
from .global_database import GlobalDatabase
from .global_database.args import GlobalDatabaseArgs, RegionalCluster
from .network import Network
from .network.args import AdoptedNetwork, FlowLogSettings, NetworkArgs, NetworkSettings, SubnetTiers
from .observability import Observability
from .observability.args import AlarmOverride, ObservabilityArgs, ObservabilitySettings
from .support.enums import CredentialMode, Engine, GlobalRole, InsightsMode, NatMode, Protection

__all__ = [
    "AccessHost",
    "AccessHostArgs",
    "AccessHostSettings",
    "AccountAccess",
    "AccountAuthentication",
    "AccountGrant",
    "AccountsSettings",
    "ActivityStream",
    "AddressFamily",
    "AdoptedNetwork",
    "AlarmOverride",
    "AppAccess",
    "AppAccessArgs",
    "ApplicationAccess",
    "AuroraCluster",
    "AuroraClusterArgs",
    "AuroraDatabase",
    "AuroraDatabaseArgs",
    "BackupCopy",
    "BackupPlan",
    "BackupPlanArgs",
    "BackupPlanSettings",
    "BackupSettings",
    "ClientPasswordAuth",
    "ClusterSettings",
    "CredentialMode",
    "Credentials",
    "CustomEndpoint",
    "DatabaseAccessHost",
    "DatabaseAccount",
    "DatabaseAccounts",
    "DatabaseAccountsArgs",
    "DatabaseApplication",
    "DatabaseKey",
    "DatabaseKeyArgs",
    "DatabasePersonas",
    "DatabasePersonasArgs",
    "DatabaseProxy",
    "DatabaseProxyArgs",
    "EndpointKind",
    "Engine",
    "FlowLogSettings",
    "GlobalDatabase",
    "GlobalDatabaseArgs",
    "GlobalMembership",
    "GlobalRole",
    "InsightsMode",
    "InstanceSpec",
    "KeySettings",
    "LogSettings",
    "MaintenanceSettings",
    "MonitoringSettings",
    "NatMode",
    "Network",
    "NetworkArgs",
    "NetworkSettings",
    "Observability",
    "ObservabilityArgs",
    "ObservabilitySettings",
    "OperationTimeouts",
    "PersonaSettings",
    "PoolSettings",
    "Protection",
    "ProxySettings",
    "ReaderScaling",
    "ReaderSchedule",
    "RegionalCluster",
    "RegionalSettings",
    "RestoreSpec",
    "RestoreTesting",
    "ServerlessCapacity",
    "SharedSettings",
    "StreamMode",
    "SubnetTiers",
    "VaultLock",
]
