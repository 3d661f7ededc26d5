"""From arguments to decisions: every default is taken here, once, and the rest of the package reads the plan."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from aurora_policies.controls.rds.backup_retention_minimum import Retention
from aurora_policies.controls.rds.enhanced_monitoring import Monitoring

from ..support import names as _names
from ..support.deletion import Deletion, deletion
from ..support.enums import CredentialMode, Engine, GlobalRole, InsightsMode, Protection
from . import engine as facts
from . import windows
from .args import AuroraClusterArgs, InstanceSpec
from .engine import EngineVersion

DEFAULT_INSTANCES: Mapping[str, InstanceSpec] = {"one": {}, "two": {}}

PORTS: Mapping[Engine, int] = {Engine.POSTGRESQL: 5433, Engine.MYSQL: 3307}
"""One off the engines' well-known ports. From control rds-non-default-port."""

RETENTION_DAYS: Mapping[Protection, int] = {
    Protection.LOCKED: 35,
    Protection.STANDARD: 14,
    Protection.EPHEMERAL: Retention().minimum_days,
}
MONITORING_INTERVAL = Monitoring().maximum_interval_seconds
INSIGHTS_RETENTION_DAYS: Mapping[InsightsMode, int] = {InsightsMode.STANDARD: 7, InsightsMode.ADVANCED: 465}
CA_CERTIFICATE = "rds-ca-rsa2048-g1"


FOUND_SETTINGS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "security_groups": (("vpcSecurityGroupIds",), ()),
    "parameter_groups": (("dbClusterParameterGroupName",), ("dbParameterGroupName",)),
    "windows": (("preferredBackupWindow", "preferredMaintenanceWindow"), ("preferredMaintenanceWindow",)),
    "backup_retention": (("backupRetentionPeriod",), ()),
    "log_exports": (("enabledCloudwatchLogsExports",), ()),
    "certificates": ((), ("caCertIdentifier",)),
    "monitoring": (
        (
            "performanceInsightsEnabled",
            "performanceInsightsKmsKeyId",
            "performanceInsightsRetentionPeriod",
            "databaseInsightsMode",
        ),
        ("monitoringInterval", "monitoringRoleArn"),
    ),
}
"""Setting of an imported cluster -> its properties on the cluster and on each instance."""


@dataclass(frozen=True)
class Member:
    """One declared instance."""

    key: str
    identifier: str
    instance_class: str
    promotion_tier: int
    maintenance_window: str
    spec: InstanceSpec


@dataclass(frozen=True)
class Plan:
    """What the arguments come to. Values that must be valid to mean anything are checked before use."""

    name: str
    """Logical name of the component."""
    args: AuroraClusterArgs
    version: EngineVersion
    identifier: str
    """Cluster identifier, known before the cluster exists: log groups are named after it."""
    members: tuple[Member, ...]
    backup_window: str
    maintenance_window: str

    @property
    def engine(self) -> Engine:
        return self.args["engine"]

    @property
    def protection(self) -> Protection:
        return self.args.get("protection", Protection.LOCKED)

    @property
    def deletion(self) -> Deletion:
        return deletion(self.args)

    @property
    def region(self) -> str | None:
        return self.args.get("region")

    @property
    def port(self) -> int:
        return self.args.get("port", PORTS[self.engine])

    @property
    def is_ephemeral(self) -> bool:
        return self.protection is Protection.EPHEMERAL

    @property
    def is_restored(self) -> bool:
        return "restore" in self.args

    @property
    def global_role(self) -> GlobalRole | None:
        membership = self.args.get("global_membership")
        return membership.get("role") if membership else None

    @property
    def is_secondary(self) -> bool:
        return self.global_role is GlobalRole.SECONDARY

    @property
    def has_serverless_members(self) -> bool:
        return any(facts.is_serverless(member.instance_class) for member in self.members)

    @property
    def credential_mode(self) -> CredentialMode:
        default = {
            None: CredentialMode.RDS_MANAGED,
            GlobalRole.PRIMARY: CredentialMode.GENERATED,
            GlobalRole.SECONDARY: CredentialMode.INHERITED,
        }[self.global_role]
        return self.args.get("credentials", {}).get("mode", default)

    @property
    def log_types(self) -> tuple[str, ...]:
        return tuple(self.args.get("logs", {}).get("exports", facts.DEFAULT_LOG_TYPES[self.engine]))

    @property
    def monitoring_interval(self) -> int:
        return self.args.get("monitoring", {}).get("enhanced_interval_seconds", MONITORING_INTERVAL)

    @property
    def insights_mode(self) -> InsightsMode:
        return self.args.get("monitoring", {}).get("insights_mode", InsightsMode.STANDARD)

    @property
    def insights_retention_days(self) -> int:
        default = INSIGHTS_RETENTION_DAYS[self.insights_mode]
        return self.args.get("monitoring", {}).get("insights_retention_days", default)

    @property
    def retention_days(self) -> int:
        return self.args.get("backup", {}).get("retention_days", RETENTION_DAYS[self.protection])

    @property
    def takes_final_snapshot(self) -> bool:
        """AWS makes none of a secondary: its data is the primary's."""
        return self.protection.retains and not self.is_secondary

    @property
    def applies_immediately(self) -> bool:
        return self.args.get("maintenance", {}).get("apply_immediately", self.is_ephemeral)

    @property
    def rolls_updates(self) -> bool:
        return self.args.get("maintenance", {}).get("rolling_instance_updates", not self.is_ephemeral)

    @property
    def upgrades_minor_versions(self) -> bool:
        return self.args.get("maintenance", {}).get("auto_minor_version_upgrade", True)

    @property
    def upgrades_major_version(self) -> bool:
        return self.args.get("maintenance", {}).get("allow_major_version_upgrade", False)

    @property
    def applies_engine_version(self) -> bool:
        """Whether a difference in the version is an upgrade to make, and not AWS's own doing."""
        named = self.args.get("maintenance", {}).get("apply_engine_version", False)
        return named or self.upgrades_major_version or not self.upgrades_minor_versions

    @property
    def ca_certificate(self) -> str:
        return self.args.get("maintenance", {}).get("ca_certificate", CA_CERTIFICATE)

    @property
    def is_imported(self) -> bool:
        """Whether the cluster existed before the component."""
        inherits = self.credential_mode is CredentialMode.INHERITED
        return (
            self.import_id("cluster") is not None
            or "take_over" in self.args
            or (inherits and not self.is_restored and not self.is_secondary)
        )

    @property
    def kept_settings(self) -> tuple[str, ...]:
        """Settings that stay as they were found: all of them during the import, then all but those taken over."""
        if not self.is_imported:
            return ()
        taken = () if self.import_id("cluster") is not None else self.args.get("take_over", ())
        return tuple(setting for setting in FOUND_SETTINGS if setting not in taken)

    def import_id(self, key: str) -> str | None:
        """The id under which the resource `key` already exists, if it does."""
        return self.args.get("import_ids", {}).get(key)

    def ignored(self, key: str, always: Sequence[str] = (), importing: Sequence[str] = ()) -> list[str]:
        """Properties of the resource `key` whose differences are ignored: `importing` only while it is adopted.

        An import refuses inputs that differ from what exists. What AWS does not tell (how to delete) and what
        only we say (tags) would always differ; the first update without the id sets it.
        """
        kind = 1 if key.startswith("instance:") else 0
        kept = [
            property_
            for setting in self.kept_settings
            for property_ in FOUND_SETTINGS[setting][kind]
            if key == "cluster" or kind
        ]
        return [*dict.fromkeys([*always, *kept, *(("tags", *importing) if self.import_id(key) else ())])]

    def tags(self, identifier: str, more: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """Tags of one resource: its name, the user's, and `more`."""
        return {"Name": identifier, **self.args.get("tags", {}), **(more or {})}


def resolve(name: str, args: AuroraClusterArgs, version: EngineVersion, stack: str) -> Plan:
    """Take every default. `args` may still have problems; what depends on them is then meaningless."""
    identifier = args.get("cluster_name") or _names.aws_name(f"{name}-{stack}")
    backup_window, maintenance_window = _windows(identifier, args)
    default_class = args.get("default_instance_class", "db.serverless" if "serverless" in args else "")
    instances = args.get("instances", DEFAULT_INSTANCES)
    untiered = [key for key, spec in instances.items() if "promotion_tier" not in spec]
    members = tuple(
        Member(
            key=key,
            identifier=spec.get("identifier") or _names.child(identifier, key),
            instance_class=spec.get("instance_class", default_class),
            promotion_tier=spec["promotion_tier"]
            if "promotion_tier" in spec
            else min(untiered.index(key), 2),
            maintenance_window=spec.get("preferred_maintenance_window", maintenance_window).lower(),
            spec=spec,
        )
        for key, spec in instances.items()
    )
    return Plan(name, args, version, identifier, members, backup_window, maintenance_window)


def _windows(identifier: str, args: AuroraClusterArgs) -> tuple[str, str]:
    """The two windows; one that is not given keeps an hour's distance from the one that is."""
    backup = args.get("backup", {}).get("window")
    maintenance = args.get("maintenance", {}).get("window")
    derived_backup, derived_maintenance = windows.derive(identifier)
    if backup and not maintenance:
        parsed = windows.daily(backup)
        derived_maintenance = derived_maintenance if isinstance(parsed, str) else windows.shift_after(parsed)
    if maintenance and not backup:
        parsed = windows.weekly(maintenance)
        derived_backup = derived_backup if isinstance(parsed, str) else windows.shift_before(parsed)
    return backup or derived_backup, (maintenance or derived_maintenance).lower()
