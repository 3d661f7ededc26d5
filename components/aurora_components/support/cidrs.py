"""Which address ranges may reach a database."""

import ipaddress
from collections.abc import Mapping
from itertools import combinations

from aurora_policies.controls.sg.no_wide_public_cidr import PublicRanges

from .arguments import Problems

PUBLIC_PREFIX_MINIMUM = PublicRanges().ipv4_prefix
"""Widest public IPv4 range, as a prefix length, that may reach a database."""

Network = ipaddress.IPv4Network | ipaddress.IPv6Network


def check_sources(cidrs: Mapping[str, str], problems: Problems, path: str) -> None:
    """Report at `path` each range that is malformed, the internet, wide and public, or covered twice."""
    networks: dict[str, Network] = {}
    for key, cidr in cidrs.items():
        try:
            network = ipaddress.ip_network(cidr)
        except ValueError as error:
            problems.add(f"{path}.{key}", f"{error}; write a range as first address and prefix length")
            continue
        if network.prefixlen == 0:
            problems.add(f"{path}.{key}", f"{cidr} is the whole internet; name the ranges of the clients")
        elif network.is_global and network.version == 4 and network.prefixlen < PUBLIC_PREFIX_MINIMUM:
            problems.add(
                f"{path}.{key}",
                f"{cidr} is public and wider than /{PUBLIC_PREFIX_MINIMUM}; narrow it, or come in over a VPN",
            )
        else:
            networks[key] = network
    for (first, one), (second, other) in combinations(networks.items(), 2):
        if one.version == other.version and one.overlaps(other):
            problems.add(f"{path}.{second}", f"{other} overlaps {one} of '{first}'; keep one of them")
