"""Which address ranges count as the internet: one pair of settings for every control that judges ranges."""

from dataclasses import dataclass

from ..model.addresses import SHORTEST_IPV4_PREFIX, SHORTEST_IPV6_PREFIX, is_public
from .control import setting


@dataclass(frozen=True)
class PublicRanges:
    shortest_ipv4_prefix: int = setting(
        SHORTEST_IPV4_PREFIX,
        "Public IPv4 ranges with a shorter prefix count as the internet.",
        minimum=1,
        maximum=32,
    )
    shortest_ipv6_prefix: int = setting(
        SHORTEST_IPV6_PREFIX,
        "Public IPv6 ranges with a shorter prefix count as the internet.",
        minimum=1,
        maximum=128,
    )

    def are_public(self, cidr: str) -> bool:
        """Whether a range is the internet, or so large a part of it that it limits nobody."""
        return is_public(cidr, self.shortest_ipv4_prefix, self.shortest_ipv6_prefix)
