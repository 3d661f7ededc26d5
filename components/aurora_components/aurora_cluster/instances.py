"""The declared instances and the custom endpoints over them."""

from collections.abc import Mapping

import pulumi_aws as aws
from pulumi import CustomTimeouts, Input, Output, Resource

from ..support import names as _names
from ..support.aws import child_options
from .args import EndpointKind
from .groups import ParameterGroups
from .monitoring import MonitoringRole
from .plan import Member, Plan


def instances(
    parent: Resource,
    plan: Plan,
    cluster: aws.rds.Cluster,
    *,
    subnet_group_name: Input[str],
    groups: ParameterGroups,
    monitoring: MonitoringRole | None,
    timeouts: CustomTimeouts | None,
) -> dict[str, aws.rds.ClusterInstance]:
    """Make the instances: the first alone, for it becomes the writer, then the others.

    Rolling updates are a chain of dependencies: each instance waits for the one before it, so that a change of
    all never takes all of them at once. Otherwise the others only wait for the first.
    """
    made: dict[str, aws.rds.ClusterInstance] = {}
    for member in plan.members:
        key = f"instance:{member.key}"
        before = list(made.values())
        waits_for = before[-1:] if plan.rolls_updates else before[:1]
        made[member.key] = aws.rds.ClusterInstance(
            f"{plan.name}-{member.key}",
            identifier=member.identifier,
            cluster_identifier=cluster.id,
            engine=aws.rds.EngineType(plan.engine.value),
            instance_class=member.instance_class,
            promotion_tier=member.promotion_tier,
            availability_zone=member.spec.get("availability_zone"),
            db_subnet_group_name=subnet_group_name,
            db_parameter_group_name=groups.of(member.key),
            publicly_accessible=False,
            ca_cert_identifier=plan.ca_certificate,
            auto_minor_version_upgrade=plan.upgrades_minor_versions,
            apply_immediately=plan.applies_immediately,
            copy_tags_to_snapshot=True,
            preferred_maintenance_window=member.maintenance_window,
            # On the instance, not on the cluster: where the cluster has it, the provider plans to turn it off
            # on every instance (hashicorp/terraform-provider-aws#43487).
            monitoring_interval=plan.monitoring_interval,
            monitoring_role_arn=monitoring.arn if monitoring else None,
            # The last instance of a replica cluster can only be deleted by force.
            force_destroy=True if plan.is_secondary else None,
            region=plan.region,
            tags=plan.tags(member.identifier, member.spec.get("tags")),
            opts=child_options(
                parent,
                protect=plan.deletion.protects or None,
                depends_on=[*waits_for, *(monitoring.ready if monitoring else ())],
                ignore_changes=plan.ignored(key, _ignored(member), importing=("applyImmediately",)),
                # Identifiers are fixed, so a replacement cannot stand beside what it replaces.
                delete_before_replace=True,
                import_=plan.import_id(key),
                custom_timeouts=timeouts,
            ),
        )
    return made


def _ignored(member: Member) -> tuple[str, ...]:
    """Properties that the cluster decides, or that are only chosen when the instance is made."""
    tier = () if "promotion_tier" in member.spec else ("promotionTier",)
    return ("engineVersion", *tier)


def endpoints(
    parent: Resource,
    plan: Plan,
    cluster: aws.rds.Cluster,
    members: Mapping[str, aws.rds.ClusterInstance],
) -> dict[str, Output[str]]:
    """Make the custom endpoints and return their host names."""
    hosts = {}
    for name, endpoint in plan.args.get("endpoints", {}).items():
        identifier = _names.child(plan.identifier, name)
        made = aws.rds.ClusterEndpoint(
            f"{plan.name}-endpoint-{name}",
            cluster_identifier=cluster.id,
            cluster_endpoint_identifier=identifier,
            custom_endpoint_type=endpoint.get("kind", EndpointKind.READER).value,
            static_members=[members[key].id for key in endpoint.get("members", ())] or None,
            excluded_members=[members[key].id for key in endpoint.get("excluded_members", ())] or None,
            region=plan.region,
            tags=plan.tags(identifier),
            opts=child_options(
                parent,
                protect=plan.deletion.protects or None,
                depends_on=list(members.values()),
                ignore_changes=plan.ignored(f"endpoint:{name}"),
                import_=plan.import_id(f"endpoint:{name}"),
            ),
        )
        hosts[name] = made.endpoint
    return hosts
