"""The policy documents of the personas."""

from collections.abc import Sequence
from typing import Any

from pulumi import Output

from ..support import connection as handle
from ..support.aws import Location, Statement, policy_document
from .args import DatabasePersonasArgs

_VIEW = (
    "cloudwatch:DescribeAlarms",
    "cloudwatch:GetMetricData",
    "cloudwatch:ListMetrics",
    "rds:DescribeCertificates",
    "rds:DescribeDBClusterAutomatedBackups",
    "rds:DescribeDBClusterBacktracks",
    "rds:DescribeDBClusterEndpoints",
    "rds:DescribeDBClusterParameterGroups",
    "rds:DescribeDBClusterParameters",
    "rds:DescribeDBClusterSnapshotAttributes",
    "rds:DescribeDBClusterSnapshots",
    "rds:DescribeDBClusters",
    "rds:DescribeDBEngineVersions",
    "rds:DescribeDBInstances",
    "rds:DescribeDBParameterGroups",
    "rds:DescribeDBParameters",
    "rds:DescribeDBProxies",
    "rds:DescribeDBProxyEndpoints",
    "rds:DescribeDBProxyTargetGroups",
    "rds:DescribeDBProxyTargets",
    "rds:DescribeDBSubnetGroups",
    "rds:DescribeEventSubscriptions",
    "rds:DescribeEvents",
    "rds:DescribeGlobalClusters",
    "rds:DescribeOrderableDBInstanceOptions",
    "rds:DescribePendingMaintenanceActions",
    "rds:ListTagsForResource",
)
"""Looking on. Log files are left out, and so is Performance Insights: both show SQL, and with it data."""


_READ_LOGS = ("logs:DescribeLogStreams", "logs:FilterLogEvents", "logs:GetLogEvents", "logs:StartQuery")


_READ_QUERIES = ("logs:DescribeLogGroups", "logs:GetQueryResults", "logs:StopQuery")
"""Actions about no single log group: they list the groups, and follow queries by the id that their caller got."""


_READ_LOG_FILES = ("rds:DescribeDBLogFiles", "rds:DownloadDBLogFilePortion")


_READ_STREAM = (
    "kinesis:DescribeStream",
    "kinesis:DescribeStreamSummary",
    "kinesis:GetRecords",
    "kinesis:GetShardIterator",
    "kinesis:ListShards",
)


_ADMINISTER = (
    "rds:ApplyPendingMaintenanceAction",
    "rds:CreateDBClusterEndpoint",
    "rds:CreateDBClusterSnapshot",
    "rds:CreateDBInstance",
    "rds:DeleteDBCluster",
    "rds:DeleteDBClusterEndpoint",
    "rds:DeleteDBClusterSnapshot",
    "rds:DeleteDBInstance",
    "rds:FailoverDBCluster",
    "rds:ModifyDBCluster",
    "rds:ModifyDBClusterEndpoint",
    "rds:ModifyDBInstance",
    "rds:RebootDBInstance",
    "rds:StartDBCluster",
    "rds:StopDBCluster",
)


_USING_GROUPS = ("rds:CreateDBInstance", "rds:ModifyDBCluster", "rds:ModifyDBInstance")
"""Actions that name parameter groups and subnet groups."""


_NEVER = (
    "rds-db:connect",
    "rds:CreateIntegration",
    "rds:DeleteEventSubscription",
    "rds:ModifyActivityStream",
    "rds:ModifyDBClusterSnapshotAttribute",
    "rds:ModifyDBSnapshotAttribute",
    "rds:ModifyEventSubscription",
    "rds:StartActivityStream",
    "rds:StartExportTask",
    "rds:StopActivityStream",
)
"""What an admin must not do, whatever else allows it: read the data, hand it out, or silence the audit."""


_STREAM_PREFIX = "aws-rds-das-"
"""Start of the name of an activity stream; the cluster's resource id follows."""


def policy_documents(
    clusters: Sequence[handle.Connection], location: Location, spec: DatabasePersonasArgs
) -> dict[str, Output[str]]:
    view = _allow("LookOn", _VIEW, "*", StringEquals={"aws:RequestedRegion": location.region})
    return {
        "viewer": policy_document(view),
        "operator": policy_document(view, *_operation(clusters, location)),
        "auditor": policy_document(view, *_audit(clusters, location, spec)),
        "admin": policy_document(view, *_administration(clusters, location, spec)),
    }


def _operation(clusters: Sequence[handle.Connection], location: Location) -> list[Statement]:
    arns = [cluster.cluster_arn for cluster in clusters]
    snapshots = _named(clusters, location, "cluster-snapshot:{0}-*")
    return [
        _allow("FailOver", ("rds:FailoverDBCluster",), arns),
        _allow("RebootInstances", ("rds:RebootDBInstance",), _instances(clusters, location)),
        _allow("TakeSnapshots", ("rds:CreateDBClusterSnapshot",), [*arns, *snapshots]),
    ]


def _audit(
    clusters: Sequence[handle.Connection], location: Location, spec: DatabasePersonasArgs
) -> list[Statement]:
    region = {"aws:RequestedRegion": location.region}
    groups = [
        location.arn("logs", Output.format("log-group:/aws/rds/cluster/{0}/*", each.cluster_identifier))
        for each in clusters
    ]
    statements = [
        _allow("ReadLogs", _READ_LOGS, groups),
        _allow("ReadQueries", _READ_QUERIES, "*", StringEquals=region),
        _allow("ReadLogFiles", _READ_LOG_FILES, _instances(clusters, location)),
    ]
    if keys := list(spec.get("activity_stream_key_arns", {}).values()):
        ids = [cluster.cluster_resource_id for cluster in clusters]
        streams = [location.arn("kinesis", Output.concat("stream/", _STREAM_PREFIX, each)) for each in ids]
        statements += [
            _allow("ReadActivityStreams", _READ_STREAM, streams),
            _allow(
                "DecryptActivityStreams",
                ("kms:Decrypt",),
                keys,
                StringEquals={"kms:EncryptionContext:aws:rds:dbc-id": ids},
            ),
        ]
    return statements


def _administration(
    clusters: Sequence[handle.Connection], location: Location, spec: DatabasePersonasArgs
) -> list[Statement]:
    tags = spec.get("admin_resource_tags", {})
    region = {"aws:RequestedRegion": location.region}
    on_resource = {**region, **{f"aws:ResourceTag/{key}": value for key, value in tags.items()}}
    on_request = {**region, **{f"aws:RequestTag/{key}": value for key, value in tags.items()}}
    arns = [cluster.cluster_arn for cluster in clusters]
    snapshots = _named(clusters, location, "cluster-snapshot:{0}-*")
    parts = [
        *_named(clusters, location, "db:{0}-*"),
        *snapshots,
        location.arn("rds", "cluster-endpoint:*"),
    ]
    settings = [location.arn("rds", f"{kind}:*") for kind in ("cluster-pg", "pg", "og", "subgrp")]
    created = tuple(action for action in _ADMINISTER if action.startswith("rds:Create"))
    others = tuple(action for action in _ADMINISTER if action not in created)
    statements = [
        _allow("RunDatabases", others, [*arns, *parts], StringEquals=on_resource),
        # The last snapshot does not exist yet, and so has no tags.
        _allow("KeepLastSnapshots", ("rds:DeleteDBCluster",), snapshots, StringEquals=region),
        _allow("CreateForDatabases", created, arns, StringEquals=on_resource),
        _allow("CreateParts", (*created, "rds:AddTagsToResource"), parts, StringEquals=on_request),
        # Groups are only used: no action of this policy changes one.
        _allow("UseGroups", _USING_GROUPS, settings, StringEquals=region),
        {"Sid": "SeparationOfDuties", "Effect": "Deny", "Action": list(_NEVER), "Resource": "*"},
    ]
    if tags:
        statements.append(
            {
                "Sid": "KeepTags",
                "Effect": "Deny",
                "Action": ["rds:AddTagsToResource", "rds:RemoveTagsFromResource"],
                "Resource": "*",
                "Condition": {
                    "ForAnyValue:StringEquals": {"aws:TagKeys": list(tags)},
                    # Tags that come with a new resource are another matter.
                    "Null": {f"aws:ResourceTag/{key}": "false" for key in tags},
                },
            }
        )
    return statements


def _instances(clusters: Sequence[handle.Connection], location: Location) -> Output[Sequence[str]]:
    """ARNs of the declared instances."""
    prefix = location.arn("rds", "db:")
    identifiers = Output.all(*(cluster.instance_identifiers for cluster in clusters))
    return Output.all(prefix, identifiers).apply(
        lambda known: [f"{known[0]}{identifier}" for cluster in known[1] for identifier in cluster]
    )


def _named(clusters: Sequence[handle.Connection], location: Location, resource: str) -> list[Output[str]]:
    """The ARN of `resource` for each cluster, `{0}` being the cluster's identifier."""
    return [location.arn("rds", Output.format(resource, cluster.cluster_identifier)) for cluster in clusters]


def _allow(sid: str, actions: Sequence[str], resources: Any, **condition: Any) -> Statement:
    statement = {"Sid": sid, "Effect": "Allow", "Action": list(actions), "Resource": resources}
    return {**statement, "Condition": condition} if condition else statement
