"""A customer managed key for a database, with a policy statement for each service that uses it."""

from typing import Any, cast

import pulumi
import pulumi_aws as aws
from pulumi import Output, ResourceOptions

from aurora_policies.controls.kms.key_deletion_window import Window
from aurora_policies.controls.kms.key_rotation_period import Period

from ..support.arguments import Problems, normalise
from ..support.aws import child_options, locate, policy_document
from ..support.deletion import deletion
from .args import DatabaseKeyArgs
from .policy import key_statements
from .validation import validate

ROTATION_PERIOD_DAYS = Period().maximum_days


DELETION_WINDOW_DAYS = Window().minimum_days


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
        protection = deletion(args)
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
