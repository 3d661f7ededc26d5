"""Arguments of an AppAccess."""

from collections.abc import Mapping, Sequence
from typing import NotRequired, TypedDict

from pulumi import Input

from ..support.enums import StrMap


class ApplicationAccess(TypedDict):
    """What one application may do with a database."""

    db_users: NotRequired[Sequence[str]]
    """Database users the application may sign in as with IAM, case included. Never `*` or the admin user."""
    role_names: NotRequired[StrMap]
    """IAM roles that get the policy: a permanent key of your choice to the role's name."""
    source_security_groups: NotRequired[StrMap]
    """Security groups that may reach the database port: a permanent key of your choice to the group's id."""
    source_cidrs: NotRequired[Mapping[str, str]]
    """Address ranges that may reach the database port: a permanent key of your choice to the range."""
    reached_elsewhere: NotRequired[bool]
    """The application reaches the port by a rule made elsewhere, such as one of its cluster's
    `allowed_security_groups`. Default false: without a source the component refuses to make access that nobody can
    use."""
    manage_source_egress: NotRequired[bool]
    """Also allow outbound traffic from the source security groups to the database port. Default: true."""
    data_api: NotRequired[bool]
    """Allow SQL through the Data API, which signs in with a secret: see `secret_arns`. Default: false."""
    secret_arns: NotRequired[StrMap]
    """Secrets of the application's own database users: a permanent key of your choice to the ARN."""
    secret_kms_key_arns: NotRequired[StrMap]
    """Keys of `secret_arns` where it is not the cluster's key: a permanent key of your choice to the ARN."""
    read_admin_secret: NotRequired[bool]
    """Allow reading the secret of the admin user. For migrations, not for applications. Default: false."""


class AppAccessArgs(ApplicationAccess):
    """What one application may do with one cluster or proxy."""

    connection: Input[str]
    """The `connection` output of an AuroraCluster or a DatabaseProxy."""
    vpc_id: NotRequired[Input[str]]
    """VPC in which to make a security group for the application, which reaches the port: attach the output
    `security_group_id` to its tasks, functions or hosts."""
    iam_path: NotRequired[str]
    """Path of the IAM policy, such as `/databases/`."""
    region: NotRequired[str]
    """Region of the security groups, where it is not the provider's."""
    tags: NotRequired[StrMap]
    """Tags of everything created."""
