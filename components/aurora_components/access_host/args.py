"""Arguments of an AccessHost."""

from typing import NotRequired, TypedDict

from pulumi import Input

from ..support.enums import StrMap


class AccessHostSettings(TypedDict):
    """Settings of an access host."""

    instance_type: NotRequired[str]
    """Graviton instance type. Default: t4g.nano."""
    ami_id: NotRequired[Input[str]]
    """Image to start from, for arm64 and with the SSM agent. Default: Amazon Linux 2023 as of the first update."""
    local_port: NotRequired[int]
    """Port on the user's own machine in `session_command`, 1024 to 65535. Default: the database's."""
    kms_key_arn: NotRequired[Input[str]]
    """Key of the disk, whose policy must allow its use through EC2. Default: a new one."""


class AccessHostArgs(AccessHostSettings):
    """A host that forwards the port of one database through Session Manager."""

    connection: Input[str]
    """The `connection` output of an AuroraCluster or a DatabaseProxy."""
    vpc_id: Input[str]
    """VPC of the database."""
    subnet_id: Input[str]
    """Private subnet of the host, from which the endpoints of Systems Manager can be reached."""
    endpoint_security_group_id: Input[str]
    """Security group of the interface endpoints ssm, ssmmessages and ec2messages: Network's output."""
    permissions_boundary_arn: NotRequired[Input[str]]
    """Permissions boundary of the host's role."""
    iam_path: NotRequired[str]
    """Path of the host's role, policy and instance profile, such as `/databases/`."""
    region: NotRequired[str]
    """Region of the database, where it is not the provider's."""
    tags: NotRequired[StrMap]
    """Tags of everything created."""
