"""A default route to an internet gateway makes every subnet of its table public; a database's must have none.

By default only tables that route for a database's subnets are judged: a public tier needs such a route.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from ...model import Stack
from ...model.igw import InternetGateway
from ...model.rds import SubnetGroup
from ...model.reachability import RouteEntry, inline_routes, own_route, route_tables
from ...model.route import Route, RouteTable
from ...model.subnet import Subnet
from ...model.values import Undecided
from ...model.vpc import Vpc
from ..control import PASS, Severity, Verdict, control, each, fail, not_applicable, setting


@dataclass(frozen=True)
class Tables:
    every_table: bool = setting(
        False, "Judge the tables of every subnet, not of databases' alone.", strict=True
    )


def _judge(route: RouteEntry, stack: Stack) -> Verdict:
    gateway = route.leads_to(InternetGateway, "igw-", stack, "gatewayId")
    if gateway is None or (range_ := route.internet_range(stack)) is None:
        return PASS
    by_list = (
        "" if range_.owner == route.holder.urn else f" ({range_.path} of {stack.by_urn[range_.owner].name})"
    )
    return fail(
        f"`gatewayId` sends {range_.shown()}{by_list} to the internet gateway {gateway}.", "gatewayId"
    )


def _tables_of_databases(stack: Stack) -> Iterator[str]:
    for group in stack.all(SubnetGroup):
        for subnet in stack.follow(group.subnets, Subnet).found:
            try:
                yield from (table.urn for table in route_tables(subnet, stack))
            except Undecided:
                continue


@control(
    title="No default route to an internet gateway from database subnets",
    severity=Severity.MEDIUM,
    topic="vpc",
    source="USER_VPC.Scenarios",
    remediation="Route over a NAT gateway, or not at all; in place.",
)
def no_unrestricted_igw(subject: Route | RouteTable, stack: Stack, settings: Tables) -> Verdict:
    table: RouteTable | Vpc | None
    if isinstance(subject, Route):
        found = stack.follow(subject.table, RouteTable, Vpc).found
        table = found[0] if found and isinstance(found[0], (RouteTable, Vpc)) else None
    else:
        table = subject
    if not settings.every_table and (table is None or table.urn not in set(_tables_of_databases(stack))):
        return not_applicable("no database's subnet uses the route table, as far as this stack shows")
    if isinstance(subject, Route):
        return _judge(own_route(subject), stack)
    return each(inline_routes(subject), lambda route: _judge(route, stack))
