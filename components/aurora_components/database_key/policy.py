"""The statements of the key policy."""

from collections.abc import Mapping, Sequence
from typing import Any

from ..support.aws import Location, Statement, service_principal
from .args import DatabaseKeyArgs

LOG_GROUP_PREFIXES = ("/aws/rds/", "/aws/vpc/", "/aws/ssm/", "/aws/lambda/")
"""Log groups the key may encrypt: of clusters and proxies, flow logs, Session Manager, and the accounts' function."""


_ADMINISTRATION = (
    "kms:CancelKeyDeletion",
    "kms:CreateAlias",
    "kms:DeleteAlias",
    "kms:Describe*",
    "kms:DisableKey",
    "kms:DisableKeyRotation",
    "kms:EnableKey",
    "kms:EnableKeyRotation",
    "kms:Get*",
    "kms:List*",
    "kms:PutKeyPolicy",
    "kms:ReplicateKey",
    "kms:RevokeGrant",
    "kms:RotateKeyOnDemand",
    "kms:ScheduleKeyDeletion",
    "kms:TagResource",
    "kms:UntagResource",
    "kms:Update*",
)
"""Running the key without reading with it. CreateGrant is left out: it would hand out Decrypt."""


_USE = ("kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*")


_GRANTS = ("kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant")


_VIA_SERVICE = {
    "rds": "Rds",
    "secretsmanager": "SecretsManager",
    "backup": "Backup",
    "kinesis": "Kinesis",
    "ec2": "Ec2",
    "lambda": "Lambda",
}
"""Services that use the key with the permissions of their caller, and the prefix of their statements' Sid."""


_PUBLISHERS = {"events.rds": "RdsEvents", "cloudwatch": "CloudWatchAlarms", "backup": "BackupEvents"}
"""Services that publish to an encrypted topic under their own name. Without these, alarms reach nobody."""


SERVICES = (*_VIA_SERVICE, "logs", "sns")

DEFAULT_SERVICES = ("rds", "secretsmanager", "logs", "sns")


def key_statements(args: DatabaseKeyArgs, location: Location) -> list[Statement]:
    """The statements of the key's policy.

    The account administers the key and its IAM policies decide who uses it, but only through a service:
    `kms:ViaService` closes the direct way that the usual `kms:*` for the account leaves open.
    """
    account = {"AWS": location.root_arn()}
    statements: list[Statement] = [_allow("AccountAdministration", account, _ADMINISTRATION)]
    if "administrator_arns" in args:
        statements.append(_allow("KeyAdministration", {"AWS": args["administrator_arns"]}, _ADMINISTRATION))
    if "user_arns" in args:
        users = {"AWS": args["user_arns"]}
        statements += [
            _allow("DirectUse", users, _USE),
            _allow("DirectGrants", users, _GRANTS, Bool={"kms:GrantIsForAWSResource": "true"}),
        ]
    services = args.get("services", DEFAULT_SERVICES)
    for service, sid in _VIA_SERVICE.items():
        if service in services:
            caller = {
                "kms:ViaService": location.via_service(service),
                "kms:CallerAccount": location.account_id,
            }
            for_aws = {"kms:GrantIsForAWSResource": "true"}
            statements += [
                _allow(f"{sid}Use", account, _USE, StringEquals=caller),
                _allow(f"{sid}Grants", account, _GRANTS, StringEquals=caller, Bool=for_aws),
            ]
    if "logs" in services:
        statements.append(_logs(location))
    if "sns" in services:
        statements += [
            _allow(
                sid,
                {"Service": service_principal(publisher)},
                ("kms:Decrypt", "kms:GenerateDataKey*"),
                StringEquals={"aws:SourceAccount": location.account_id},
            )
            for publisher, sid in _PUBLISHERS.items()
            if publisher != "backup" or "backup" in services
        ]
    return statements


def _logs(location: Location) -> Statement:
    return _allow(
        "LogGroups",
        {"Service": location.logs_principal()},
        ("kms:Decrypt*", "kms:Describe*", "kms:Encrypt*", "kms:GenerateDataKey*", "kms:ReEncrypt*"),
        ArnLike={
            "kms:EncryptionContext:aws:logs:arn": [
                location.arn("logs", f"log-group:{prefix}*") for prefix in LOG_GROUP_PREFIXES
            ]
        },
    )


def _allow(sid: str, principal: Mapping[str, Any], actions: Sequence[str], **condition: Any) -> Statement:
    # In a key policy "*" is the key the policy belongs to.
    statement = {
        "Sid": sid,
        "Effect": "Allow",
        "Principal": principal,
        "Action": list(actions),
        "Resource": "*",
    }
    return {**statement, "Condition": condition} if condition else statement
