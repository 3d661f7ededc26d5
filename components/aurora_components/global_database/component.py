"""An Aurora global database: one cluster that writes, and clusters in other regions that follow it."""

from collections.abc import Mapping
from typing import Any

import pulumi
import pulumi_aws as aws
from pulumi import Output

from ..aurora_cluster import AuroraCluster
from ..aurora_cluster.engine import parse_version
from ..backup_plan import BackupPlan
from ..observability import Observability
from ..support.arguments import Problems, normalise
from ..support.aws import child_options, output_map
from ..support.deletion import Lock, deletion
from ..support.enums import Engine
from ..support.record import held_to, recorded
from .args import GlobalDatabaseArgs
from .members import backup_plan_args, is_observed, member_args, observability_args, resolve_identifier
from .validation import validate


class GlobalDatabase(pulumi.ComponentResource):
    """One database over several regions. Each member has a key of its own region and is a complete AuroraCluster.

    RDS cannot manage the admin password of a global database. It is generated, handed over write-only, and kept
    in a secret of the primary region.
    """

    global_cluster_identifier: Output[str]
    """Identifier of the global cluster."""
    global_writer_endpoint: Output[str]
    """Host that leads to the writer, whichever region it is in."""
    connections: Output[Mapping[str, str]]
    """Connection handles of the members by region."""

    def __init__(
        self, name: str, args: GlobalDatabaseArgs, opts: pulumi.ResourceOptions | None = None
    ) -> None:
        problems = Problems()
        spec = normalise(args, GlobalDatabaseArgs, problems)
        validate(name, spec, problems)
        problems.raise_for("GlobalDatabase", name)
        super().__init__("aurora:index:GlobalDatabase", name, {}, opts)

        identifier = resolve_identifier(name, spec)
        protection = deletion(spec)
        version = _checked_version(self, name, spec)
        global_cluster = aws.rds.GlobalCluster(
            f"{name}-global",
            global_cluster_identifier=identifier,
            deletion_protection=protection.deletion_protection,
            force_destroy=not protection.retains,
            region=spec["primary_region"],
            tags={"Name": identifier, **spec.get("tags", {}), **protection.tags},
            opts=child_options(
                self, protect=protection.protects or None, ignore_changes=["engineLifecycleSupport"]
            ),
            **_origin(spec, version),
        )
        self.members = self._members(name, global_cluster, spec)
        self.observability = {
            region: Observability(
                f"{name}-{region}-observability",
                observability_args(region, member.connection, spec),
                child_options(self),
            )
            for region, member in self.members.items()
            if is_observed(region, spec)
        }
        self.backup_plans = {
            region: BackupPlan(
                f"{name}-{region}-backup",
                backup_plan_args(region, member.connection, self._topic_of(region), spec),
                child_options(self),
            )
            for region, member in self.members.items()
            if "backup_plan" in spec
        }
        self.global_cluster_identifier = global_cluster.global_cluster_identifier
        self.global_writer_endpoint = global_cluster.endpoint
        self.connections = output_map({region: member.connection for region, member in self.members.items()})
        Lock(self, name, deletion(spec))
        self.register_outputs(
            {
                "global_cluster_identifier": self.global_cluster_identifier,
                "global_writer_endpoint": self.global_writer_endpoint,
                "connections": self.connections,
            }
        )

    def _topic_of(self, region: str) -> Output[str] | None:
        return self.observability[region].topic_arn if region in self.observability else None

    def _members(
        self, name: str, global_cluster: aws.rds.GlobalCluster, spec: GlobalDatabaseArgs
    ) -> dict[str, AuroraCluster]:
        """The members, the primary first: a secondary can only follow a cluster that has an instance."""
        membership: Output[str] = global_cluster.global_cluster_identifier
        members: dict[str, AuroraCluster] = {}
        for region in sorted(spec["members"], key=lambda region: region != spec["primary_region"]):
            cluster = AuroraCluster(
                f"{name}-{region}", member_args(name, region, membership, spec), child_options(self)
            )
            members[region] = cluster
            if region == spec["primary_region"]:
                instances = [instance.urn for instance in cluster.instances.values()]
                membership = Output.all(membership, *instances).apply(lambda values: str(values[0]))
        return members


def _checked_version(parent: pulumi.Resource, name: str, spec: GlobalDatabaseArgs) -> Output[str]:
    """The version, once it is known to need no switch that is not set: the provider upgrades every member at once."""
    parsed = parse_version(spec["engine"], spec["engine_version"])
    family = spec["engine"].value if isinstance(parsed, str) else parsed.family
    maintenance = spec.get("maintenance", {})
    allowed = maintenance.get("allow_major_version_upgrade", False)

    def check(before: Any, after: str) -> None:
        problems = Problems()
        if before != family and not allowed:
            problems.add(
                "engine_version",
                f"{after} is another major release than {before}, and every region would be upgraded at once; set "
                "maintenance.allow_major_version_upgrade and apply_immediately for this update, see the guide upgrades",
            )
        problems.raise_for("GlobalDatabase", name)

    release = recorded(parent, f"{name}-release", family, renew=allowed)
    return held_to(release, spec["engine_version"], check)


def _origin(spec: GlobalDatabaseArgs, version: Output[str]) -> dict[str, Any]:
    """What the global cluster starts from: nothing, or a cluster that already has engine, encryption and data."""
    if "from_existing_cluster_arn" in spec:
        return {"source_db_cluster_identifier": spec["from_existing_cluster_arn"]}
    extended = spec.get("maintenance", {}).get("extended_support", False)
    support = "open-source-rds-extended-support"
    if spec["engine"] is Engine.POSTGRESQL:  # for MySQL, only the members have a life cycle
        life_cycle = {"engine_lifecycle_support": support if extended else f"{support}-disabled"}
    else:
        life_cycle = {}
    return {
        "engine": spec["engine"].value,
        "engine_version": version,
        **life_cycle,
        "database_name": spec.get("database_name"),
        "storage_encrypted": True,
    }
