"""A default route to an internet gateway makes every subnet of its table public; a database's must have none.

By default only tables that route for a database's subnets are judged: a public tier needs such a route.
"""

from dataclasses import dataclass

from ...model import Stack
from ...model.igw import InternetGateway
from ...model.rds import SubnetGroup
from ...model.reachability import RouteEntry, inline_routes, own_route, route_tables
from ...model.route import Route, RouteTable
from ...model.subnet import Subnet
from ...model.values import Undecided
from ...model.vpc import Vpc
from ..control import PASS, Severity, Status, Verdict, control, each, fail, not_applicable, setting, unknown


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


def _tables_of_databases(stack: Stack) -> dict[str, bool]:
    """The URNs of the tables that route for a database's subnets, and whether that is certain.

    A VPC stands for its main table.
    """
    subnets: dict[str, tuple[Subnet, bool]] = {}
    for group in stack.all(SubnetGroup):
        reference = stack.follow(group.subnets, Subnet)
        for subnet in reference.found:
            _, certain = subnets.get(subnet.urn, (subnet, False))
            subnets[subnet.urn] = subnet, certain or not reference.is_open
    found: dict[str, bool] = {}
    for subnet, certain in subnets.values():
        try:
            for table in route_tables(subnet, stack):
                found[table.urn] = found.get(table.urn, False) or certain
        except Undecided:
            continue
    return found


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
    certain = stack.table(_tables_of_databases).get("" if table is None else table.urn)
    if certain is None and not settings.every_table:
        return not_applicable("no database's subnet uses the route table, as far as this stack shows")
    routes = [own_route(subject)] if isinstance(subject, Route) else inline_routes(subject)
    verdict = each(routes, lambda route: _judge(route, stack))
    if verdict.status is Status.FAIL and not certain and not settings.every_table:
        return unknown(f"whether a database's subnet uses the route table is not known. {verdict.message}")
    return verdict
