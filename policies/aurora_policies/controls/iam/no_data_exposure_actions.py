"""On all resources, these actions read or hand out the data of every database, open it to others, or destroy it.

They are few on purpose: what reaches databases, their snapshots, keys, secrets, backups and logs.
"""

from dataclasses import dataclass

from ...model import Condition, Statement
from ...model.iam import IdentityPolicy
from ...model.policy_document import all_hold, those_where
from ..control import PASS, Severity, Verdict, control, fail, setting
from ._statements import each_allowing, where

_CREDENTIALS = (
    "ec2:GetPasswordData",
    "iam:CreateAccessKey",
    "iam:CreateLoginProfile",
    "iam:CreateServiceSpecificCredential",
    "iam:ResetServiceSpecificCredential",
    "iam:UpdateAccessKey",
    "iam:UpdateLoginProfile",
    "rds-db:connect",
    "redshift:GetClusterCredentials",
    "sts:GetFederationToken",
    "sts:GetSessionToken",
)

_DATA = (
    "rds-data:BatchExecuteStatement",
    "rds-data:ExecuteStatement",
    "rds:CopyDBClusterSnapshot",
    "rds:CopyDBSnapshot",
    "rds:CreateIntegration",
    "rds:DownloadCompleteDBLogFile",
    "rds:DownloadDBLogFilePortion",
    "rds:StartExportTask",
    "s3:GetObject",
    "secretsmanager:GetSecretValue",
    "ssm:GetParameter",
    "ssm:GetParameters",
    "ssm:GetParametersByPath",
)

_PERMISSIONS = (
    "backup:DeleteBackupVaultAccessPolicy",
    "backup:PutBackupVaultAccessPolicy",
    "iam:AttachRolePolicy",
    "iam:AttachUserPolicy",
    "iam:PutRolePolicy",
    "iam:PutUserPolicy",
    "iam:UpdateAssumeRolePolicy",
    "kms:CreateGrant",
    "kms:PutKeyPolicy",
    "lambda:AddPermission",
    "rds:AddRoleToDBCluster",
    "rds:AddRoleToDBInstance",
    "rds:ModifyDBClusterSnapshotAttribute",
    "rds:ModifyDBSnapshotAttribute",
    "s3:PutBucketAcl",
    "s3:PutBucketPolicy",
    "s3:PutObjectAcl",
    "secretsmanager:DeleteResourcePolicy",
    "secretsmanager:PutResourcePolicy",
    "sns:AddPermission",
)

_CHANGES = (
    "backup:DeleteBackupVault",
    "backup:DeleteRecoveryPoint",
    "kms:DisableKey",
    "kms:ScheduleKeyDeletion",
    "logs:DeleteLogGroup",
    "rds:BacktrackDBCluster",
    "rds:DeleteDBCluster",
    "rds:DeleteDBClusterAutomatedBackup",
    "rds:DeleteDBClusterSnapshot",
    "rds:DeleteDBInstance",
    "rds:DeleteDBSnapshot",
    "rds:DeleteGlobalCluster",
    "rds:ModifyDBCluster",
    "rds:ModifyDBClusterParameterGroup",
    "rds:ModifyDBInstance",
    "rds:ModifyDBParameterGroup",
    "rds:RestoreDBClusterFromSnapshot",
    "rds:RestoreDBClusterToPointInTime",
    "rds:StopActivityStream",
    "s3:DeleteBucket",
    "s3:DeleteObject",
    "s3:PutObject",
    "secretsmanager:DeleteSecret",
    "secretsmanager:PutSecretValue",
    "secretsmanager:UpdateSecret",
)


@dataclass(frozen=True)
class Sensitive:
    sensitive_actions: tuple[str, ...] = setting(
        (*_CREDENTIALS, *_DATA, *_PERMISSIONS, *_CHANGES),
        "Actions that no policy may allow on all resources.",
    )


def _is_for_aws(condition: Condition) -> bool:
    """Grants that only AWS services may use on the caller's behalf."""
    return condition.key.lower() == "kms:grantisforawsresource" and [
        str(value).lower() for value in condition.values
    ] == ["true"]


def _judge(statement: Statement, settings: Sensitive) -> Verdict:
    def is_open(action: str) -> bool:
        return all_hold(
            lambda: statement.covers(action),
            lambda: statement.covers_every_resource,
            lambda: not statement.is_restricted(),
        )

    found = those_where(settings.sensitive_actions, is_open)
    if found and any(map(_is_for_aws, statement.conditions)):
        found = [action for action in found if action != "kms:CreateGrant"]
    if not found:
        return PASS
    shown = ", ".join(found[:5]) + (f" and {len(found) - 5} more" if len(found) > 5 else "")
    return fail(f"{where(statement)} allows {shown} on all resources.", statement.path)


@control(
    title="IAM policy limits what exposes or destroys data to named resources",
    severity=Severity.MEDIUM,
    topic="iam",
    source="security_iam_id-based-policy-examples",
    remediation=(
        "Name the ARNs in Resource, or narrow the statement by a condition such as aws:ResourceTag; in place."
    ),
)
def no_data_exposure_actions(policy: IdentityPolicy, settings: Sensitive) -> Verdict:
    return each_allowing(policy, lambda statement: _judge(statement, settings))
