"""The address range, the zones and the subnet sizes that the arguments ask for."""

import ipaddress
from collections.abc import Sequence

import pulumi
import pulumi_aws as aws
from pulumi import Output

from .args import NetworkArgs
from .layout import VPC_PREFIXES, ZONES, default_database_mask, ipv6_subnet

DEFAULT_CIDR = "10.0.0.0/16"


_DEFAULT_ZONES = 3


class Nth:
    """Picks a zone by its place, and says what to do when the region has fewer."""

    def __init__(self, number: int, count: int) -> None:
        self._number = number
        self._count = count

    def __call__(self, names: Sequence[str]) -> str:
        if self._number < len(names):
            return names[self._number]
        raise pulumi.RunError(
            f"availability_zone_count is {self._count}, but the region offers {len(names)} zones: "
            f"{', '.join(names)}; lower the count or name availability_zones"
        )


def ipv6(vpc: aws.ec2.Vpc, tier: str, zone: int) -> Output[str]:
    return vpc.ipv6_cidr_block.apply(lambda block: ipv6_subnet(block, tier, zone))


def vpc_cidr(args: NetworkArgs) -> str:
    return args.get("cidr_block", DEFAULT_CIDR)


def vpc_prefix(args: NetworkArgs) -> int:
    if "ipam_pool_id" in args:
        return args.get("ipam_netmask_length", VPC_PREFIXES[0])
    return ipaddress.IPv4Network(vpc_cidr(args)).prefixlen


def zone_count(args: NetworkArgs) -> int:
    zones = args.get("availability_zones")
    return len(zones) if zones is not None else args.get("availability_zone_count", _DEFAULT_ZONES)


def zone_place(zone: str, position: int) -> int:
    """Place of a named zone in the layout: that of its letter, so that the order of the names does not matter."""
    place = ord(zone[-1]) - ord("a")
    return place if 0 <= place < ZONES[-1] else position


def subnet_masks(args: NetworkArgs) -> dict[str, int]:
    """Tier -> prefix length, of the tiers that exist."""
    tiers = args.get("tiers", {})
    masks = {
        "database": tiers.get("database_mask", default_database_mask(vpc_prefix(args))),
        "app": tiers.get("app_mask"),
        "public": tiers.get("public_mask"),
    }
    return {tier: mask for tier, mask in masks.items() if mask is not None}
