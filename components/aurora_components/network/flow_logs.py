"""Flow logs of the VPC."""

from typing import Any

import pulumi_aws as aws
from pulumi import Output

from ..database_key import component_key
from ..support.aws import Location, assume_role_policy, child_options, policy_document
from ..support.checks import LOG_RETENTION_DAYS
from ..support.enums import Protection
from ..support.service_role import service_role
from .args import FlowLogSettings
from .site import Site

FLOW_LOG_PREFIX = "/aws/vpc/flow-logs/"
"""Start of the name of the flow logs' group; the keys of DatabaseKey may encrypt it."""


def make_flow_log(
    site: Site, location: Location, vpc: aws.ec2.Vpc, settings: FlowLogSettings
) -> Output[str] | None:
    """Make the flow log, and return the name of its log group if it is delivered to CloudWatch."""
    common: dict[str, Any] = {
        "vpc_id": vpc.id,
        "traffic_type": "ALL",
        "max_aggregation_interval": 60,
        "region": site.region,
        "tags": site.tags("flow-log"),
    }
    if "destination_bucket_arn" in settings:
        aws.ec2.FlowLog(
            site.child("flow-log"),
            log_destination_type="s3",
            log_destination=settings["destination_bucket_arn"],
            opts=child_options(site.parent),
            **common,
        )
        return None
    prefix = f"{FLOW_LOG_PREFIX}{site.name}-"
    group = _log_group(site, prefix, settings)
    role = service_role(
        site.parent,
        site.child("flow-logs"),
        description=f"Delivers the flow logs of {site.name} to CloudWatch",
        trust=assume_role_policy("vpc-flow-logs", location, location.arn("ec2", "vpc-flow-log/*")),
        permissions=policy_document(
            {
                "Sid": "WriteStreams",
                "Effect": "Allow",
                "Action": ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
                "Resource": location.arn("logs", f"log-group:{prefix}*"),
            },
            {
                "Sid": "FindGroup",
                "Effect": "Allow",
                "Action": "logs:DescribeLogGroups",
                "Resource": location.arn("logs", "log-group:*"),
            },
        ),
        boundary_arn=site.args.get("permissions_boundary_arn"),
        path=site.args.get("iam_path"),
        tags=site.tags("flow-logs"),
    )
    aws.ec2.FlowLog(
        site.child("flow-log"),
        log_destination_type="cloud-watch-logs",
        log_destination=group.arn,
        iam_role_arn=role.arn,
        opts=child_options(site.parent, depends_on=[role.attachment]),
        **common,
    )
    return group.name


def _log_group(site: Site, prefix: str, settings: FlowLogSettings) -> aws.cloudwatch.LogGroup:
    protection = Protection(site.args.get("protection", Protection.LOCKED))
    key_arn = settings.get("kms_key_arn")
    if key_arn is None:
        key_arn = component_key(
            site.parent,
            site.child("flow-logs"),
            description=f"Encrypts the flow logs of {site.name}",
            services=["logs"],
            protection=protection,
            region=site.region,
            tags=site.args.get("tags", {}),
        )
    return aws.cloudwatch.LogGroup(
        site.child("flow-logs"),
        # A prefix, not a name: a group kept by an earlier life of the stack must not be in the way.
        name_prefix=prefix,
        retention_in_days=settings.get("retention_days", LOG_RETENTION_DAYS),
        kms_key_id=key_arn,
        region=site.region,
        tags=site.tags("flow-logs"),
        opts=child_options(
            site.parent,
            protect=protection.protects or None,
            retain_on_delete=protection.retains or None,
        ),
    )
