"""Roles the database assumes to reach other AWS services."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pulumi_aws as aws
from pulumi import Input, Output, Resource

from ..support.aws import Location, assume_role_policy, child_options
from ..support.enums import Engine
from ..support.service_role import service_role
from . import engine as facts
from .plan import Plan


@dataclass(frozen=True)
class FeatureRole:
    """A role for one feature, and what must exist before it can be used."""

    arn: Input[str]
    ready: Sequence[Resource] = ()


def feature_roles(parent: Resource, plan: Plan, location: Location) -> dict[str, FeatureRole]:
    """The roles that were given, and new ones for the policies that were given.

    A new role can be taken on by RDS for this one cluster of this account only.
    """
    roles = {feature: FeatureRole(arn) for feature, arn in plan.args.get("feature_roles", {}).items()}
    for feature, policy in plan.args.get("feature_policies", {}).items():
        role = service_role(
            parent,
            f"{plan.name}-{feature.lower()}",
            description=f"{feature} of Aurora cluster {plan.identifier}",
            trust=assume_role_policy("rds", location, location.arn("rds", f"cluster:{plan.identifier}")),
            permissions=Output.from_input(policy),
            boundary_arn=plan.args.get("permissions_boundary_arn"),
            path=plan.args.get("iam_path"),
            tags=plan.tags(f"{plan.identifier}-{feature.lower()}"),
        )
        roles[feature] = FeatureRole(role.arn, (role.attachment,))
    return roles


def role_parameters(plan: Plan, roles: Mapping[str, FeatureRole]) -> dict[str, Input[str]]:
    """MySQL finds a role by a cluster parameter that names it; PostgreSQL by the association alone."""
    if plan.engine is not Engine.MYSQL:
        return {}
    return {facts.ROLE_PARAMETERS[feature]: role.arn for feature, role in roles.items()}


def associate(
    parent: Resource,
    plan: Plan,
    cluster: aws.rds.Cluster,
    roles: Mapping[str, FeatureRole],
    instances: Sequence[Resource],
) -> None:
    """Let the cluster assume the roles. Not with `iam_roles` of the cluster: the two would conflict."""
    for feature, role in roles.items():
        aws.rds.ClusterRoleAssociation(
            f"{plan.name}-{feature.lower()}",
            db_cluster_identifier=cluster.id,
            feature_name=feature if plan.engine is Engine.POSTGRESQL else None,
            role_arn=role.arn,
            region=plan.region,
            opts=child_options(parent, depends_on=[*instances, *role.ready]),
        )
