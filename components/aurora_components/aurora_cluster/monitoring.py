"""Log groups, the Enhanced Monitoring role and the activity stream."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import pulumi_aws as aws
from pulumi import Input, Output, Resource

from ..database_key import DatabaseKey
from ..support import names as _names
from ..support.arguments import Problems
from ..support.aws import Location, assume_role_policy, child_options
from ..support.checks import LOG_RETENTION_DAYS
from .args import StreamMode
from .identity import Identity
from .plan import Plan
from .validation import check_stream_region


def log_groups(parent: Resource, plan: Plan, same: Identity) -> dict[str, aws.cloudwatch.LogGroup]:
    """Make a group for each exported log, before RDS makes it without retention and key."""
    settings = plan.args.get("logs", {})
    adopts = settings.get("adopt_existing_groups", False)
    groups = {}
    for log in plan.log_types:
        key, path = f"logs:{log}", _log_group_name(log, plan.identifier)
        groups[log] = aws.cloudwatch.LogGroup(
            f"{plan.name}-logs-{log}",
            name=same.identifier.apply(partial(_log_group_name, log)),
            retention_in_days=settings.get("retention_days", LOG_RETENTION_DAYS),
            kms_key_id=settings.get("kms_key_arn", same.kms_key_arn),
            skip_destroy=plan.deletion.retains,
            region=plan.region,
            tags=plan.tags(path),
            opts=child_options(
                parent,
                protect=plan.deletion.protects or None,
                retain_on_delete=plan.deletion.retains or None,
                import_=plan.import_id(key) or (path if adopts else None),
                ignore_changes=["retentionInDays", "kmsKeyId", "tags"] if adopts else plan.ignored(key),
            ),
        )
    return groups


def _log_group_name(log: str, identifier: str) -> str:
    return f"/aws/rds/cluster/{identifier}/{log}"


@dataclass(frozen=True)
class MonitoringRole:
    """Role of Enhanced Monitoring, and what must exist before it can be used."""

    arn: Input[str]
    ready: Sequence[Resource] = ()


def monitoring_role(parent: Resource, plan: Plan, location: Location) -> MonitoringRole | None:
    """The role that was given, or a new one that only RDS acting for this account's instances takes on."""
    if plan.monitoring_interval == 0:
        return None
    given = plan.args.get("monitoring", {}).get("role_arn")
    if given is not None:
        return MonitoringRole(given)
    role = aws.iam.Role(
        f"{plan.name}-monitoring-role",
        description=f"Enhanced Monitoring of Aurora cluster {plan.identifier}",
        assume_role_policy=assume_role_policy("monitoring.rds", location, location.arn("rds", "db:*")),
        path=plan.args.get("iam_path"),
        permissions_boundary=plan.args.get("permissions_boundary_arn"),
        tags=plan.tags(_names.child(plan.identifier, "monitoring")),
        opts=child_options(
            parent,
            ignore_changes=plan.ignored("monitoring-role"),
            import_=plan.import_id("monitoring-role"),
        ),
    )
    attachment = aws.iam.RolePolicyAttachment(
        f"{plan.name}-monitoring-policy",
        role=role.name,
        policy_arn=location.managed_policy_arn("service-role/AmazonRDSEnhancedMonitoringRole"),
        opts=child_options(parent),
    )
    return MonitoringRole(role.arn, (attachment,))


def activity_stream(
    parent: Resource,
    plan: Plan,
    location: Location,
    cluster: aws.rds.Cluster,
    instances: Sequence[Resource],
) -> Output[str] | None:
    """Start the activity stream under a key of its own and return the name of its Kinesis stream."""
    settings = plan.args.get("activity_stream")
    if settings is None:
        return None

    def mode_where_offered(region: str) -> str:
        problems = Problems()
        check_stream_region(region, problems)
        problems.raise_for("AuroraCluster", plan.name)
        return settings.get("mode", StreamMode.ASYNC).value

    key = settings.get("kms_key_arn")
    if key is None:
        key = DatabaseKey(
            f"{plan.name}-stream-key",
            {
                "description": f"Activity stream of Aurora cluster {plan.identifier}",
                "services": ["rds", "kinesis"],
                **plan.deletion.args,
                **({"region": plan.region} if plan.region else {}),
                "tags": plan.tags(_names.child(plan.identifier, "stream")),
            },
            child_options(parent),
        ).key_arn
    stream = aws.rds.ClusterActivityStream(
        f"{plan.name}-stream",
        resource_arn=cluster.arn,
        kms_key_id=key,
        # The provider's region is an Output, and known at preview.
        mode=location.region.apply(mode_where_offered),
        region=plan.region,
        opts=child_options(parent, depends_on=instances),
    )
    return stream.kinesis_stream_name
