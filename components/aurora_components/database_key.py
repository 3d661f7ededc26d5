"""A customer managed key for a database, with a policy statement for each service that uses it."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, NotRequired, TypedDict, cast

import pulumi
import pulumi_aws as aws
from pulumi import Input, Output, ResourceOptions

from aurora_policies.controls.kms.key_deletion_window import Window
from aurora_policies.controls.kms.key_rotation_period import Period

from ._args import Problems, normalise
from ._aws import Location, Statement, child_options, locate, policy_document, service_principal
from ._checks import check_choices, check_range, check_region, check_tags
from ._enums import Protection, StrList, StrMap

ROTATION_PERIOD_DAYS = Period().maximum_days
DELETION_WINDOW_DAYS = Window().minimum_days

LOG_GROUP_PREFIXES = ("/aws/rds/", "/aws/vpc/", "/aws/ssm/")
"""Log groups the key may encrypt: those of clusters and proxies, of flow logs, and of Session Manager."""

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
}
"""Services that use the key with the permissions of their caller, and the prefix of their statements' Sid."""

_PUBLISHERS = {"events.rds": "RdsEvents", "cloudwatch": "CloudWatchAlarms", "backup": "BackupEvents"}
"""Services that publish to an encrypted topic under their own name. Without these, alarms reach nobody."""

SERVICES = (*_VIA_SERVICE, "logs", "sns")

_DEFAULT_SERVICES = ("rds", "secretsmanager", "logs", "sns")


class KeySettings(TypedDict):
    """What a key is like, new or existing."""

    alias: NotRequired[str]
    """Alias of the key, without `alias/`. Absent: derived from the component's name and unique."""
    administrator_arns: NotRequired[StrList]
    """Roles that may run the key (policy, rotation, deletion) but not encrypt or decrypt with it."""
    user_arns: NotRequired[StrList]
    """Roles that may encrypt and decrypt with the key directly, such as consumers of an activity stream."""
    multi_region: NotRequired[bool]
    """Whether replicas in other regions can be made of the key. It cannot be changed later."""
    replica_of: NotRequired[Input[str]]
    """ARN of a multi-region key in another region to replicate, instead of making a new key."""
    rotation_period_days: NotRequired[int]
    """Days between rotations of the key material, 90 to 2560. Default: 365."""
    deletion_window_days: NotRequired[int]
    """Days AWS waits before a deleted key is gone, 7 to 30. Default: 30."""
    existing_key_arn: NotRequired[Input[str]]
    """ARN of a key to adopt: nothing is created, and the outputs are the same."""


class DatabaseKeyArgs(KeySettings):
    """Arguments of a DatabaseKey."""

    description: NotRequired[str]
    """What the key is for, as shown in the console."""
    services: NotRequired[Sequence[str]]
    """Services that use the key, of rds, secretsmanager, logs, sns, backup, kinesis, ec2. Default: the first
    four."""
    protection: NotRequired[Protection]
    """How hard it is to lose the key, and with it the data. Default: locked."""
    region: NotRequired[str]
    """Region of the key. Default: the provider's."""
    tags: NotRequired[StrMap]
    """Tags of the key."""


class DatabaseKey(pulumi.ComponentResource):
    """A KMS key for a database: rotated, administered apart from its use, and open to the services it serves.

    It is used through those services on behalf of this account, or directly by the named users.
    """

    key_arn: Output[str]
    """ARN of the key."""
    key_id: Output[str]
    """Id of the key, without the ARN."""
    alias_name: Output[str | None]
    """Alias of the key, with `alias/`; absent for an adopted key."""

    def __init__(self, name: str, args: DatabaseKeyArgs, opts: ResourceOptions | None = None) -> None:
        problems = Problems()
        args = normalise(args, DatabaseKeyArgs, problems)
        validate(args, problems)
        problems.raise_for("DatabaseKey", name)
        super().__init__("aurora:index:DatabaseKey", name, {}, opts)

        existing = args.get("existing_key_arn")
        if existing is not None:
            self.key_arn = Output.from_input(existing)
            self.key_id = self.key_arn.apply(lambda arn: arn.rpartition("/")[2])
            self.alias_name = Output.from_input(cast(str | None, None))
        else:
            self._create(name, args)
        self.register_outputs({"key_arn": self.key_arn, "key_id": self.key_id, "alias_name": self.alias_name})

    def _create(self, name: str, args: DatabaseKeyArgs) -> None:
        region = args.get("region")
        protection = args.get("protection", Protection.LOCKED)
        options = child_options(
            self,
            protect=protection.protects or None,
            retain_on_delete=protection.retains or None,
        )
        policy = policy_document(*key_statements(args, locate(self, region)))
        common: dict[str, Any] = {
            "description": args.get("description", f"Encrypts the database data of {name}"),
            "deletion_window_in_days": args.get("deletion_window_days", DELETION_WINDOW_DAYS),
            "policy": policy,
            "region": region,
            "tags": {"Name": name, **args.get("tags", {})},
        }
        key: aws.kms.Key | aws.kms.ReplicaKey
        if "replica_of" in args:
            key = aws.kms.ReplicaKey(
                f"{name}-replica", primary_key_arn=args["replica_of"], enabled=True, opts=options, **common
            )
        else:
            key = aws.kms.Key(
                f"{name}-key",
                enable_key_rotation=True,
                rotation_period_in_days=args.get("rotation_period_days", ROTATION_PERIOD_DAYS),
                multi_region=args.get("multi_region"),
                opts=options,
                **common,
            )
        alias = aws.kms.Alias(
            f"{name}-alias",
            name=f"alias/{args['alias']}" if "alias" in args else None,
            target_key_id=key.key_id,
            region=region,
            opts=child_options(self),
        )
        self.key_arn = key.arn
        self.key_id = key.key_id
        self.alias_name = cast(Output[str | None], alias.name)


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
    services = args.get("services", _DEFAULT_SERVICES)
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


_CREATION = (
    "alias",
    "description",
    "administrator_arns",
    "user_arns",
    "services",
    "multi_region",
    "replica_of",
    "rotation_period_days",
    "deletion_window_days",
    "tags",
)


def validate(args: DatabaseKeyArgs, problems: Problems) -> None:
    """Report everything wrong with the arguments to `problems`."""
    if "existing_key_arn" in args:
        for field in _CREATION:
            if field in args:
                problems.add(field, "has no effect on an adopted key; remove it, or remove existing_key_arn")
        existing = args["existing_key_arn"]
        if isinstance(existing, str) and not re.fullmatch(
            r"arn:[\w-]+:kms:[\w-]+:\d{12}:key/[\w-]+", existing
        ):
            problems.add(
                "existing_key_arn", "is not the ARN of a key; give the key's ARN, not its id or an alias"
            )
    if "replica_of" in args:
        for field in ("multi_region", "rotation_period_days"):
            if field in args:
                problems.add(field, "follows the primary key; remove it, or remove replica_of")
    check_choices(problems, "services", args.get("services", ()), SERVICES)
    check_range(problems, "rotation_period_days", args.get("rotation_period_days"), 90, 2560)
    check_range(problems, "deletion_window_days", args.get("deletion_window_days"), 7, 30)
    check_region(problems, "region", args.get("region"))
    check_tags(problems, args.get("tags", {}))
    alias = args.get("alias")
    if alias is not None and (
        not re.fullmatch(r"[A-Za-z0-9/_-]{1,250}", alias) or alias.startswith(("alias/", "aws/"))
    ):
        problems.add(
            "alias",
            f"'{alias}' is not an alias; use letters, digits, / _ - and leave out 'alias/' and 'aws/'",
        )
    for field in ("administrator_arns", "user_arns"):
        for index, arn in enumerate(_plain_list(args.get(field))):
            if arn == "*":
                problems.add(f"{field}[{index}]", "'*' means everyone in AWS; name the roles")


def _plain_list(value: object) -> Sequence[object]:
    return value if isinstance(value, list) else ()
