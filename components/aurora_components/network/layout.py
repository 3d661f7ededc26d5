"""How a VPC's addresses are shared out among zones and tiers, so that growing it moves nothing.

Each zone gets a block of its own, a quarter of the VPC apart; a fifth and a sixth go between. Within a block the
database and the public tier start at the bottom and the app tier in the middle. A later zone or tier therefore takes
addresses nobody has. Existing subnets, which AWS can only replace, stay as they are, whatever layout they are from.
"""

import ipaddress
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

TIERS = ("database", "app", "public")
"""The tiers in the order of their addresses; the isolated one comes first because it always exists."""

VPC_PREFIXES = range(16, 29)
"""Prefix lengths AWS allows for a VPC and for a subnet."""

ZONES = range(2, 7)
"""Zones a database network can span; a subnet group needs two, and no region has more than six."""


@dataclass(frozen=True)
class Slot:
    """One subnet's place in the VPC: how many addresses from its start, and its prefix length."""

    offset: int
    prefix: int

    def cidr(self, vpc_cidr: str) -> str:
        """The range of the slot in a VPC."""
        first = ipaddress.IPv4Network(vpc_cidr).network_address + self.offset
        return str(ipaddress.IPv4Network((first, self.prefix)))


@dataclass(frozen=True)
class Proposal:
    """Two ways to make a layout fit; one that cannot help is absent."""

    masks: Mapping[str, int] | None
    vpc_prefix: int | None


def lay_out(vpc_prefix: int, zones: int, masks: Mapping[str, int]) -> dict[str, list[Slot]] | None:
    """Place the tiers of `masks` (tier -> prefix length) in each possible zone; None when `zones` do not fit.

    Where the tiers fit six zones they are placed for six, so that zones can be added.
    """
    eighth = (1 << (32 - vpc_prefix)) // 8
    starts: tuple[int, ...] = _EIGHTHS
    offsets = _offsets(eighth, masks)
    if offsets is None and zones <= _QUARTERS:
        starts, offsets = _EIGHTHS[:_QUARTERS], _offsets(2 * eighth, masks)
    if offsets is None:
        return None
    return {
        tier: [Slot(start * eighth + offset, masks[tier]) for start in starts]
        for tier, offset in offsets.items()
    }


_QUARTERS = 4

_EIGHTHS = (0, 2, 4, 6, 1, 5)
"""Eighth of the VPC in which a zone begins. The first four zones are a quarter apart. The sixth place is also right
where more than four zones were planned by an earlier layout, an eighth apart."""


def _offsets(block: int, masks: Mapping[str, int]) -> dict[str, int] | None:
    """Where each tier begins within a zone. The app tier takes the upper half where it fits, so that each tier that
    is added later finds room; else the tiers follow one another."""
    sizes = {tier: 1 << (32 - mask) for tier, mask in masks.items()}
    apart = _one_after_another({tier: size for tier, size in sizes.items() if tier != "app"})
    if "app" in sizes:
        ends = [offset + sizes[tier] for tier, offset in apart.items()]
        if sizes["app"] <= block // 2 and max(ends, default=0) <= block // 2:
            return {**apart, "app": block // 2}
        apart = _one_after_another(sizes)
    fits = all(offset + sizes[tier] <= block for tier, offset in apart.items())
    return apart if fits else None


def _one_after_another(sizes: Mapping[str, int]) -> dict[str, int]:
    offsets: dict[str, int] = {}
    end = 0
    for tier in TIERS:
        if tier in sizes:
            offsets[tier] = -(-end // sizes[tier]) * sizes[tier]
            end = offsets[tier] + sizes[tier]
    return offsets


def first_free(vpc_cidr: str, wanted: str, taken: Iterable[str]) -> str:
    """`wanted`, or the first range of its size in the VPC that overlaps none of `taken`.

    Raises ValueError when there is none.
    """
    used = [ipaddress.IPv4Network(each) for each in taken]
    network = ipaddress.IPv4Network(wanted)
    vpc = ipaddress.IPv4Network(vpc_cidr)
    for candidate in (network, *vpc.subnets(new_prefix=network.prefixlen)):
        if not any(candidate.overlaps(each) for each in used):
            return str(candidate)
    raise ValueError(
        f"no range of /{network.prefixlen} is free in {vpc_cidr}; make the mask of the tier longer"
    )


def propose(vpc_prefix: int, zones: int, masks: Mapping[str, int]) -> Proposal:
    """Find the largest subnets that fit this VPC, and the smallest VPC that fits these subnets."""
    smallest = VPC_PREFIXES[-1]
    smaller = (
        {tier: min(mask + shrink, smallest) for tier, mask in masks.items()}
        for shrink in range(1, len(VPC_PREFIXES))
    )
    larger = reversed([prefix for prefix in VPC_PREFIXES if prefix < vpc_prefix])
    return Proposal(
        masks=next((each for each in smaller if lay_out(vpc_prefix, zones, each)), None),
        vpc_prefix=next((each for each in larger if lay_out(each, zones, masks)), None),
    )


def default_database_mask(vpc_prefix: int) -> int:
    """A /24, or in a small VPC the whole block of the zone."""
    return min(max(24, vpc_prefix + 2), VPC_PREFIXES[-1])


def ipv6_subnet(vpc_block: str, tier: str, zone: int) -> str:
    """The /64 of a tier in a zone, out of the VPC's /56: four numbers are set aside for each zone."""
    network = ipaddress.IPv6Network(vpc_block)
    first = int(network.network_address) + ((4 * zone + TIERS.index(tier)) << 64)
    return str(ipaddress.IPv6Network((first, 64)))
