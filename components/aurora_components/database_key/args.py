"""Arguments of a DatabaseKey."""

from collections.abc import Sequence
from typing import NotRequired, TypedDict

from pulumi import Input

from ..support.enums import Protection, StrList, StrMap


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
    allow_deletion: NotRequired[bool]
    """Lift the protection, so that the next update may let go of the key. Set it for one update, then delete,
    then remove it; see the guide on changing a locked stack. Default: false."""
    region: NotRequired[str]
    """Region of the key. Default: the provider's."""
    tags: NotRequired[StrMap]
    """Tags of the key."""
