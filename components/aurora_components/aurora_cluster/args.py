"""Arguments of an AuroraCluster. Objects, maps and lists are plain values; fields that take Outputs say so."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Literal, NotRequired, TypedDict

from pulumi import Input

from ..support.enums import (
    CredentialModeName,
    EngineName,
    GlobalRoleName,
    InsightsModeName,
    ProtectionName,
    StrList,
    StrMap,
)


class EndpointKind(StrEnum):
    """What a custom endpoint leads to."""

    READER = "READER"
    """Readers only; an instance that becomes the writer leaves the endpoint."""
    ANY = "ANY"
    """Members whatever their role."""


class StreamMode(StrEnum):
    """How a database activity stream treats the session whose activity it records."""

    ASYNC = "async"
    """The session goes on at once: faster, and the only mode of Aurora MySQL."""
    SYNC = "sync"
    """The session waits until the event is durable: no event is lost. Aurora PostgreSQL only."""


class AddressFamily(StrEnum):
    """Address families the cluster answers on."""

    IPV4 = "IPV4"
    """IPv4 only."""
    DUAL = "DUAL"
    """IPv4 and IPv6; every subnet of the group needs an IPv6 block."""


if TYPE_CHECKING:
    EndpointKindName = EndpointKind | Literal["READER", "ANY"]
    StreamModeName = StreamMode | Literal["async", "sync"]
    AddressFamilyName = AddressFamily | Literal["IPV4", "DUAL"]
else:
    EndpointKindName = EndpointKind
    StreamModeName = StreamMode
    AddressFamilyName = AddressFamily


class InstanceSpec(TypedDict):
    """One DB instance. Its key in the map is its permanent name, and says nothing about its role: after a
    failover another instance is the writer."""

    instance_class: NotRequired[str]
    """Class such as `db.r7g.large`, or `db.serverless`. Default: `default_instance_class`."""
    promotion_tier: NotRequired[int]
    """Order of promotion in a failover, 0 (first) to 15. Default, of the keys that name none: 0 for the first in
    alphabetical order, 1 for the second, 2 for the rest."""
    availability_zone: NotRequired[Input[str]]
    """Zone to pin the instance to. Default: Aurora spreads the instances. A change replaces the instance."""
    parameters: NotRequired[StrMap]
    """Instance parameters of this instance alone, on top of `instance_parameters`."""
    preferred_maintenance_window: NotRequired[str]
    """Weekly window of this instance, `ddd:hh:mm-ddd:hh:mm` in UTC. Default: the cluster's."""
    identifier: NotRequired[str]
    """Physical identifier, for an imported instance. Default: `<cluster identifier>-<key>`. A change replaces
    the instance."""
    tags: NotRequired[StrMap]
    """Tags of this instance, on top of the cluster's."""


class ServerlessCapacity(TypedDict):
    """Capacity range of every `db.serverless` instance, in Aurora capacity units (about 2 GiB each)."""

    min_capacity: float
    """Fewest units, 0 to 256 in steps of 0.5. 0 lets the instance pause."""
    max_capacity: float
    """Most units, 1 to 256 in steps of 0.5."""
    seconds_until_auto_pause: NotRequired[int]
    """Idle seconds before a pause, 300 to 86400. Only with a minimum of 0. Default: 300."""


class ReaderSchedule(TypedDict):
    """A change of the reader limits at set times."""

    schedule: str
    """`cron(...)`, `rate(...)` or `at(...)` expression of Application Auto Scaling."""
    min_readers: NotRequired[int]
    """Fewest readers from then on, on top of the declared instances."""
    max_readers: NotRequired[int]
    """Most readers from then on, on top of the declared instances."""
    timezone: NotRequired[str]
    """IANA zone of a cron or at expression, such as `Europe/Berlin`. Default: UTC."""


class ReaderScaling(TypedDict):
    """Readers that Aurora adds and removes by load, in addition to the declared instances. They are not part of the
    Pulumi state: before a destroy, set `max_readers` to 0 and update."""

    min_readers: int
    """Fewest added readers."""
    max_readers: int
    """Most added readers; with the declared readers at most 15."""
    target_cpu_percent: NotRequired[float]
    """Average CPU of the readers to hold, 1 to 100. Default: 60, unless `target_connections` is given."""
    target_connections: NotRequired[float]
    """Average connections per reader to hold, instead of CPU."""
    scale_in_cooldown_seconds: NotRequired[int]
    """Seconds between two removals. Default: 300."""
    scale_out_cooldown_seconds: NotRequired[int]
    """Seconds between two additions. Default: 300."""
    schedules: NotRequired[Mapping[str, ReaderSchedule]]
    """Scheduled changes of the limits by name."""


class CustomEndpoint(TypedDict):
    """An endpoint over chosen instances. Give `members` or `excluded_members`, not both."""

    kind: NotRequired[EndpointKindName]
    """What the endpoint leads to. Default: READER."""
    members: NotRequired[Sequence[str]]
    """Keys of the instances behind the endpoint."""
    excluded_members: NotRequired[Sequence[str]]
    """Keys of the instances kept out; all others, also added readers, are in."""


class Credentials(TypedDict):
    """The admin user and its password. A password is never an argument."""

    mode: NotRequired[CredentialModeName]
    """Where the password comes from. Default: rds-managed; generated for the primary of a global database;
    inherited for a secondary. Imported clusters may inherit too. It cannot be changed later."""
    username: NotRequired[Input[str]]
    """Name of the admin user, not a well-known one. Default: clusterowner. It cannot be changed later."""
    secret_kms_key_arn: NotRequired[Input[str]]
    """Key of the admin secret. Default: the key of the cluster. It cannot be changed while the secret lives."""
    rotation_days: NotRequired[int]
    """Days between rotations of the secret, 1 to 1000. Default: AWS's own 7 days."""
    rotation_schedule: NotRequired[str]
    """`rate(...)` or `cron(...)` expression instead of `rotation_days`."""
    rotation_enabled: NotRequired[bool]
    """False stops the rotation of the RDS-managed secret, for clients that keep the password. Default: true."""
    rotation_function_arn: NotRequired[Input[str]]
    """Generated mode: Lambda function that rotates the password, such as AWS's single-user template. Secrets Manager
    must be allowed to invoke it. Default: no rotation."""
    password_version: NotRequired[int]
    """Generated mode: raise it to set a new password. Default: 1."""


class LogSettings(TypedDict):
    """Logs exported to CloudWatch Logs. The log groups are created before the cluster."""

    exports: NotRequired[Sequence[str]]
    """Log types. Default: postgresql, iam-db-auth-error, instance; or audit, error, slowquery,
    iam-db-auth-error, instance. The audit log is required."""
    retention_days: NotRequired[int]
    """Days CloudWatch keeps the events; one of its own steps, such as 30, 90, 365, 731. Default: 365."""
    kms_key_arn: NotRequired[Input[str]]
    """Key of the log groups; its policy must admit CloudWatch Logs. Default: the key of the cluster."""
    adopt_existing_groups: NotRequired[bool]
    """Import log groups that RDS has already created. Set it to true for one update, then remove it: the next update
    sets their retention and key. Default: false."""


class MonitoringSettings(TypedDict):
    """Enhanced Monitoring and Database Insights."""

    enhanced_interval_seconds: NotRequired[int]
    """Seconds between operating system metrics: 1, 5, 10, 15, 30 or 60. Default: 60. 0 turns it off."""
    role_arn: NotRequired[Input[str]]
    """Role that Enhanced Monitoring assumes. Default: a new role."""
    insights_mode: NotRequired[InsightsModeName]
    """Edition of Database Insights. Default: standard."""
    insights_retention_days: NotRequired[int]
    """Days of performance data: 7, a multiple of 31 up to 713, or 731. Default: 7; 465 with advanced."""
    kms_key_arn: NotRequired[Input[str]]
    """Key of the performance data. Default: the key of the cluster. It cannot be changed later."""


class BackupSettings(TypedDict):
    """Automated backups. What happens on deletion follows from `protection`."""

    retention_days: NotRequired[int]
    """Days of point-in-time recovery, 1 to 35. Default: 35 locked, 14 standard, 7 ephemeral."""
    window: NotRequired[str]
    """Daily window in UTC, `hh:mm-hh:mm`. Default: derived from the identifier."""
    backtrack_hours: NotRequired[int]
    """Hours by which Aurora MySQL can be backtracked in place, up to 72. Only at creation. Default: off."""
    managed_by_aws_backup: NotRequired[bool]
    """AWS Backup's continuous backup owns retention and window; differences there are then ignored."""


class MaintenanceSettings(TypedDict):
    """When and how the cluster changes."""

    window: NotRequired[str]
    """Weekly window in UTC, `ddd:hh:mm-ddd:hh:mm`. Default: derived from the identifier, apart from backups."""
    apply_immediately: NotRequired[bool]
    """Apply changes immediately instead of in the window. Default: false; true for ephemeral clusters."""
    rolling_instance_updates: NotRequired[bool]
    """Update one instance after the other. Default: true; false for ephemeral clusters."""
    auto_minor_version_upgrade: NotRequired[bool]
    """Let AWS upgrade minor versions; differences in `engine_version` are then ignored. Not in a global database.
    Default: true."""
    allow_major_version_upgrade: NotRequired[bool]
    """Set it with a new `engine_version`, update, and remove it again. It requires `apply_immediately`. While it
    is set, `engine_version` is applied whatever `auto_minor_version_upgrade` is."""
    extended_support: NotRequired[bool]
    """Enrol in paid Extended Support. Default: false. It cannot be changed later."""
    ca_certificate: NotRequired[str]
    """Certificate authority of the instances. Default: rds-ca-rsa2048-g1. A change may restart them."""


class RestoreSpec(TypedDict):
    """Where the data comes from, at creation only. Keep it for the life of the cluster: without it the cluster
    would be replaced. Name exactly one source."""

    snapshot_identifier: NotRequired[Input[str]]
    """Name or ARN of a cluster snapshot."""
    source_cluster_identifier: NotRequired[Input[str]]
    """Cluster to restore from, by identifier."""
    source_cluster_resource_id: NotRequired[Input[str]]
    """Cluster to restore from, by resource id; also one that is deleted and whose backups are kept."""
    restore_to_time: NotRequired[str]
    """Point in time, RFC 3339 in UTC such as `2026-11-24T10:00:00Z`. Default: the latest."""
    use_latest_restorable_time: NotRequired[bool]
    """Restore to the latest point. Default: true without `restore_to_time`."""
    copy_on_write: NotRequired[bool]
    """Clone: share the source's pages until they change. Needs `kms_key_arn`, the key of the source."""
    completed: NotRequired[bool]
    """Set it to true after the first update: a restore ignores some settings (the Data API among them), which
    the second update then makes. Default: false."""


class ActivityStream(TypedDict):
    """Database activity stream: an audit trail that database administrators cannot change."""

    mode: NotRequired[StreamModeName]
    """Default: async."""
    kms_key_arn: NotRequired[Input[str]]
    """Key of the stream. Default: a new key."""


class GlobalMembership(TypedDict):
    """Membership in a global database. GlobalDatabase sets it."""

    global_cluster_identifier: Input[str]
    """Identifier of the global cluster."""
    role: GlobalRoleName
    """Role of this cluster when it is created."""
    primary_region: NotRequired[str]
    """Region of the primary; needed by a secondary."""
    write_forwarding: NotRequired[bool]
    """Secondary: forward writes to the primary. Default: false."""


class OperationTimeouts(TypedDict):
    """How long Pulumi waits for the cluster and its instances, such as `2h`."""

    create: NotRequired[str]
    """Default: 120 minutes for the cluster, 90 for an instance."""
    update: NotRequired[str]
    """Default: 120 minutes for the cluster, 90 for an instance."""
    delete: NotRequired[str]
    """Default: 120 minutes for the cluster, 90 for an instance."""


class SharedSettings(TypedDict):
    """What the clusters of a global database have in common."""

    engine: EngineName
    """Database engine."""
    engine_version: str
    """Full version, such as `16.8` or `8.0.mysql_aurora.3.10.4`. There is no default."""
    io_optimized: NotRequired[bool]
    """I/O-Optimized storage: no charge for I/O, a higher one for storage. Default: false."""
    port: NotRequired[int]
    """Port, 1150 to 65535. Default: 5433 for PostgreSQL, 3307 for MySQL, not the engines' well-known ports."""
    protection: NotRequired[ProtectionName]
    """Protection of the data against deletion. Default: locked."""
    cluster_parameters: NotRequired[StrMap]
    """Cluster parameters in addition to the TLS and audit presets, which they cannot weaken."""
    instance_parameters: NotRequired[StrMap]
    """Parameters of all instances."""
    parameter_apply_methods: NotRequired[Mapping[str, str]]
    """Parameter name -> `immediate` or `pending-reboot`. Default: by a table of static parameters."""
    logs: NotRequired[LogSettings]
    """Log export."""
    monitoring: NotRequired[MonitoringSettings]
    """Enhanced Monitoring and Database Insights."""
    backup: NotRequired[BackupSettings]
    """Automated backups."""
    maintenance: NotRequired[MaintenanceSettings]
    """When and how the cluster changes."""
    data_api: NotRequired[bool]
    """Data API: SQL over HTTPS for IAM principals. Default: false."""
    local_write_forwarding: NotRequired[bool]
    """Let readers forward writes to the writer. Default: false."""
    permissions_boundary_arn: NotRequired[Input[str]]
    """Permissions boundary of every created role."""
    iam_path: NotRequired[str]
    """Path of every created role. Default: /."""
    timeouts: NotRequired[OperationTimeouts]
    """Operation timeouts; the Pulumi option does not reach the children of a component."""
    tags: NotRequired[StrMap]
    """Tags of every created resource that takes tags."""


class RegionalSettings(TypedDict):
    """What can differ from one cluster of a global database to the next."""

    cluster_name: NotRequired[str]
    """Cluster identifier. Default: `<component name>-<stack>`; in a GlobalDatabase `<global name>-<region>`. It cannot
    be changed later."""
    instances: NotRequired[Mapping[str, InstanceSpec]]
    """Instances by permanent key, such as `one` and `two`. They are created in alphabetical order of their keys, and
    the first starts as the writer. Default: `one` and `two`."""
    default_instance_class: NotRequired[str]
    """Class of instances that name none. Default with `serverless`: db.serverless; else required."""
    serverless: NotRequired[ServerlessCapacity]
    """Capacity range. Required if an instance is `db.serverless`."""
    reader_scaling: NotRequired[ReaderScaling]
    """Readers that are added and removed by load."""
    endpoints: NotRequired[Mapping[str, CustomEndpoint]]
    """Custom endpoints by name, at most 5."""
    network_type: NotRequired[AddressFamilyName]
    """Address families. Default: IPV4."""
    security_group_ids: NotRequired[StrList]
    """Security groups to attach besides the cluster's own."""
    allowed_security_groups: NotRequired[StrMap]
    """Security groups that may connect: name -> id."""
    allowed_cidrs: NotRequired[Mapping[str, str]]
    """Address ranges that may connect: name -> IPv4 or IPv6 CIDR."""
    allowed_prefix_lists: NotRequired[StrMap]
    """Managed prefix lists that may connect: name -> id."""
    egress_security_groups: NotRequired[StrMap]
    """Security groups the database itself may reach over HTTPS, such as that of VPC endpoints: name -> id.
    Feature roles and MySQL activity streams need it. Default: no outbound access."""
    egress_prefix_lists: NotRequired[StrMap]
    """Prefix lists the database itself may reach over HTTPS, such as that of S3: name -> id."""
    activity_stream: NotRequired[ActivityStream]
    """Stream database activity to Kinesis."""
    feature_roles: NotRequired[StrMap]
    """Existing roles the database may assume: feature -> role ARN. Features of PostgreSQL: s3Import, s3Export,
    Lambda, SageMaker, Comprehend, Bedrock; of MySQL: s3, lambda, logs, sagemaker, comprehend, bedrock."""
    feature_policies: NotRequired[StrMap]
    """The same with a new role, which only this cluster can assume: feature -> IAM policy JSON."""
    import_ids: NotRequired[Mapping[str, str]]
    """Import existing resources. Set it for one update and remove it then: the next update sets what an import cannot
    (tags, how to delete). Keys: `cluster`, `subnet-group`, `security-group`, `cluster-parameters`,
    `instance-parameters`, `monitoring-role`, `instance:<key>`, `endpoint:<name>` or `logs:<type>` -> id."""


class ClusterSettings(SharedSettings, RegionalSettings):
    """Settings of a cluster. The fields that are not inherited are not for members of a GlobalDatabase."""

    database_name: NotRequired[str]
    """Database to create with the cluster. Default: none. For a restored cluster: a database of the restored data."""
    region: NotRequired[str]
    """Region of everything in the component. Default: the provider's."""
    credentials: NotRequired[Credentials]
    """The admin user and its password."""
    restore: NotRequired[RestoreSpec]
    """Restore from a snapshot, to a point in time, or as a clone."""


class AuroraClusterArgs(ClusterSettings):
    """Arguments of AuroraCluster. Encryption, TLS, IAM authentication, log export, auditing and a private
    address are always on, so there are no arguments for them."""

    vpc_id: Input[str]
    """VPC of the cluster's security group."""
    subnet_ids: NotRequired[StrList]
    """Subnets of a new subnet group, in two zones or more. Give this or `subnet_group_name`."""
    subnet_group_name: NotRequired[Input[str]]
    """Existing subnet group."""
    kms_key_arn: NotRequired[Input[str]]
    """Key of the storage and, by default, of secret, logs and performance data. Default: a new key. It cannot be
    changed later."""
    global_membership: NotRequired[GlobalMembership]
    """Membership in a global database."""
