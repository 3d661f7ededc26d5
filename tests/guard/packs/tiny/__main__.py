from pulumi_policy import (
    EnforcementLevel,
    PolicyConfigSchema,
    PolicyPack,
    ResourceValidationPolicy,
    Severity,
    StackValidationPolicy,
)


def storage_encrypted(args, report):
    if args.resource_type != "aws:rds/cluster:Cluster":
        args.not_applicable("only clusters have storage")
    if args.name.startswith("exempt"):
        args.not_applicable("exempt: agreed with the platform team until 2027-01-01")
    if args.props.get("storageEncrypted") is not True:
        report("storageEncrypted must be true. [property: storageEncrypted]")


def retention(args, report):
    if args.resource_type != "aws:rds/cluster:Cluster":
        args.not_applicable("only clusters are backed up")
    least = args.get_config()["minimumDays"]
    days = args.props.get("backupRetentionPeriod", 1)
    if days < least:
        report(f"backups are kept {days:.0f} days, fewer than {least:.0f} [property: backupRetentionPeriod]")


def copy_tags(args, report):
    if args.resource_type != "aws:rds/cluster:Cluster":
        args.not_applicable("only clusters have snapshots")
    if not args.props.get("copyTagsToSnapshot"):
        report("copyTagsToSnapshot must be true")


def remediate_copy_tags(args):
    if args.resource_type != "aws:rds/cluster:Cluster":
        args.not_applicable("only clusters have snapshots")
    args.props["copyTagsToSnapshot"] = True
    return args.props


def two_instances(args, report):
    for cluster in args.resources:
        if cluster.resource_type != "aws:rds/cluster:Cluster":
            continue
        count = sum(
            cluster.urn in {dep.urn for dep in resource.property_dependencies.get("clusterIdentifier", [])}
            for resource in args.resources
        )
        if count < 2:
            report(f"the cluster has {count} instances", cluster.urn)


PolicyPack(
    name="tiny",
    enforcement_level=EnforcementLevel.MANDATORY,
    policies=[
        ResourceValidationPolicy(
            name="storage-encrypted",
            description="Clusters are encrypted",
            validate=storage_encrypted,
            severity=Severity.CRITICAL,
            remediation_steps="Set storageEncrypted to true.",
            url="https://example.com/storage-encrypted",
            tags=["topic:encryption"],
        ),
        ResourceValidationPolicy(
            name="backup-retention",
            description="Backups are kept long enough",
            validate=retention,
            severity=Severity.MEDIUM,
            enforcement_level=EnforcementLevel.ADVISORY,
            config_schema=PolicyConfigSchema(
                properties={"minimumDays": {"type": "integer", "default": 7, "minimum": 1, "maximum": 35}}
            ),
            remediation_steps="Raise backupRetentionPeriod.",
        ),
        ResourceValidationPolicy(
            name="copy-tags",
            description="Snapshots carry the tags of their cluster",
            validate=copy_tags,
            remediate=remediate_copy_tags,
            enforcement_level=EnforcementLevel.DISABLED,
            severity=Severity.LOW,
        ),
        StackValidationPolicy(
            name="two-instances",
            description="Clusters have two instances",
            validate=two_instances,
            severity=Severity.HIGH,
        ),
    ],
)
