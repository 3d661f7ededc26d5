"""How a VPC's addresses are shared out among zones and tiers, so that growing it moves nothing.

Each zone gets a block of its own: a quarter of the VPC, or an eighth when there are more than four zones. Within
a block the tiers follow one another in a fixed order, each aligned to its size. A later zone or tier therefore
takes addresses nobody has, and existing subnets, which AWS can only replace, stay as they are.
"""

import ipaddress
from collections.abc import Mapping
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
    """Place the tiers of `masks` (tier -> prefix length) in each zone; None when they do not fit."""
    block = 1 << (32 - vpc_prefix - _zone_bits(zones)) if vpc_prefix + _zone_bits(zones) <= 32 else 0
    offsets: dict[str, int] = {}
    end = 0
    for tier in TIERS:
        if tier in masks:
            size = 1 << (32 - masks[tier])
            offsets[tier] = -(-end // size) * size
            end = offsets[tier] + size
    if end > block:
        return None
    return {
        tier: [Slot(zone * block + offset, masks[tier]) for zone in range(zones)]
        for tier, offset in offsets.items()
    }


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
    return min(max(24, vpc_prefix + _zone_bits(4)), VPC_PREFIXES[-1])


def ipv6_subnet(vpc_block: str, tier: str, zone: int) -> str:
    """The /64 of a tier in a zone, out of the VPC's /56: four numbers are set aside for each zone."""
    network = ipaddress.IPv6Network(vpc_block)
    first = int(network.network_address) + ((4 * zone + TIERS.index(tier)) << 64)
    return str(ipaddress.IPv6Network((first, 64)))


def _zone_bits(zones: int) -> int:
    return 2 if zones <= 4 else 3
