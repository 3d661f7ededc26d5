"""What an AuroraCluster can be told. The containers are plain; leaves that may be Outputs say so."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NotRequired, TypedDict

from pulumi import Input

from ..support.enums import CredentialMode, Engine, GlobalRole, InsightsMode, Protection, StrList, StrMap


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


class InstanceSpec(TypedDict):
    """One DB instance. Its key in the map is its permanent name, and says nothing about its role: after a
    failover another instance is the writer."""

    instance_class: NotRequired[str]
    """Class such as `db.r7g.large`, or `db.serverless`. Default: `default_instance_class`."""
    promotion_tier: NotRequired[int]
    """Order of promotion in a failover, 0 (first) to 15. Default when the instance is made, of the keys that name
    none: 0 for the first in alphabetical order, 1 for the second, 2 for the rest. A later key moves none of them."""
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
    """Idle seconds before a pause, 300 to 86400. Only with a minimum of 0. Default there: 300."""


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
    """Readers that Aurora adds and removes by load, on top of the declared instances. They are not part of the
    Pulumi state: before a destroy, set `max_readers` to 0 and update."""

    min_readers: int
    """Fewest added readers."""
    max_readers: int
    """Most added readers; with the declared readers at most 15."""
    target_cpu_percent: NotRequired[float]
    """Average CPU of the readers to hold, 1 to 100. Default 60, unless `target_connections` is given."""
    target_connections: NotRequired[float]
    """Average connections per reader to hold, instead of CPU."""
    scale_in_cooldown_seconds: NotRequired[int]
    """Seconds between two removals. Default 300."""
    scale_out_cooldown_seconds: NotRequired[int]
    """Seconds between two additions. Default 300."""
    schedules: NotRequired[Mapping[str, ReaderSchedule]]
    """Scheduled changes of the limits by name."""


class CustomEndpoint(TypedDict):
    """An endpoint over chosen instances. Give `members` or `excluded_members`, not both."""

    kind: NotRequired[EndpointKind]
    """What the endpoint leads to. Default: READER."""
    members: NotRequired[Sequence[str]]
    """Keys of the instances behind the endpoint."""
    excluded_members: NotRequired[Sequence[str]]
    """Keys of the instances kept out; all others, also added readers, are in."""


class Credentials(TypedDict):
    """The admin user and its password. No password is ever an argument."""

    mode: NotRequired[CredentialMode]
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
    """False stops the rotation of the RDS-managed secret, for clients that hold the password. Default: true."""
    rotation_function_arn: NotRequired[Input[str]]
    """Generated mode: Lambda function that rotates the password, such as AWS's single-user template; without one it
    is not rotated. Secrets Manager must be allowed to invoke it."""
    password_version: NotRequired[int]
    """Generated mode: raise it to set a new password. Default 1."""


class LogSettings(TypedDict):
    """Logs exported to CloudWatch Logs. The log groups are made before the cluster."""

    exports: NotRequired[Sequence[str]]
    """Log types. Default: postgresql, iam-db-auth-error, instance; or audit, error, slowquery,
    iam-db-auth-error, instance. The audit log cannot be left out."""
    retention_days: NotRequired[int]
    """Days CloudWatch keeps the events; one of its own steps, such as 30, 90, 365, 731. Default 365."""
    kms_key_arn: NotRequired[Input[str]]
    """Key of the log groups; its policy must admit CloudWatch Logs. Default: the key of the cluster."""
    adopt_existing_groups: NotRequired[bool]
    """Take over log groups that RDS has already made. True for one update, then remove it: the next update
    sets their retention and key. Default: false."""


class MonitoringSettings(TypedDict):
    """Enhanced Monitoring and Database Insights."""

    enhanced_interval_seconds: NotRequired[int]
    """Seconds between operating system metrics: 1, 5, 10, 15, 30 or 60. Default 60. 0 turns it off."""
    role_arn: NotRequired[Input[str]]
    """Role that Enhanced Monitoring writes with. Default: a role is made."""
    insights_mode: NotRequired[InsightsMode]
    """Edition of Database Insights. Default: standard."""
    insights_retention_days: NotRequired[int]
    """Days of performance data: 7, a multiple of 31 up to 713, or 731. Default: 7; 465 with advanced."""
    kms_key_arn: NotRequired[Input[str]]
    """Key of the performance data. Default: the key of the cluster. It cannot be changed later."""


class BackupSettings(TypedDict):
    """Automated backups. What happens on deletion follows from `protection`."""

    retention_days: NotRequired[int]
    """Days of point-in-time recovery, 1 to 35. Default at creation: 35 locked, 14 standard, 7 ephemeral; later it
    stays as it is, whatever the protection becomes, until you name it."""
    window: NotRequired[str]
    """Daily window in UTC, `hh:mm-hh:mm`. Default: derived from the identifier."""
    backtrack_hours: NotRequired[int]
    """Hours Aurora MySQL can be wound back in place, up to 72. Only at creation. Default: off."""
    managed_by_aws_backup: NotRequired[bool]
    """AWS Backup's continuous backup owns retention and window; differences there are then ignored."""


class MaintenanceSettings(TypedDict):
    """When and how the cluster changes."""

    window: NotRequired[str]
    """Weekly window in UTC, `ddd:hh:mm-ddd:hh:mm`. Default: derived from the identifier, apart from backups."""
    apply_immediately: NotRequired[bool]
    """Make changes at once and not in the window. Default: false; true for ephemeral clusters."""
    rolling_instance_updates: NotRequired[bool]
    """Change one instance after the other. Default: true; false for ephemeral clusters."""
    auto_minor_version_upgrade: NotRequired[bool]
    """Let AWS upgrade minor versions; differences in `engine_version` are then ignored. Default: true."""
    apply_engine_version: NotRequired[bool]
    """Let `engine_version` count in this update although AWS upgrades minor versions: for a minor upgrade that
    cannot wait. Set it with the new version, update, and remove it again. Default: false."""
    allow_major_version_upgrade: NotRequired[bool]
    """Set it with a new `engine_version`, update, and remove it again. It needs `apply_immediately`. While it
    is set, `engine_version` counts whatever `auto_minor_version_upgrade` says."""
    extended_support: NotRequired[bool]
    """Enrol in paid Extended Support. Default: false. It cannot be changed later."""
    ca_certificate: NotRequired[str]
    """Authority that signs the instances' certificates. Default: rds-ca-rsa2048-g1. A change may restart."""


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
    """Database activity stream: an audit trail out of the reach of database administrators."""

    mode: NotRequired[StreamMode]
    """Default: async."""
    kms_key_arn: NotRequired[Input[str]]
    """Key of the stream. Default: a key of its own is made."""


class GlobalMembership(TypedDict):
    """Membership in a global database. GlobalDatabase fills it in."""

    global_cluster_identifier: Input[str]
    """Identifier of the global cluster."""
    role: GlobalRole
    """Role of this cluster when it is created."""
    primary_region: NotRequired[str]
    """Region of the primary; needed by a secondary."""
    write_forwarding: NotRequired[bool]
    """Secondary: send writes on to the primary. Default: false."""


class OperationTimeouts(TypedDict):
    """How long Pulumi waits for the cluster and its instances, such as `2h`."""

    create: NotRequired[str]
    """Default: 120 minutes for the cluster, 90 for an instance."""
    update: NotRequired[str]
    """Default: 120 minutes for the cluster, 90 for an instance."""
    delete: NotRequired[str]
    """Default: 120 minutes for the cluster, 90 for an instance."""


class ClusterSettings(TypedDict):
    """What a cluster is like, wherever it stands."""

    engine: Engine
    """Database engine."""
    engine_version: str
    """Full version, such as `16.8` or `8.0.mysql_aurora.3.10.4`. There is no default."""
    instances: NotRequired[Mapping[str, InstanceSpec]]
    """Instances by permanent key, such as `one` and `two`. They are made in alphabetical order of their keys; the
    first starts as the writer. Default: `one` and `two`, with the defaults."""
    default_instance_class: NotRequired[str]
    """Class of instances that name none. Default with `serverless`: db.serverless; else required."""
    serverless: NotRequired[ServerlessCapacity]
    """Capacity range, needed as soon as one instance is `db.serverless`."""
    io_optimized: NotRequired[bool]
    """I/O-Optimized storage: no charge for I/O, a higher one for storage. Default: false."""
    reader_scaling: NotRequired[ReaderScaling]
    """Readers added and removed by load."""
    endpoints: NotRequired[Mapping[str, CustomEndpoint]]
    """Custom endpoints by name, at most 5."""
    cluster_name: NotRequired[str]
    """Cluster identifier. Default: `<component name>-<stack>`. It cannot be changed later."""
    database_name: NotRequired[str]
    """Database made at creation. Default: none. For a restored cluster: what its data already holds."""
    port: NotRequired[int]
    """Port, 1150 to 65535. Default: 5433 for PostgreSQL, 3307 for MySQL, not the engines' well-known ports."""
    network_type: NotRequired[AddressFamily]
    """Address families. Default: IPV4."""
    region: NotRequired[str]
    """Region of everything in the component. Default: the provider's."""
    protection: NotRequired[Protection]
    """How hard it is to lose the data. Default: locked."""
    allow_deletion: NotRequired[bool]
    """Lift the protection, so that the next update may delete or replace parts of the database. Set it for one
    update, then delete, then remove it; see the guide on changing a locked stack. Default: false."""
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
    Feature roles and MySQL activity streams need it. Default: no way out."""
    egress_prefix_lists: NotRequired[StrMap]
    """Prefix lists the database itself may reach over HTTPS, such as that of S3: name -> id."""
    credentials: NotRequired[Credentials]
    """The admin user and its password."""
    cluster_parameters: NotRequired[StrMap]
    """Cluster parameters on top of the TLS and audit presets, which they cannot weaken."""
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
    restore: NotRequired[RestoreSpec]
    """Restore from a snapshot, to a point in time, or as a clone."""
    data_api: NotRequired[bool]
    """Serve SQL over HTTPS to IAM principals. Default: false."""
    activity_stream: NotRequired[ActivityStream]
    """Stream database activity to Kinesis."""
    feature_roles: NotRequired[StrMap]
    """Existing roles the database may take on: feature -> role ARN. Features of PostgreSQL: s3Import, s3Export,
    Lambda, SageMaker, Comprehend, Bedrock; of MySQL: s3, lambda, logs, sagemaker, comprehend, bedrock."""
    feature_policies: NotRequired[StrMap]
    """The same with a role made here, which only this cluster can take on: feature -> IAM policy JSON."""
    local_write_forwarding: NotRequired[bool]
    """Let readers send writes on to the writer. Default: false."""
    permissions_boundary_arn: NotRequired[Input[str]]
    """Permissions boundary of every role made."""
    iam_path: NotRequired[str]
    """Path of every role made. Default: /."""
    take_over: NotRequired[Sequence[str]]
    """Settings of an imported cluster that the component now decides, of security_groups, parameter_groups, windows,
    backup_retention, log_exports, certificates and monitoring; the others stay as they were found. A cluster counts
    as imported while it has `import_ids`, its credentials are inherited, or this list is given, even empty."""
    import_ids: NotRequired[Mapping[str, str]]
    """Adopt existing resources, for one update; remove it then, and the next update sets what AWS does not tell
    (tags, how to delete). Keys: `cluster`, `subnet-group`, `security-group`, `cluster-parameters`,
    `instance-parameters`, `monitoring-role`, `instance:<key>`, `endpoint:<name>` or `logs:<type>` -> id."""
    timeouts: NotRequired[OperationTimeouts]
    """Operation timeouts; the Pulumi option does not reach the children of a component."""
    tags: NotRequired[StrMap]
    """Tags of everything that takes them."""


class AuroraClusterArgs(ClusterSettings):
    """Arguments of AuroraCluster. Encryption, TLS, IAM authentication, log export, auditing and a private
    address are always on and so are no arguments."""

    vpc_id: Input[str]
    """VPC of the cluster's security group."""
    subnet_ids: NotRequired[StrList]
    """Subnets of a new subnet group, in two zones or more. Give this or `subnet_group_name`."""
    subnet_group_name: NotRequired[Input[str]]
    """Existing subnet group."""
    kms_key_arn: NotRequired[Input[str]]
    """Key of the storage and, unless told otherwise, of secret, logs and performance data. Default: a key is
    made. It cannot be changed later."""
    global_membership: NotRequired[GlobalMembership]
    """Membership in a global database."""
