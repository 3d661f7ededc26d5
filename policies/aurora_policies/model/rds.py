"""Amazon RDS and Aurora resources, as `aws` (versions 5 to 7) and `aws-native` spell them."""

import re
from typing import Any, ClassVar

from .resource import Anything, Flag, Number, Resource, Tags, Text, Texts, View
from .values import UNKNOWN, Value, reveal, to_text

# Engines that share the RDS API but are other products.
_OTHER_PRODUCTS = ("neptune", "docdb")

# The engines of Aurora, whose instances are members of a cluster; a misspelt one is none of them.
_AURORA = ("aurora", "aurora-mysql", "aurora-postgresql")


class _EngineView(View):
    """What can be told from the `engine` property; shared by clusters and instances."""

    engine = Text("engine")

    @property
    def is_aurora(self) -> bool:
        return (self.engine.get("") or "").lower().startswith("aurora")

    @property
    def is_mysql_family(self) -> bool:
        """Aurora MySQL (also under its first name, `aurora`), RDS for MySQL or MariaDB."""
        engine = (self.engine.get("") or "").lower()
        return engine in ("aurora", "mariadb") or engine.endswith("mysql")

    @property
    def is_postgres_family(self) -> bool:
        engine = (self.engine.get("") or "").lower()
        return "postgres" in engine

    @property
    def out_of_scope(self) -> str:
        """Neptune and DocumentDB speak the same API but are outside of this catalogue.

        They have resource types of their own, so an engine that is not known yet is taken for one of RDS.
        """
        is_other = not self.engine.is_unknown and (self.engine.get("") or "").lower() in _OTHER_PRODUCTS
        return "Neptune and DocumentDB are not judged" if is_other else ""


class DbCluster(_EngineView):
    """A DB cluster: Aurora, or a Multi-AZ DB cluster where `is_multi_az_cluster`."""

    TYPES = ("aws:rds/cluster:Cluster", "aws-native:rds:DbCluster")
    IDENTITIES = (
        "clusterIdentifier",
        "dbClusterIdentifier",
        "arn",
        "dbClusterArn",
        "id",
        "clusterResourceId",
    )
    NOUN = "DB cluster"

    identifier = Text("clusterIdentifier", native="dbClusterIdentifier")
    engine_mode = Text("engineMode")
    engine_version = Text("engineVersion")
    engine_lifecycle_support = Text("engineLifecycleSupport")
    database_name = Text("databaseName")
    port = Number("port")
    network_type = Text("networkType")
    storage_encrypted = Flag("storageEncrypted")
    storage_type = Text("storageType")
    kms_key_id = Text("kmsKeyId")
    subnet_group = Text("dbSubnetGroupName")
    security_groups = Texts("vpcSecurityGroupIds")
    publicly_accessible = Flag("publiclyAccessible")
    data_api = Flag("enableHttpEndpoint")
    iam_authentication = Flag("iamDatabaseAuthenticationEnabled", native="enableIamDatabaseAuthentication")
    master_username = Text("masterUsername")
    master_password = Text("masterPassword", native="masterUserPassword")
    master_password_wo = Text("masterPasswordWo", native=None)
    manage_master_password = Flag("manageMasterUserPassword")
    master_secret_kms_key_id = Text("masterUserSecretKmsKeyId", native="masterUserSecret.kmsKeyId")
    master_authentication_type = Text("masterUserAuthenticationType")
    deletion_protection = Flag("deletionProtection")
    skip_final_snapshot = Flag("skipFinalSnapshot", native=None)
    final_snapshot_identifier = Text("finalSnapshotIdentifier", native=None)
    backup_retention_period = Number("backupRetentionPeriod")
    backup_window = Text("preferredBackupWindow")
    maintenance_window = Text("preferredMaintenanceWindow")
    delete_automated_backups = Flag("deleteAutomatedBackups")
    copy_tags_to_snapshot = Flag("copyTagsToSnapshot")
    backtrack_window = Number("backtrackWindow")
    availability_zones = Texts("availabilityZones")
    instance_class = Text("dbClusterInstanceClass")
    serverless_v2 = Anything("serverlessv2ScalingConfiguration", native="serverlessV2ScalingConfiguration")
    log_exports = Texts("enabledCloudwatchLogsExports", native="enableCloudwatchLogsExports")
    parameter_group = Text("dbClusterParameterGroupName")
    instance_parameter_group = Text("dbInstanceParameterGroupName")
    monitoring_interval = Number("monitoringInterval")
    monitoring_role = Text("monitoringRoleArn")
    performance_insights = Flag("performanceInsightsEnabled")
    performance_insights_kms_key_id = Text("performanceInsightsKmsKeyId")
    performance_insights_retention = Number("performanceInsightsRetentionPeriod")
    database_insights_mode = Text("databaseInsightsMode")
    auto_minor_version_upgrade = Flag("autoMinorVersionUpgrade")
    allow_major_version_upgrade = Flag("allowMajorVersionUpgrade", native=None)
    apply_immediately = Flag("applyImmediately", native=None)
    ca_certificate = Text("caCertificateIdentifier", native=None)
    snapshot_identifier = Text("snapshotIdentifier")
    restore_to_point_in_time = Anything("restoreToPointInTime", native="sourceDbClusterIdentifier")
    replication_source = Text("replicationSourceIdentifier")
    global_cluster = Text("globalClusterIdentifier")
    global_write_forwarding = Flag("enableGlobalWriteForwarding")
    iam_roles = Anything("iamRoles", native="associatedRoles")
    s3_import = Anything("s3Import", native=None)
    domain = Text("domain")
    domain_role = Text("domainIamRoleName")
    tags = Tags("tags")

    def role_arns(self) -> tuple[Value[Any], ...]:
        """The roles that the cluster states itself, beside those that associations give it."""
        roles = self.iam_roles.items()
        return tuple(role.at("roleArn") for role in roles) if self.is_native else tuple(roles)

    @property
    def is_aurora_mysql(self) -> bool:
        """Aurora MySQL, also where no engine is stated: it was the aws provider's default before version 5."""
        return self.engine.is_absent or (self.is_aurora and self.is_mysql_family)

    @property
    def is_serverless_v1(self) -> bool:
        """Aurora Serverless v1, whose encryption, logs and placement are not the customer's to set."""
        return (self.engine_mode.get("") or "").lower() == "serverless"

    @property
    def is_multi_az_cluster(self) -> bool:
        """An RDS Multi-AZ DB cluster (two readable standbys), not Aurora."""
        return self.instance_class.is_set

    @property
    def is_replica(self) -> bool:
        return self.replication_source.is_set

    @property
    def is_restore(self) -> bool:
        """Created from a snapshot, a point in time or a clone, so that it inherits what its source had."""
        return self.snapshot_identifier.is_set or self.restore_to_point_in_time.is_set

    @property
    def is_global_secondary(self) -> bool:
        """A member of a global database that replicates from the primary: it states no master user."""
        return self.global_cluster.is_set and self.master_username.is_absent

    @property
    def inherits_credentials(self) -> bool:
        """Whether the master user comes from elsewhere: a restore, a replica, a global secondary."""
        return self.is_restore or self.is_replica or self.is_global_secondary


class GlobalCluster(_EngineView):
    """An Aurora global database."""

    TYPES = ("aws:rds/globalCluster:GlobalCluster", "aws-native:rds:GlobalCluster")
    IDENTITIES = ("globalClusterIdentifier", "arn", "id")
    NOUN = "global cluster"

    identifier = Text("globalClusterIdentifier")
    engine_version = Text("engineVersion")
    engine_lifecycle_support = Text("engineLifecycleSupport")
    storage_encrypted = Flag("storageEncrypted")
    deletion_protection = Flag("deletionProtection")
    source_cluster = Text("sourceDbClusterIdentifier")
    force_destroy = Flag("forceDestroy", native=None)
    tags = Tags("tags")


class _Instance(_EngineView):
    """What members of a cluster and standalone instances have in common."""

    CLASSIC: ClassVar[str]
    NATIVE = "aws-native:rds:DbInstance"

    engine_version = Text("engineVersion")
    instance_class = Text("instanceClass", native="dbInstanceClass")
    publicly_accessible = Flag("publiclyAccessible")
    subnet_group = Text("dbSubnetGroupName")
    parameter_group = Text("dbParameterGroupName")
    availability_zone = Text("availabilityZone")
    promotion_tier = Number("promotionTier")
    auto_minor_version_upgrade = Flag("autoMinorVersionUpgrade")
    ca_certificate = Text("caCertIdentifier", native="caCertificateIdentifier")
    monitoring_interval = Number("monitoringInterval")
    monitoring_role = Text("monitoringRoleArn")
    performance_insights = Flag("performanceInsightsEnabled", native="enablePerformanceInsights")
    performance_insights_kms_key_id = Text(
        "performanceInsightsKmsKeyId", native="performanceInsightsKmsKeyId"
    )
    performance_insights_retention = Number("performanceInsightsRetentionPeriod")
    backup_window = Text("preferredBackupWindow")
    maintenance_window = Text("preferredMaintenanceWindow")
    copy_tags_to_snapshot = Flag("copyTagsToSnapshot")
    tags = Tags("tags")

    @property
    def is_serverless_v2(self) -> bool:
        return (self.instance_class.get("") or "").lower() == "db.serverless"


def _is_member(resource: Resource) -> bool:
    """Whether an instance belongs to a cluster: it names one, or runs an Aurora engine."""
    if resource.properties.get("dbClusterIdentifier") is not None:
        return True
    engine = reveal(resource.properties.get("engine"))
    return isinstance(engine, str) and engine.lower() in _AURORA


class ClusterInstance(_Instance):
    """A member of a DB cluster. aws-native has no type of its own for it: there it is a DbInstance of a cluster."""

    CLASSIC = "aws:rds/clusterInstance:ClusterInstance"
    TYPES = (CLASSIC, "aws:rds/instance:Instance", _Instance.NATIVE)
    IDENTITIES = ("identifier", "dbInstanceIdentifier", "arn", "dbInstanceArn", "id")
    NOUN = "cluster instance"

    identifier = Text("identifier", native="dbInstanceIdentifier")
    cluster = Text("clusterIdentifier", native="dbClusterIdentifier")

    @classmethod
    def covers(cls, resource: Resource) -> bool:
        return resource.type == cls.CLASSIC or (resource.type in cls.TYPES and _is_member(resource))


class DbInstance(_Instance):
    """A standalone DB instance, never a member of a cluster."""

    CLASSIC = "aws:rds/instance:Instance"
    TYPES = (CLASSIC, _Instance.NATIVE)
    IDENTITIES = ("identifier", "dbInstanceIdentifier", "arn", "dbInstanceArn", "id")
    NOUN = "DB instance"

    identifier = Text("identifier", native="dbInstanceIdentifier")
    parameter_group = Text("parameterGroupName", native="dbParameterGroupName")
    option_group = Text("optionGroupName")
    security_groups = Texts("vpcSecurityGroupIds", native="vpcSecurityGroups")
    db_security_groups = Texts("securityGroupNames", native="dbSecurityGroups")
    port = Number("port")
    storage_encrypted = Flag("storageEncrypted")
    kms_key_id = Text("kmsKeyId")
    iam_authentication = Flag("iamDatabaseAuthenticationEnabled", native="enableIamDatabaseAuthentication")
    master_username = Text("username", native="masterUsername")
    master_password = Text("password", native="masterUserPassword")
    master_password_wo = Text("passwordWo", native=None)
    manage_master_password = Flag("manageMasterUserPassword")
    master_secret_kms_key_id = Text("masterUserSecretKmsKeyId", native="masterUserSecret.kmsKeyId")
    master_authentication_type = Text("masterUserAuthenticationType")
    deletion_protection = Flag("deletionProtection")
    skip_final_snapshot = Flag("skipFinalSnapshot", native=None)
    final_snapshot_identifier = Text("finalSnapshotIdentifier", native=None)
    backup_retention_period = Number("backupRetentionPeriod")
    backup_window = Text("backupWindow", native="preferredBackupWindow")
    maintenance_window = Text("maintenanceWindow", native="preferredMaintenanceWindow")
    delete_automated_backups = Flag("deleteAutomatedBackups")
    multi_az = Flag("multiAz")
    log_exports = Texts("enabledCloudwatchLogsExports", native="enableCloudwatchLogsExports")
    engine_lifecycle_support = Text("engineLifecycleSupport")
    allow_major_version_upgrade = Flag("allowMajorVersionUpgrade")
    apply_immediately = Flag("applyImmediately")
    database_insights_mode = Text("databaseInsightsMode")
    snapshot_identifier = Text("snapshotIdentifier", native="dbSnapshotIdentifier")
    restore_to_point_in_time = Anything("restoreToPointInTime", native="sourceDbInstanceIdentifier")
    replicate_source = Text("replicateSourceDb", native="sourceDbInstanceIdentifier")

    @classmethod
    def covers(cls, resource: Resource) -> bool:
        return resource.type in cls.TYPES and not _is_member(resource)

    @property
    def is_replica(self) -> bool:
        return self.replicate_source.is_set

    @property
    def is_restore(self) -> bool:
        return self.snapshot_identifier.is_set or self.restore_to_point_in_time.is_set

    @property
    def inherits_credentials(self) -> bool:
        """Whether the master user comes from elsewhere: a restore or a replica."""
        return self.is_restore or self.is_replica


class ClusterEndpoint(View):
    """A custom endpoint of an Aurora cluster."""

    TYPES = ("aws:rds/clusterEndpoint:ClusterEndpoint", "aws-native:rds:DbClusterEndpoint")
    IDENTITIES = ("clusterEndpointIdentifier", "dbClusterEndpointIdentifier", "arn", "id")
    NOUN = "custom cluster endpoint"

    cluster = Text("clusterIdentifier", native="dbClusterIdentifier")
    endpoint_type = Text("customEndpointType")
    tags = Tags("tags")


class ShardGroup(View):
    """An Aurora PostgreSQL Limitless Database shard group."""

    TYPES = ("aws:rds/shardGroup:ShardGroup", "aws-native:rds:DbShardGroup")
    NOUN = "shard group"

    publicly_accessible = Flag("publiclyAccessible")
    cluster = Text("dbClusterIdentifier")


class _ParameterGroup(View):
    """What both kinds of parameter group have in common."""

    family = Text("family")
    tags = Tags("tags")

    def parameter(self, name: str) -> Value[str]:
        """Return the parameter called `name`, absent where the group leaves it at the family's default.

        Raises UnknownValue through the value where the group's parameters as a whole are not known.
        """
        raw = reveal(self.resource.properties.get("parameters"))
        found = None
        if raw is UNKNOWN:
            found = raw
        elif isinstance(raw, dict):
            found = raw.get(name)
        elif isinstance(raw, list):
            for item in map(reveal, raw):
                if item is UNKNOWN:
                    found = UNKNOWN if found is None else found
                elif isinstance(item, dict) and reveal(item.get("name")) == name:
                    found = item.get("value")
        return Value(self.urn, f"parameters[{name}]", reveal(found), to_text)

    def parameter_names(self) -> list[str]:
        """The names of the parameters in the order of the program, also those that are given twice.

        Raises:
            UnknownValue: the parameters as a whole are not known before the update.
        """
        given = self.value("parameters")
        if isinstance(given.raw, dict):
            return list(given.raw)
        names = (item.at("name", to_text) for item in given.items())
        return [name.get("") for name in names if not name.is_unknown]

    @property
    def is_mysql_family(self) -> bool:
        return re.match(r"(aurora-)?mysql|mariadb", self.family.get("") or "") is not None

    @property
    def is_postgres_family(self) -> bool:
        return re.match(r"(aurora-)?postgres", self.family.get("") or "") is not None

    @property
    def family_major(self) -> float:
        """The engine's major version in the family's name: 16 for `aurora-postgresql16`, 8.0 for `aurora-mysql8.0`."""
        found = re.search(r"(\d+(?:\.\d+)?)$", self.family.get("") or "")
        return float(found.group(1)) if found else 0.0


class ClusterParameterGroup(_ParameterGroup):
    """A DB cluster parameter group."""

    TYPES = ("aws:rds/clusterParameterGroup:ClusterParameterGroup", "aws-native:rds:DbClusterParameterGroup")
    IDENTITIES = ("name", "dbClusterParameterGroupName", "arn", "id")
    NOUN = "cluster parameter group"


class ParameterGroup(_ParameterGroup):
    """A DB (instance) parameter group."""

    TYPES = ("aws:rds/parameterGroup:ParameterGroup", "aws-native:rds:DbParameterGroup")
    IDENTITIES = ("name", "dbParameterGroupName", "arn", "id")
    NOUN = "DB parameter group"


class OptionGroup(View):
    """An option group of a standalone instance."""

    TYPES = ("aws:rds/optionGroup:OptionGroup", "aws-native:rds:OptionGroup")
    IDENTITIES = ("name", "optionGroupName", "arn", "id")
    NOUN = "option group"

    engine = Text("engineName")
    options = Anything("options", native="optionConfigurations")
    tags = Tags("tags")


class DbSecurityGroup(View):
    """A DB security group of EC2-Classic, which providers dropped with version 5, or a rule of one."""

    TYPES = (
        "aws:rds/securityGroup:SecurityGroup",
        "aws-native:rds:DbSecurityGroup",
        "aws-native:rds:DbSecurityGroupIngress",
    )
    NOUN = "DB security group"

    ingress = Anything("ingress", native="dbSecurityGroupIngress")
    cidr = Text("cidr", native="cidrip")  # of a rule


class SubnetGroup(View):
    """A DB subnet group."""

    TYPES = ("aws:rds/subnetGroup:SubnetGroup", "aws-native:rds:DbSubnetGroup")
    IDENTITIES = ("name", "dbSubnetGroupName", "arn", "id")
    NOUN = "DB subnet group"

    subnets = Texts("subnetIds")
    tags = Tags("tags")


class Snapshot(View):
    """A manual DB or cluster snapshot. aws-native cannot create one."""

    TYPES = ("aws:rds/snapshot:Snapshot", "aws:rds/clusterSnapshot:ClusterSnapshot")
    IDENTITIES = (
        "dbSnapshotIdentifier",
        "dbClusterSnapshotIdentifier",
        "dbSnapshotArn",
        "dbClusterSnapshotArn",
        "id",
    )
    NOUN = "snapshot"

    cluster = Text("dbClusterIdentifier")
    instance = Text("dbInstanceIdentifier")
    shared_accounts = Texts("sharedAccounts")
    tags = Tags("tags")


class SnapshotCopy(View):
    """A copy of a DB or cluster snapshot."""

    TYPES = ("aws:rds/snapshotCopy:SnapshotCopy", "aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy")
    IDENTITIES = (
        "targetDbSnapshotIdentifier",
        "targetDbClusterSnapshotIdentifier",
        "dbSnapshotArn",
        "dbClusterSnapshotArn",
        "id",
    )
    NOUN = "snapshot copy"

    kms_key_id = Text("kmsKeyId")
    source_instance_snapshot = Text("sourceDbSnapshotIdentifier")
    source_cluster_snapshot = Text("sourceDbClusterSnapshotIdentifier")
    copy_tags = Flag("copyTags")
    shared_accounts = Texts("sharedAccounts")
    tags = Tags("tags")


class BackupReplication(View):
    """Automated backups of a standalone instance, replicated to another Region. Aurora has none.

    aws-native states it on the instance itself.
    """

    TYPES = (
        "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication",
        "aws-native:rds:DbInstance",
    )
    NOUN = "automated backup replication"

    source = Text("sourceDbInstanceArn", native=None)
    kms_key_id = Text("kmsKeyId", native="automaticBackupReplicationKmsKeyId")

    @classmethod
    def covers(cls, resource: Resource) -> bool:
        if resource.is_native and resource.properties.get("automaticBackupReplicationRegion") is None:
            return False
        return resource.type in cls.TYPES


class Certificate(View):
    """The certificate authority that an account's new instances get in a Region."""

    TYPES = ("aws:rds/certificate:Certificate",)
    NOUN = "default certificate"

    ca_certificate = Text("certificateIdentifier")


class ExportTask(View):
    """An export of a snapshot to S3."""

    TYPES = ("aws:rds/exportTask:ExportTask",)
    NOUN = "export task"

    kms_key_id = Text("kmsKeyId")
    role = Text("iamRoleArn")


class Integration(View):
    """A zero-ETL integration, which copies data to Redshift as it changes."""

    TYPES = ("aws:rds/integration:Integration", "aws-native:rds:Integration")
    NOUN = "zero-ETL integration"

    kms_key_id = Text("kmsKeyId")


class DbProxy(View):
    """An RDS Proxy."""

    TYPES = ("aws:rds/proxy:Proxy", "aws-native:rds:DbProxy")
    IDENTITIES = ("name", "dbProxyName", "arn", "dbProxyArn", "id")
    NOUN = "RDS Proxy"

    engine_family = Text("engineFamily")
    require_tls = Flag("requireTls")
    debug_logging = Flag("debugLogging")
    auths = Anything("auths", native="auth")
    default_auth_scheme = Text("defaultAuthScheme")
    role = Text("roleArn")
    subnets = Texts("vpcSubnetIds")
    security_groups = Texts("vpcSecurityGroupIds")
    tags = Tags("tags")


class ProxyEndpoint(View):
    """An additional endpoint of an RDS Proxy."""

    TYPES = ("aws:rds/proxyEndpoint:ProxyEndpoint", "aws-native:rds:DbProxyEndpoint")
    NOUN = "RDS Proxy endpoint"

    proxy = Text("dbProxyName")
    subnets = Texts("vpcSubnetIds")
    security_groups = Texts("vpcSecurityGroupIds")


class EventSubscription(View):
    """An RDS event subscription."""

    TYPES = ("aws:rds/eventSubscription:EventSubscription", "aws-native:rds:EventSubscription")
    NOUN = "event subscription"

    enabled = Flag("enabled")
    source_type = Text("sourceType")
    source_ids = Texts("sourceIds")
    categories = Texts("eventCategories")
    topic = Text("snsTopic", native="snsTopicArn")
    tags = Tags("tags")


class ActivityStream(View):
    """A database activity stream of a cluster."""

    TYPES = ("aws:rds/clusterActivityStream:ClusterActivityStream",)
    NOUN = "activity stream"

    cluster = Text("resourceArn")
    kms_key_id = Text("kmsKeyId")
    mode = Text("mode")


class ClusterRoleAssociation(View):
    """A role that a cluster may assume to reach another service. aws-native has it on the cluster only."""

    TYPES = ("aws:rds/clusterRoleAssociation:ClusterRoleAssociation",)
    NOUN = "cluster role association"

    cluster = Text("dbClusterIdentifier")
    role = Text("roleArn")
    feature = Text("featureName")
