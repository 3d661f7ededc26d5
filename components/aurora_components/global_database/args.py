"""Arguments of a GlobalDatabase."""

from collections.abc import Mapping
from typing import NotRequired, TypedDict

from pulumi import Input

from ..aurora_cluster.args import (
    BackupSettings,
    InstanceSpec,
    LogSettings,
    MaintenanceSettings,
    MonitoringSettings,
    ServerlessCapacity,
)
from ..backup_plan import BackupPlanSettings
from ..observability import ObservabilitySettings
from ..support.enums import Engine, Protection, StrList, StrMap


class RegionalCluster(TypedDict):
    """The cluster of one region. What all regions share is given once, on the GlobalDatabase."""

    vpc_id: Input[str]
    """VPC in that region."""
    subnet_ids: StrList
    """Private subnets in two availability zones or more."""
    kms_key_arn: NotRequired[Input[str]]
    """Key of that region. Default: one is made there."""
    instances: NotRequired[Mapping[str, InstanceSpec]]
    """Instances by permanent key. Default: `one` and `two`."""
    default_instance_class: NotRequired[str]
    """Class of instances that name none: memory-optimised, such as db.r7g.large."""
    serverless: NotRequired[ServerlessCapacity]
    """Capacity range of `db.serverless` instances."""
    headless: NotRequired[bool]
    """Keep the data in a secondary region without an instance: cheaper, and slower to take over. Default false."""
    write_forwarding: NotRequired[bool]
    """Send writes made in a secondary region on to the primary. Default false."""
    allowed_security_groups: NotRequired[StrMap]
    """Security groups that may connect: a permanent key of your choice to the id."""
    allowed_cidrs: NotRequired[Mapping[str, str]]
    """Address ranges that may connect: a permanent key of your choice to the range."""


class GlobalDatabaseArgs(TypedDict):
    """A global database. Its members are AuroraClusters, and as safe as one."""

    engine: Engine
    """Engine of every member."""
    engine_version: str
    """Full version of every member. Upgrades are made here, and AWS brings them to the members."""
    primary_region: str
    """Region in which the database was founded. It never changes, not even when another region takes over."""
    writer_region: NotRequired[str]
    """Region that writes now. Set it after a switchover, to follow what happened. Default: `primary_region`."""
    members: Mapping[str, RegionalCluster]
    """The clusters by region, the primary's among them."""
    database_name: NotRequired[str]
    """Database to make."""
    global_name: NotRequired[str]
    """Identifier of the global cluster, and start of the members'. Default: `<component name>-<stack>`."""
    from_existing_cluster_arn: NotRequired[Input[str]]
    """Encrypted cluster that becomes the primary, in `primary_region`. `members` then holds the others only."""
    admin_username: NotRequired[Input[str]]
    """Admin user. Default: AuroraCluster's."""
    password_version: NotRequired[int]
    """Raise it to have a new admin password generated. Default 1."""
    rotation_function_arn: NotRequired[Input[str]]
    """Lambda function in the primary region that rotates the admin password. Default: it is not rotated."""
    recovery_point_seconds: NotRequired[int]
    """PostgreSQL: stop commits when every other region is this far behind, 20 or more. Default: never."""
    cluster_parameters: NotRequired[StrMap]
    """Cluster parameters of every member."""
    instance_parameters: NotRequired[StrMap]
    """Instance parameters of every member."""
    logs: NotRequired[LogSettings]
    """Log export of every member."""
    monitoring: NotRequired[MonitoringSettings]
    """Monitoring of every member."""
    backup: NotRequired[BackupSettings]
    """Automated backups of every member."""
    backup_plan: NotRequired[BackupPlanSettings]
    """AWS Backup in the region of every member, on top of Aurora's own backups; continuous in the primary region
    alone. Default: none; `{}` makes locked vaults and daily backups."""
    observability: NotRequired[ObservabilitySettings]
    """Alarms, events and a dashboard in the region of every member with instances. Default: all of them, but none
    for ephemeral databases."""
    maintenance: NotRequired[MaintenanceSettings]
    """Maintenance of every member. A global database has no automatic minor upgrades."""
    protection: NotRequired[Protection]
    """How hard it is to lose the database. Default locked."""
    allow_deletion: NotRequired[bool]
    """Lift the protection, so that the next update may delete members, or all of it. Set it for one update, then
    delete, then remove it; see the guide on changing a locked stack. Default: false."""
    permissions_boundary_arn: NotRequired[Input[str]]
    """Permissions boundary of the created roles."""
    iam_path: NotRequired[str]
    """Path of the created roles and policies, such as `/databases/`."""
    tags: NotRequired[StrMap]
    """Tags of everything created."""
