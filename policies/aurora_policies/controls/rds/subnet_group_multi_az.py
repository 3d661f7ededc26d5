"""A cluster can only be placed where its subnet group has a subnet, and fail over to where it has another."""

from dataclasses import dataclass

from ...model import UNKNOWN, Stack, Value
from ...model.rds import SubnetGroup
from ...model.subnet import DefaultSubnet, Subnet
from ..control import Severity, Verdict, control, fail, passed, setting, unknown


@dataclass(frozen=True)
class Zones:
    minimum_zones: int = setting(
        2, "Fewest Availability Zones of a DB subnet group.", minimum=2, maximum=6, strict=3
    )


_KINDS: tuple[type[Subnet | DefaultSubnet], ...] = (Subnet, DefaultSubnet)


def _how_many(subnets: Value[list[str]]) -> int:
    """Count the different subnets that are named."""
    items = list(subnets.items())
    known = {str(item.get()) for item in items if not item.is_unknown}
    return len(known) + sum(item.is_unknown for item in items)


def _zone(subnet: Subnet | DefaultSubnet) -> Value[str]:
    """The subnet's zone: its name or, where only that is given, its id."""
    name = subnet.availability_zone
    if name.is_absent and isinstance(subnet, Subnet):
        return subnet.availability_zone_id
    return name


@control(
    title="DB subnet group spans Availability Zones",
    severity=Severity.MEDIUM,
    topic="vpc",
    source="USER_VPC.WorkingWithRDSInstanceinaVPC",
    remediation="Add a subnet of another Availability Zone to subnetIds; in place.",
)
def subnet_group_multi_az(group: SubnetGroup, stack: Stack, settings: Zones) -> Verdict:
    subnets, minimum = group.subnets, settings.minimum_zones
    if subnets.is_absent:
        return fail("`subnetIds` names no subnet.", subnets)
    if subnets.raw is not UNKNOWN and (count := _how_many(subnets)) < minimum:
        return fail(
            f"`subnetIds` names {count} subnet{'s' if count > 1 else ''}, so fewer than {minimum} zones.",
            subnets,
        )
    reference = stack.follow(subnets, *_KINDS)
    zones = [_zone(subnet) for subnet in reference.found]
    known = [zone for zone in zones if zone.is_set and not zone.is_unknown]
    # Names and ids of zones cannot be compared, so each kind is counted by itself.
    found = max(
        len({zone.get() for zone in known if zone.path == "availabilityZone"}),
        len({zone.get() for zone in known if zone.path == "availabilityZoneId"}),
    )
    if found >= minimum:
        return passed()
    if reference.outside:
        return unknown(reference.outside_reason, subnets)
    if len(known) < len(zones) or len({zone.path for zone in known}) > 1:
        return unknown("the zones of the subnets are not known before the update", subnets)
    return fail(
        f"The subnets of `subnetIds` are in {found} Availability Zone{'s' if found != 1 else ''}; "
        f"there must be {minimum}.",
        subnets,
    )
