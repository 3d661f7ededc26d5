"""What people may do with databases: four IAM policies, from looking on to running them."""

from collections.abc import Mapping, Sequence
from typing import Any, NotRequired, TypedDict

import pulumi
import pulumi_aws as aws
from pulumi import Input, Output

from . import connection as handle
from ._args import Problems, normalise
from ._aws import Location, Statement, child_options, locate, output_map, policy_document
from ._checks import check_keys, check_region, check_tags
from ._enums import StrMap
from ._service_role import check_iam_path

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

CLUSTERS_LIMIT = 5
"""Most clusters whose ARNs fit into the 6144 characters of an IAM policy."""

_STREAM_PREFIX = "aws-rds-das-"
"""Start of the name of an activity stream; the cluster's resource id follows."""


class PersonaSettings(TypedDict):
    """Who may do what with the databases."""

    viewer_role_names: NotRequired[StrMap]
    """Roles that look on: settings, events and metrics, but no logs and no SQL. A permanent key of your choice to
    the role's name."""
    operator_role_names: NotRequired[StrMap]
    """Roles that also reboot, fail over and take snapshots: a permanent key of your choice to the role's name."""
    auditor_role_names: NotRequired[StrMap]
    """Roles that look on and read logs and activity streams, and change nothing: a permanent key of your choice
    to the role's name."""
    admin_role_names: NotRequired[StrMap]
    """Roles that run the databases: change, create and delete, without reading data or touching the audit. A
    permanent key of your choice to the role's name."""
    admin_resource_tags: NotRequired[StrMap]
    """Tags that clusters, instances and snapshots must carry for the admin to work on them, and that the admin
    cannot change. Default: none; the named clusters then are the only limit."""
    activity_stream_key_arns: NotRequired[StrMap]
    """Keys of the activity streams that the auditor reads: a permanent key of your choice to the ARN."""


class DatabasePersonasArgs(PersonaSettings):
    """Who may do what with some clusters of one region."""

    connections: StrMap
    """The clusters: a permanent key of your choice to the `connection` output of the AuroraCluster."""
    iam_path: NotRequired[str]
    """Path of the IAM policies, such as `/databases/`."""
    region: NotRequired[str]
    """Region of the clusters, where it is not the provider's."""
    tags: NotRequired[StrMap]
    """Tags of everything created."""


class DatabasePersonas(pulumi.ComponentResource):
    """IAM policies for four kinds of people. None of them reads data through IAM: for that, see AppAccess."""

    viewer_policy_arn: Output[str]
    """Policy of those who look on."""
    operator_policy_arn: Output[str]
    """Policy of those who keep it running."""
    auditor_policy_arn: Output[str]
    """Policy of those who check what happened."""
    admin_policy_arn: Output[str]
    """Policy of those who run it."""
    policy_documents: Output[Mapping[str, str]]
    """The same as JSON by persona, for permission sets of IAM Identity Center."""

    def __init__(
        self, name: str, args: DatabasePersonasArgs, opts: pulumi.ResourceOptions | None = None
    ) -> None:
        problems = Problems()
        spec = normalise(args, DatabasePersonasArgs, problems)
        validate(spec, problems)
        problems.raise_for("DatabasePersonas", name)
        super().__init__("aurora:index:DatabasePersonas", name, {}, opts)

        location = locate(self, spec.get("region"))
        clusters = [handle.decode(connection) for connection in spec["connections"].values()]
        documents = _documents(clusters, location, spec)
        roles = {
            "viewer": spec.get("viewer_role_names", {}),
            "operator": spec.get("operator_role_names", {}),
            "auditor": spec.get("auditor_role_names", {}),
            "admin": spec.get("admin_role_names", {}),
        }
        arns = {
            persona: self._policy(name, persona, document, roles[persona], spec)
            for persona, document in documents.items()
        }
        self.viewer_policy_arn = arns["viewer"]
        self.operator_policy_arn = arns["operator"]
        self.auditor_policy_arn = arns["auditor"]
        self.admin_policy_arn = arns["admin"]
        self.policy_documents = output_map(documents)
        self.register_outputs({output: getattr(self, output) for output in DatabasePersonas.__annotations__})

    def _policy(
        self,
        name: str,
        persona: str,
        document: Output[str],
        roles: Mapping[str, Input[str]],
        spec: DatabasePersonasArgs,
    ) -> Output[str]:
        policy = aws.iam.Policy(
            f"{name}-{persona}",
            description=f"{persona.capitalize()} of Aurora databases",
            path=spec.get("iam_path"),
            policy=document,
            tags={"Name": f"{name}-{persona}", **spec.get("tags", {})},
            opts=child_options(self),
        )
        for key, role in roles.items():
            aws.iam.RolePolicyAttachment(
                f"{name}-{persona}-{key}", role=role, policy_arn=policy.arn, opts=child_options(self)
            )
        return policy.arn


def validate(spec: DatabasePersonasArgs, problems: Problems) -> None:
    """Report everything wrong with the arguments to `problems`."""
    if not spec.get("connections", True):
        problems.add("connections", "there is no database; give the connection of a cluster")
    if len(spec.get("connections", {})) > CLUSTERS_LIMIT:
        problems.add(
            "connections",
            f"an IAM policy has room for {CLUSTERS_LIMIT} clusters; make several DatabasePersonas",
        )
    for key in spec.get("admin_resource_tags", {}):
        if key.lower().startswith("aws:"):
            problems.add(
                f"admin_resource_tags.{key}", "the prefix aws: belongs to AWS; name a tag of your own"
            )
    check_iam_path(spec.get("iam_path"), problems)
    check_region(problems, "region", spec.get("region"))
    check_tags(problems, spec.get("tags", {}))
    for path, keys in (
        ("viewer_role_names", spec.get("viewer_role_names", {})),
        ("operator_role_names", spec.get("operator_role_names", {})),
        ("auditor_role_names", spec.get("auditor_role_names", {})),
        ("admin_role_names", spec.get("admin_role_names", {})),
    ):
        check_keys(problems, path, keys)


def _documents(
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
