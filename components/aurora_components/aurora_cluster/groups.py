"""The parameter groups of a cluster. Their names are made up anew when the family changes, so that the new
group exists before the old one goes: that is what a major upgrade needs."""

from collections.abc import Mapping
from dataclasses import dataclass

import pulumi_aws as aws
from pulumi import Input, Output, Resource

from ..support.aws import child_options
from . import parameters
from .identity import Identity
from .plan import Plan

_SUFFIX_LENGTH = 7


@dataclass(frozen=True)
class ParameterGroups:
    """Names of the groups."""

    cluster: Output[str]
    instance: Output[str]
    of_members: Mapping[str, Output[str]]
    """Groups of the instances that have parameters of their own, by key."""

    def of(self, key: str) -> Output[str]:
        """Group of one instance."""
        return self.of_members.get(key, self.instance)


def parameter_groups(
    parent: Resource, plan: Plan, same: Identity, roles: Mapping[str, Input[str]]
) -> ParameterGroups:
    """Make the groups. `roles` are parameters that name roles of the cluster."""
    methods = plan.args.get("parameter_apply_methods", {})
    shared = plan.args.get("instance_parameters", {})
    cluster = aws.rds.ClusterParameterGroup(
        f"{plan.name}-cluster-parameters",
        family=same.family,
        description=f"Cluster parameters of {plan.identifier}",
        parameters=[
            aws.rds.ClusterParameterGroupParameterArgs(
                name=each.name, value=each.value, apply_method=each.apply_method
            )
            for each in parameters.cluster_parameters(
                plan.version, {**plan.args.get("cluster_parameters", {}), **roles}, methods
            )
        ],
        region=plan.region,
        tags=plan.tags(plan.identifier),
        opts=child_options(
            parent,
            ignore_changes=plan.ignored("cluster-parameters", ("description",)),
            import_=plan.import_id("cluster-parameters"),
        ),
    )
    return ParameterGroups(
        cluster=cluster.name,
        instance=_instance_group(
            parent, plan, same, f"{plan.name}-instance-parameters", shared, "instance-parameters"
        ),
        of_members={
            member.key: _instance_group(
                parent,
                plan,
                same,
                f"{plan.name}-{member.key}-own-parameters",
                {**shared, **member.spec["parameters"]},
            )
            for member in plan.members
            if member.spec.get("parameters")
        },
    )


def _instance_group(
    parent: Resource,
    plan: Plan,
    same: Identity,
    name: str,
    values: Mapping[str, Input[str]],
    import_key: str = "",
) -> Output[str]:
    group = aws.rds.ParameterGroup(
        name,
        family=same.family,
        description=f"Instance parameters of {plan.identifier}",
        parameters=[
            aws.rds.ParameterGroupParameterArgs(
                name=each.name, value=each.value, apply_method=each.apply_method
            )
            for each in parameters.instance_parameters(
                plan.version, values, plan.args.get("parameter_apply_methods", {})
            )
        ],
        region=plan.region,
        tags=plan.tags(plan.identifier),
        opts=child_options(
            parent,
            ignore_changes=plan.ignored(import_key, ("description",)),
            import_=plan.import_id(import_key),
        ),
    )
    return group.name


def final_snapshot_identifier(plan: Plan, groups: ParameterGroups) -> Output[str]:
    """Identifier of the last snapshot, new for each incarnation of the cluster.

    A fixed one would still be taken the second time a cluster of this name is destroyed. The cluster parameter
    group's name ends in random characters that live in the state: they serve as the incarnation's number.
    """
    return groups.cluster.apply(lambda name: f"{plan.identifier}-final-{name[-_SUFFIX_LENGTH:].strip('-')}")
