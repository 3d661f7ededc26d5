"""What AWS Backup may do: take and keep backups of these clusters, and restore them only under a test's name.

The statements follow those about Aurora in AWS's own policies for AWS Backup, narrowed to the clusters at hand.
"""

from collections.abc import Sequence

from pulumi import Input, Output

from ..support.aws import Location, Statement
from ..support.connection import Connection

RESTORED_CLUSTERS = "awsbackup-restore-test-*"
"""Identifiers of the clusters that restore testing makes and deletes."""

_SNAPSHOTS = "cluster-snapshot:awsbackup:*"
"""The snapshots AWS Backup owns."""


def backup_statements(
    location: Location,
    clusters: Sequence[Connection],
    copy_regions: Sequence[str],
    vault_arns: Sequence[Input[str]],
    *,
    continuous: bool,
    shares: bool,
) -> list[Statement]:
    """Take backups of `clusters` and copy them to `vault_arns`; `shares` snapshots with the account of a vault."""
    arns = [cluster.cluster_arn for cluster in clusters]
    regions: list[Input[str]] = [location.region, *copy_regions]
    snapshots = [location.arn("rds", _SNAPSHOTS, region=region) for region in regions]
    statements = [
        _allow(
            "ReadDatabases",
            [
                "rds:DescribeDBClusterAutomatedBackups",
                "rds:DescribeDBClusterSnapshots",
                "rds:DescribeDBClusters",
                "rds:DescribeDBInstances",
                "rds:ListTagsForResource",
            ],
            [
                location.arn("rds", f"{kind}:*", region=region)
                for region in regions
                for kind in ("cluster", "cluster-auto-backup", "cluster-snapshot", "db")
            ],
        ),
        _allow(
            "TakeSnapshots",
            ["rds:AddTagsToResource", "rds:CopyDBClusterSnapshot", "rds:CreateDBClusterSnapshot"],
            [*arns, *snapshots],
        ),
        _allow("ExpireSnapshots", ["rds:DeleteDBClusterSnapshot"], snapshots),
        _allow(
            "UseVaults",
            [
                "backup:CopyFromBackupVault",
                "backup:CopyIntoBackupVault",
                "backup:DescribeBackupVault",
                "backup:TagResource",
            ],
            [*vault_arns, location.arn("backup", "recovery-point:*"), *snapshots],
        ),
    ]
    if shares:
        statements.append(_allow("ShareSnapshots", ["rds:ModifyDBClusterSnapshotAttribute"], snapshots))
    if continuous:
        statements += [
            _allow("KeepContinuousBackups", ["rds:ModifyDBCluster"], arns),
            _allow(
                "ExpireContinuousBackups",
                ["rds:DeleteDBClusterAutomatedBackup"],
                [location.arn("rds", "cluster-auto-backup:*")],
            ),
        ]
    return statements


def restore_statements(location: Location, clusters: Sequence[Connection]) -> list[Statement]:
    """Restore `clusters` as clusters of a restore test, and delete those again."""
    restored = location.arn("rds", f"cluster:{RESTORED_CLUSTERS}")
    return [
        _allow(
            "ReadDatabases",
            ["rds:DescribeDBClusterSnapshots", "rds:DescribeDBClusters", "rds:ListTagsForResource"],
            [location.arn("rds", f"{kind}:*") for kind in ("cluster", "cluster-snapshot")],
        ),
        _allow(
            "RestoreForATest",
            [
                "rds:AddTagsToResource",
                "rds:RestoreDBClusterFromSnapshot",
                "rds:RestoreDBClusterToPointInTime",
            ],
            [
                restored,
                *(cluster.cluster_arn for cluster in clusters),
                *(location.arn("rds", each) for each in (_SNAPSHOTS, "cluster-pg:*", "og:*", "subgrp:*")),
            ],
        ),
        _allow(
            "CleanUpTheTest",
            ["rds:DeleteDBCluster", "rds:DeleteDBInstance"],
            [restored, location.arn("rds", f"db:{RESTORED_CLUSTERS}")],
        ),
    ]


def key_statements(location: Location, key_arns: Sequence[Input[str]]) -> list[Statement]:
    """Use the keys of clusters and vaults, in every region of the copies, through RDS and AWS Backup."""
    via = [Output.concat(service, ".*.", location.dns_suffix) for service in ("backup", "rds")]
    return [
        _allow("FindKeys", ["kms:DescribeKey"], key_arns),
        _allow(
            "UseKeys",
            ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"],
            key_arns,
            StringLike={"kms:ViaService": via},
        ),
        _allow("GrantKeys", ["kms:CreateGrant"], key_arns, Bool={"kms:GrantIsForAWSResource": "true"}),
    ]


def _allow(
    sid: str, actions: Sequence[str], resources: Sequence[Input[str]], **condition: object
) -> Statement:
    statement: Statement = {
        "Sid": sid,
        "Effect": "Allow",
        "Action": list(actions),
        "Resource": list(resources),
    }
    return {**statement, "Condition": condition} if condition else statement
