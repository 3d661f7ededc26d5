"""Route tables, gateways and the routes to them."""

from collections.abc import Mapping, Sequence

import pulumi_aws as aws
from pulumi import Input

from ..support.aws import child_options
from ..support.enums import NatMode
from .site import Site


def make_route_tables(
    site: Site, vpc: aws.ec2.Vpc, subnets: Mapping[str, Sequence[aws.ec2.Subnet]]
) -> dict[str, list[aws.ec2.RouteTable]]:
    """One table for each tier, and for the app tier one in each zone, so that each can have its own NAT."""
    tables: dict[str, list[aws.ec2.RouteTable]] = {}
    for tier, members in subnets.items():
        suffixes = [f"app-{number + 1}" for number in range(len(members))] if tier == "app" else [tier]
        tables[tier] = [
            aws.ec2.RouteTable(
                site.child(f"{suffix}-routes"),
                vpc_id=vpc.id,
                region=site.region,
                tags=site.tags(f"{suffix}-routes", tier=tier),
                opts=child_options(site.parent),
            )
            for suffix in suffixes
        ]
        for number, subnet in enumerate(members):
            aws.ec2.RouteTableAssociation(
                site.child(f"{tier}-{number + 1}-routes"),
                subnet_id=subnet.id,
                route_table_id=tables[tier][number if tier == "app" else 0].id,
                region=site.region,
                opts=child_options(site.parent),
            )
    return tables


def make_routes_out(
    site: Site,
    vpc: aws.ec2.Vpc,
    subnets: Mapping[str, Sequence[aws.ec2.Subnet]],
    tables: Mapping[str, Sequence[aws.ec2.RouteTable]],
) -> None:
    """Give the public tier an internet gateway and the app tier its NAT; the database tier gets nothing."""
    if "public" not in subnets:
        return
    ipv6 = site.args.get("ipv6", False)
    gateway = aws.ec2.InternetGateway(
        site.child("internet-gateway"),
        vpc_id=vpc.id,
        region=site.region,
        tags=site.tags("internet-gateway"),
        opts=child_options(site.parent),
    )
    public = tables["public"][0]
    _route(site, "public-internet", public, destination_cidr_block="0.0.0.0/0", gateway_id=gateway.id)
    if ipv6:
        _route(site, "public-internet-v6", public, destination_ipv6_cidr_block="::/0", gateway_id=gateway.id)
    nat = site.args.get("nat", NatMode.NONE)
    if nat is NatMode.NONE:
        return
    homes = subnets["public"] if nat is NatMode.PER_AZ else subnets["public"][:1]
    gateways = [_nat_gateway(site, number, subnet, gateway) for number, subnet in enumerate(homes)]
    for number, table in enumerate(tables["app"]):
        nat_gateway = gateways[number if nat is NatMode.PER_AZ else 0]
        _route(
            site,
            f"app-{number + 1}-nat",
            table,
            destination_cidr_block="0.0.0.0/0",
            nat_gateway_id=nat_gateway.id,
        )
    if ipv6:
        egress_only = aws.ec2.EgressOnlyInternetGateway(
            site.child("egress-only-gateway"),
            vpc_id=vpc.id,
            region=site.region,
            tags=site.tags("egress-only-gateway"),
            opts=child_options(site.parent),
        )
        for number, table in enumerate(tables["app"]):
            _route(
                site,
                f"app-{number + 1}-egress-v6",
                table,
                destination_ipv6_cidr_block="::/0",
                egress_only_gateway_id=egress_only.id,
            )


def _nat_gateway(
    site: Site, number: int, subnet: aws.ec2.Subnet, gateway: aws.ec2.InternetGateway
) -> aws.ec2.NatGateway:
    suffix = f"nat-{number + 1}"
    address = aws.ec2.Eip(
        site.child(f"{suffix}-address"),
        domain="vpc",
        region=site.region,
        tags=site.tags(f"{suffix}-address"),
        opts=child_options(site.parent),
    )
    return aws.ec2.NatGateway(
        site.child(suffix),
        allocation_id=address.id,
        subnet_id=subnet.id,
        region=site.region,
        tags=site.tags(suffix),
        opts=child_options(site.parent, depends_on=[gateway]),
    )


def _route(site: Site, suffix: str, table: aws.ec2.RouteTable, **target: Input[str]) -> None:
    aws.ec2.Route(
        site.child(suffix),
        route_table_id=table.id,
        region=site.region,
        opts=child_options(site.parent),
        **target,
    )
