"""An IAM role for one AWS service, with policies of its own."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import pulumi_aws as aws
from pulumi import Input, Output, Resource

from .arguments import Problems
from .aws import child_options


@dataclass(frozen=True)
class ServiceRole:
    """A role, and the attachment that what uses the role has to wait for."""

    arn: Output[str]
    name: Output[str]
    attachment: aws.iam.RolePolicyAttachment


def service_role(
    parent: Resource,
    name: str,
    *,
    description: str,
    trust: Output[str],
    permissions: Output[str],
    boundary_arn: Input[str] | None,
    path: str | None,
    tags: Mapping[str, Input[str]],
) -> ServiceRole:
    """Create the role `<name>-role` with the one policy `<name>-policy`."""
    role = aws.iam.Role(
        f"{name}-role",
        description=description,
        assume_role_policy=trust,
        permissions_boundary=boundary_arn,
        path=path,
        tags=tags,
        opts=child_options(parent),
    )
    attachment = attach_policy(
        parent,
        f"{name}-policy",
        role.name,
        description=description,
        permissions=permissions,
        path=path,
        tags=tags,
    )
    return ServiceRole(role.arn, role.name, attachment)


def attach_policy(
    parent: Resource,
    name: str,
    role_name: Input[str],
    *,
    description: str,
    permissions: Output[str],
    path: str | None,
    tags: Mapping[str, Input[str]],
) -> aws.iam.RolePolicyAttachment:
    """Create the policy `name` and attach it to a role.

    The policy is neither inline nor AWS's own: it can be reviewed and versioned, and allows no more than is meant.
    What names resources that do not exist yet is best kept in a policy apart, so that a preview knows the rest.
    """
    policy = aws.iam.Policy(
        name, description=description, policy=permissions, path=path, tags=tags, opts=child_options(parent)
    )
    return aws.iam.RolePolicyAttachment(
        name, role=role_name, policy_arn=policy.arn, opts=child_options(parent)
    )


def check_iam_path(path: str | None, problems: Problems) -> None:
    """Report an `iam_path` that IAM would refuse."""
    if path is not None and not re.fullmatch(r"/([!-~]+/)?", path):
        problems.add("iam_path", f"'{path}' must start and end with a slash, such as /databases/")
