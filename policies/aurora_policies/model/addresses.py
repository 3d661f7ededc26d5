"""Address ranges: which one is the internet. Everything that judges a range uses the definition of this module.

A range is public when it is not reserved (private, carrier-grade, documentation, loopback or link-local) and its
prefix is shorter than a limit, by default /16 for IPv4 and /32 for IPv6: nobody owns more as a client.
"""

import ipaddress
from functools import lru_cache

Network = ipaddress.IPv4Network | ipaddress.IPv6Network

SHORTEST_IPV4_PREFIX = 16
SHORTEST_IPV6_PREFIX = 32

# Ranges that no packet from the internet comes from, from IANA's registries of special-purpose addresses.
_RESERVED = tuple(
    ipaddress.ip_network(cidr)
    for cidr in (
        "10.0.0.0/8",
        "100.64.0.0/10",  # carrier-grade NAT
        "127.0.0.0/8",
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.0.2.0/24",  # documentation, like the next two
        "198.51.100.0/24",
        "203.0.113.0/24",
        "192.168.0.0/16",
        "198.18.0.0/15",  # benchmarks
        "::1/128",
        "2001:db8::/32",  # documentation
        "fc00::/7",
        "fe80::/10",
    )
)


@lru_cache(maxsize=4096)
def network(cidr: str) -> Network | None:
    """Read an address range in any accepted spelling (`::0/0`, host bits set), or None where it is not one.

    `0.0.0.0` or `::` without a length means everyone: nobody has that address.
    """
    try:
        found = ipaddress.ip_network(cidr.strip(), strict=False)
    except ValueError:
        return None
    if "/" not in cidr and found.network_address.is_unspecified:
        return found.supernet(new_prefix=0)
    return found


def is_world(cidr: str) -> bool:
    """Whether the range is everyone, in any spelling."""
    found = network(cidr)
    return found is not None and found.prefixlen == 0


def is_private(cidr: str) -> bool:
    """Whether no address in the range is reachable from the internet."""
    found = network(cidr)
    return found is not None and any(
        found.version == reserved.version and found.subnet_of(reserved)  # type: ignore[arg-type]
        for reserved in _RESERVED
    )


def is_public(
    cidr: str, ipv4_prefix: int = SHORTEST_IPV4_PREFIX, ipv6_prefix: int = SHORTEST_IPV6_PREFIX
) -> bool:
    """Whether the range counts as the internet: not reserved, and its prefix is shorter than the limit."""
    found = network(cidr)
    if found is None or is_private(cidr):
        return False
    return found.prefixlen < (ipv4_prefix if found.version == 4 else ipv6_prefix)


def contains(outer: str, inner: str) -> bool:
    """Whether the range `outer` includes all of `inner`."""
    around, within = network(outer), network(inner)
    return (
        around is not None
        and within is not None
        and around.version == within.version
        and within.subnet_of(around)  # type: ignore[arg-type]
    )
