"""The bounds of Serverless v2 are what it may cost and whether it is there: without them it has no members, too
high a maximum is an open bill, and in production a minimum of 0 makes the first client wait for a cold start."""

from dataclasses import dataclass

from ...model import Stack, to_number
from ...model.rds import DbCluster
from ..control import PASS, Severity, Verdict, all_of, at_most, control, fail, not_applicable, setting
from ._members import members_of
from ._production import is_production


@dataclass(frozen=True)
class Capacity:
    maximum_acus: int = setting(
        256, "Highest maxCapacity, in Aurora capacity units.", minimum=1, maximum=256, strict=128
    )
    allow_auto_pause: bool = setting(False, "Whether minCapacity may be 0 in production.")
    production_names: tuple[str, ...] = setting(
        ("prod", "production"), "Names of stacks, or values of the tag environment, that are production."
    )


@control(
    title="Serverless v2 has capacity bounds",
    severity=Severity.LOW,
    topic="resilience",
    source="aurora-serverless-v2.setting-capacity",
    remediation="Set minCapacity and maxCapacity of serverlessv2ScalingConfiguration; in place.",
)
def serverlessv2_capacity_bounds(cluster: DbCluster, stack: Stack, settings: Capacity) -> Verdict:
    scaling = cluster.serverless_v2
    if scaling.is_absent:
        members, _ = members_of(cluster, stack)
        if any(member.is_serverless_v2 for member in members if not member.instance_class.is_unknown):
            return fail(f"`{scaling.path}` is not set, but a member is db.serverless.", scaling)
        return not_applicable("the cluster is not Serverless v2")
    least, most = scaling.at("minCapacity", to_number), scaling.at("maxCapacity", to_number)

    def maximum() -> Verdict:
        return at_most(most, settings.maximum_acus)

    def minimum() -> Verdict:
        if least.is_absent:
            return fail(f"`{least.path}` is not set.", least)
        if least.get(0.0) > 0 or settings.allow_auto_pause:
            return PASS
        if is_production(cluster, settings.production_names):
            return fail(f"`{least.path}` is 0: the cluster pauses, and wakes up slowly.", least)
        return PASS

    return all_of(maximum, minimum)
