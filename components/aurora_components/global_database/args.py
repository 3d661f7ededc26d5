"""Arguments of a GlobalDatabase. Its members take the settings of an AuroraCluster, except `NOT_OF_MEMBERS`."""

from collections.abc import Mapping
from typing import NotRequired

from pulumi import Input

from ..aurora_cluster.args import RegionalSettings, SharedSettings
from ..backup_plan import BackupPlanSettings
from ..observability import ObservabilitySettings
from ..support.enums import StrList

NOT_OF_MEMBERS: Mapping[str, str] = {
    "region": "is the key of the member",
    "credentials": "follow from the role: the primary has a generated password, the others inherit it; "
    "`admin_username`, `password_version` and `rotation_function_arn` are the rest",
    "database_name": "is for the primary alone, and is an argument of the GlobalDatabase",
    "restore": "RDS restores single clusters; restore one, then name it in `from_existing_cluster_arn`",
}
"""Settings of an AuroraCluster that a member does not have, and why."""


class RegionalCluster(RegionalSettings):
    """The cluster of one region. What all regions have in common is given once, on the GlobalDatabase."""

    vpc_id: Input[str]
    """VPC in that region."""
    subnet_ids: StrList
    """Private subnets in two availability zones or more."""
    kms_key_arn: NotRequired[Input[str]]
    """Key of that region. Default: a new key in that region."""
    headless: NotRequired[bool]
    """Keep the data in a secondary region without an instance. It costs less, and a failover takes
    longer. Default: false."""
    write_forwarding: NotRequired[bool]
    """Forward writes in a secondary region to the primary. Default: false."""


class GlobalDatabaseArgs(SharedSettings):
    """A global database. Its members are AuroraClusters, and as safe as one."""

    primary_region: str
    """Region in which the database was created. It never changes, not even when another region takes over."""
    writer_region: NotRequired[str]
    """Region that writes now. Set it after a switchover. Default: `primary_region`."""
    members: Mapping[str, RegionalCluster]
    """The clusters by region, with that of the primary region."""
    database_name: NotRequired[str]
    """Database to create with the primary. Default: none."""
    global_name: NotRequired[str]
    """Identifier of the global cluster, and start of the members' identifiers. Default: `<component name>-<stack>`."""
    from_existing_cluster_arn: NotRequired[Input[str]]
    """Encrypted cluster that becomes the primary, in `primary_region`. `members` then has the other regions only."""
    admin_username: NotRequired[Input[str]]
    """Admin user. Default: that of AuroraCluster."""
    password_version: NotRequired[int]
    """Raise it to generate a new admin password. Default: 1."""
    rotation_function_arn: NotRequired[Input[str]]
    """Lambda function in the primary region that rotates the admin password. Default: it is not rotated."""
    recovery_point_seconds: NotRequired[int]
    """PostgreSQL: stop commits when every other region is this far behind, 20 or more. Default: never."""
    backup_plan: NotRequired[BackupPlanSettings]
    """AWS Backup in the region of every member, on top of Aurora's own backups; continuous in the primary region
    only. Default: none; `{}` makes locked vaults and daily backups."""
    observability: NotRequired[ObservabilitySettings]
    """Alarms, events and a dashboard in the region of every member with instances. Default: all of them, but none
    for ephemeral databases."""
