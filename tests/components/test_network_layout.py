"""Address layouts: no overlap, nothing outside, and nothing moves when the network grows."""

import ipaddress
from itertools import combinations

from hypothesis import assume, given
from hypothesis import strategies as st

from aurora_components.network.layout import (
    TIERS,
    VPC_PREFIXES,
    ZONES,
    default_database_mask,
    first_free,
    ipv6_subnet,
    lay_out,
    propose,
)

prefixes = st.sampled_from(VPC_PREFIXES)
zones = st.sampled_from(ZONES)
masks = st.dictionaries(st.sampled_from(TIERS), prefixes, min_size=1)


Shape = tuple[int, int, dict[str, int]]
"""A VPC's prefix length, a number of zones, and the size of each tier."""


@st.composite
def fitting(draw: st.DrawFn, zones: st.SearchStrategy[int] = zones) -> Shape:
    """A shape that fits: of a zone's block, two tiers have at most half each, and three a quarter."""
    zone_count = draw(zones)
    tiers = draw(st.lists(st.sampled_from(TIERS), min_size=1, unique=True))
    share = (2 if zone_count <= 4 else 3) + (len(tiers) - 1).bit_length()
    vpc_prefix = draw(st.integers(VPC_PREFIXES[0], VPC_PREFIXES[-1] - share))
    sizes = st.integers(vpc_prefix + share, VPC_PREFIXES[-1])
    return vpc_prefix, zone_count, {tier: draw(sizes) for tier in sorted(tiers, key=TIERS.index)}


@given(fitting(), st.integers(0, 2**32 - 1))
def test_subnets_lie_in_the_vpc_and_apart(shape: Shape, address: int) -> None:
    prefix, zone_count, sizes = shape
    vpc = ipaddress.IPv4Network((address, prefix), strict=False)
    layout = lay_out(*shape)
    assert layout is not None
    found = [
        ipaddress.IPv4Network(slot.cidr(str(vpc))) for slots in layout.values() for slot in slots[:zone_count]
    ]
    assert len(found) == zone_count * len(sizes)
    assert all(subnet.subnet_of(vpc) for subnet in found)
    assert not any(one.overlaps(other) for one, other in combinations(found, 2))


@given(fitting())
def test_every_subnet_has_the_size_asked_for(shape: Shape) -> None:
    layout = lay_out(*shape)
    assert layout is not None
    assert {tier: {slot.prefix for slot in slots} for tier, slots in layout.items()} == {
        tier: {size} for tier, size in shape[2].items()
    }


@given(fitting(st.sampled_from([2, 3])))
def test_a_later_zone_moves_nothing(shape: Shape) -> None:
    prefix, zone_count, sizes = shape
    before, after = lay_out(*shape), lay_out(prefix, zone_count + 1, sizes)
    assert before is not None
    assert after is not None
    assert all(after[tier][:zone_count] == slots[:zone_count] for tier, slots in before.items())


@given(fitting(), st.lists(st.integers(0, 63), max_size=8, unique=True))
def test_a_new_subnet_avoids_every_existing_one(shape: Shape, used: list[int]) -> None:
    """Also those of another layout, or of masks that were different then."""
    prefix = shape[0]
    vpc = ipaddress.IPv4Network((10 << 24, prefix))
    pieces = [str(piece) for piece in vpc.subnets(new_prefix=min(prefix + 6, 32))]
    taken = [pieces[number % len(pieces)] for number in used]
    layout = lay_out(*shape)
    assert layout is not None
    for slots in layout.values():
        try:
            found = ipaddress.IPv4Network(first_free(str(vpc), slots[0].cidr(str(vpc)), taken))
        except ValueError:
            continue
        assert found.prefixlen == slots[0].prefix
        assert found.subnet_of(vpc)
        assert not any(found.overlaps(ipaddress.IPv4Network(each)) for each in taken)


@given(prefixes, zones, masks)
def test_every_proposal_fits(prefix: int, zone_count: int, sizes: dict[str, int]) -> None:
    assume(lay_out(prefix, zone_count, sizes) is None)
    proposal = propose(prefix, zone_count, sizes)
    if proposal.masks:
        assert lay_out(prefix, zone_count, proposal.masks)
        assert set(proposal.masks) == set(sizes)
    if proposal.vpc_prefix:
        assert lay_out(proposal.vpc_prefix, zone_count, sizes)
        assert (
            proposal.vpc_prefix == prefix - 1 or lay_out(proposal.vpc_prefix + 1, zone_count, sizes) is None
        )


@given(st.integers(16, 26), st.sampled_from([2, 3, 4]))
def test_the_default_fits_every_vpc_that_can_hold_a_subnet(prefix: int, zone_count: int) -> None:
    assert lay_out(prefix, zone_count, {"database": default_database_mask(prefix)})


@given(st.integers(0, 2**56 - 1), st.sampled_from(TIERS), st.integers(0, 5))
def test_ipv6_subnets_lie_in_the_vpc_and_apart(block: int, tier: str, zone: int) -> None:
    vpc = ipaddress.IPv6Network((block << 72, 56))
    subnet = ipaddress.IPv6Network(ipv6_subnet(str(vpc), tier, zone))
    assert subnet.prefixlen == 64
    assert subnet.subnet_of(vpc)
    others = {ipv6_subnet(str(vpc), other, number) for other in TIERS for number in range(6)}
    assert len(others) == 18


def test_the_usual_layout() -> None:
    layout = lay_out(16, 3, {"database": 24, "app": 20, "public": 24})
    assert layout is not None
    assert {tier: [slot.cidr("10.0.0.0/16") for slot in slots[:3]] for tier, slots in layout.items()} == {
        "database": ["10.0.0.0/24", "10.0.64.0/24", "10.0.128.0/24"],
        "app": ["10.0.16.0/20", "10.0.80.0/20", "10.0.144.0/20"],
        "public": ["10.0.1.0/24", "10.0.65.0/24", "10.0.129.0/24"],
    }
