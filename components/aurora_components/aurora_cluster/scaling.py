"""Readers that come and go with the load."""

from collections.abc import Sequence

import pulumi_aws as aws
from pulumi import Resource

from ..support.aws import child_options
from .plan import Plan

_SERVICE = "rds"
_DIMENSION = "rds:cluster:ReadReplicaCount"

_CPU_PERCENT = 60.0
_COOLDOWN_SECONDS = 300


def reader_scaling(parent: Resource, plan: Plan, instances: Sequence[Resource]) -> None:
    """Register the cluster with Application Auto Scaling.

    Its dimension counts all readers of the cluster, ours are those added on top: the declared ones are added to
    both limits.
    """
    scaling = plan.args.get("reader_scaling")
    if scaling is None:
        return
    declared = len(plan.members) - 1
    target = aws.appautoscaling.Target(
        f"{plan.name}-readers",
        service_namespace=_SERVICE,
        scalable_dimension=_DIMENSION,
        resource_id=f"cluster:{plan.identifier}",
        min_capacity=declared + scaling["min_readers"],
        max_capacity=declared + scaling["max_readers"],
        region=plan.region,
        tags=plan.tags(plan.identifier),
        opts=child_options(parent, depends_on=instances, ignore_changes=["tags", "tagsAll"]),
    )
    if "target_connections" in scaling:
        metric, value = "RDSReaderAverageDatabaseConnections", scaling["target_connections"]
    else:
        metric = "RDSReaderAverageCPUUtilization"
        value = scaling.get("target_cpu_percent", _CPU_PERCENT)
    aws.appautoscaling.Policy(
        f"{plan.name}-readers",
        policy_type="TargetTrackingScaling",
        service_namespace=target.service_namespace,
        scalable_dimension=target.scalable_dimension,
        resource_id=target.resource_id,
        target_tracking_scaling_policy_configuration={
            "predefined_metric_specification": {"predefined_metric_type": metric},
            "target_value": value,
            "scale_in_cooldown": scaling.get("scale_in_cooldown_seconds", _COOLDOWN_SECONDS),
            "scale_out_cooldown": scaling.get("scale_out_cooldown_seconds", _COOLDOWN_SECONDS),
        },
        region=plan.region,
        opts=child_options(parent),
    )
    for name, schedule in scaling.get("schedules", {}).items():
        limits = aws.appautoscaling.ScheduledActionScalableTargetActionArgs(
            min_capacity=declared + schedule["min_readers"] if "min_readers" in schedule else None,
            max_capacity=declared + schedule["max_readers"] if "max_readers" in schedule else None,
        )
        aws.appautoscaling.ScheduledAction(
            f"{plan.name}-readers-{name}",
            service_namespace=target.service_namespace,
            scalable_dimension=target.scalable_dimension,
            resource_id=target.resource_id,
            schedule=schedule["schedule"],
            timezone=schedule.get("timezone"),
            scalable_target_action=limits,
            region=plan.region,
            opts=child_options(parent),
        )
