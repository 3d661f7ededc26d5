"""The VPC and its subnets."""

import pulumi_aws as aws
from pulumi import Input, InvokeOptions, Output

from ..support.aws import child_options
from .addressing import Nth, ipv6, subnet_masks, vpc_cidr, vpc_prefix, zone_count
from .layout import lay_out
from .site import Site


def make_vpc(site: Site) -> aws.ec2.Vpc:
    """Make the VPC, with a given range or one from a pool."""
    args = site.args
    from_pool = "ipam_pool_id" in args
    return aws.ec2.Vpc(
        site.child("vpc"),
        cidr_block=None if from_pool else vpc_cidr(args),
        ipv4_ipam_pool_id=args.get("ipam_pool_id"),
        ipv4_netmask_length=vpc_prefix(args) if from_pool else None,
        assign_generated_ipv6_cidr_block=args.get("ipv6"),
        enable_dns_support=True,
        enable_dns_hostnames=True,
        region=site.region,
        tags=site.tags("vpc"),
        opts=child_options(site.parent),
    )


def make_subnets(site: Site, vpc: aws.ec2.Vpc, cidr_block: Output[str]) -> dict[str, list[aws.ec2.Subnet]]:
    """Make the subnets of each tier, one in every zone."""
    args = site.args
    zones = _zones(site)
    layout = lay_out(vpc_prefix(args), len(zones), subnet_masks(args)) or {}
    return {
        tier: [
            aws.ec2.Subnet(
                site.child(f"{tier}-{number + 1}"),
                vpc_id=vpc.id,
                availability_zone=zone,
                cidr_block=cidr_block.apply(slot.cidr),
                ipv6_cidr_block=ipv6(vpc, tier, number) if args.get("ipv6") else None,
                map_public_ip_on_launch=False,
                region=site.region,
                tags=site.tags(f"{tier}-{number + 1}", tier=tier),
                opts=child_options(site.parent),
            )
            for number, (zone, slot) in enumerate(zip(zones, slots, strict=True))
        ]
        for tier, slots in layout.items()
    }


def _zones(site: Site) -> list[Input[str]]:
    names = site.args.get("availability_zones")
    if names is not None:
        return list(names)
    count = zone_count(site.args)
    offered = aws.get_availability_zones_output(
        state="available",
        filters=[{"name": "opt-in-status", "values": ["opt-in-not-required"]}],
        region=site.region,
        opts=InvokeOptions(parent=site.parent),
    ).names
    return [offered.apply(Nth(number, count)) for number in range(count)]
