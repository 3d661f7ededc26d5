"""How the internet reaches a database: internet gateway, route, subnet, network ACL, security group, address.

Every function follows the stack's own graph. Where the graph leaves the stack it raises `UnknownValue`: another
stack's route table is neither open nor closed.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from .addresses import is_private, is_public, network
from .igw import InternetGateway
from .load_balancing import Listener, LoadBalancer, TargetGroup
from .nacl import NetworkAcl, NetworkAclAssociation, acl_rules, rule_holders
from .prefix_list import listed_ranges
from .rds import ClusterInstance, DbCluster, DbInstance, DbProxy, SubnetGroup
from .resource import View
from .route import MainRouteTableAssociation, Route, RouteTable, RouteTableAssociation
from .sg import INGRESS, DefaultSecurityGroup, Rule, SecurityGroup, all_rules, ranges
from .stack import Stack
from .subnet import DefaultSubnet, Subnet
from .values import UNKNOWN, Undecided, UnknownValue, Value, to_anything, to_text
from .vpc import DefaultVpc, Vpc

Database = DbCluster | DbInstance
Group = SecurityGroup | DefaultSecurityGroup
# A VPC stands for its main route table.
Table = RouteTable | Vpc | DefaultVpc


# --- routes ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class RouteEntry:
    """One route, inline in its table or a resource of its own."""

    holder: View
    block: Value[Any]

    def value(self, *names: str) -> Value[str]:
        """The first of `names` that is given."""
        found = [self._at(name) for name in names]
        return next((value for value in found if value.is_set), found[0])

    def _at(self, name: str) -> Value[str]:
        found = self.block.at(name, to_text)
        return found if self.block.path else replace(found, path=name)

    @property
    def destination(self) -> Value[str]:
        return self.value("destinationCidrBlock", "cidrBlock", "destinationIpv6CidrBlock", "ipv6CidrBlock")

    def internet_range(self, stack: Stack) -> Value[str] | None:
        """The first of its destinations that is the internet, also by a prefix list of the stack; None for none.

        Raises UnknownValue where no destination that is known is the internet, and another is not known.
        """
        listed, undecided = listed_ranges(self.value("destinationPrefixListId"), stack)
        for destination in (self.destination, *listed):
            try:
                if is_public(destination.get("")):
                    return destination
            except UnknownValue as reason:
                undecided.append(reason.reason)
        if undecided:
            raise UnknownValue(undecided[0])
        return None

    def leads_to(self, view: type[View], prefix: str, stack: Stack, *names: str) -> str | None:
        """The name of the resource that the target in one of `names` is, where it is a `view`; else None.

        `prefix` tells the kind of a literal id, as `igw-` does. Raises UnknownValue where it cannot be told.
        """
        target = self.value(*names)
        if target.is_absent:
            return None
        reference = stack.follow(target, view)
        if reference.found and (gateway := reference.only()) is not None:
            return gateway.name
        if not target.is_unknown:
            identifier = target.get("")
            return identifier if identifier.startswith(prefix) else None
        top = self.block.path.split("[")[0] or target.path
        urns = self.holder.resource.property_dependencies.get(top, ())
        made = [stack.by_urn[urn] for urn in urns if urn in stack.by_urn]
        if made and not any(item.is_component for item in made):
            return None  # a gateway of another kind
        raise UnknownValue(f"`{target.path}` is not known before the update")


def _is_route(item: Value[Any]) -> bool:
    if item.raw is UNKNOWN:
        raise UnknownValue(f"`{item.path}` is not known before the update")
    return isinstance(item.raw, Mapping)


def inline_routes(table: RouteTable) -> Iterator[RouteEntry]:
    """Yield the routes that a table states itself. Raises UnknownValue where the list is not known."""
    if table.is_native:
        return
    for item in table.routes.items():
        if _is_route(item):
            yield RouteEntry(table, item)


def own_route(route: Route) -> RouteEntry:
    """Return a standalone route as an entry; its properties are the resource's own."""
    return RouteEntry(route, Value(route.urn, "", route.resource.properties, to_anything))


def routes_of(tables: Iterable[Table], stack: Stack) -> Iterator[RouteEntry]:
    """Yield the routes of `tables`; a VPC stands for its main table."""
    for table in tables:
        if isinstance(table, RouteTable):
            yield from inline_routes(table)
        for route in stack.referrers(table, Route, "routeTableId"):
            yield own_route(route)


def route_tables(subnet: Subnet, stack: Stack) -> list[Table]:
    """Return the table that routes for `subnet`: the associated one, else the main one of its VPC.

    Raises UnknownValue where the table or the VPC is another stack's.
    """
    associated: list[Table] = []
    for association in stack.referrers(subnet, RouteTableAssociation, "subnetId"):
        reference = stack.follow(association.table, RouteTable)
        if reference.found:
            associated.extend(reference.found)
        elif (vpc := _main_table_of(association.table, stack)) is not None:
            associated.append(vpc)
        else:
            raise UnknownValue(reference.outside_reason)
    return associated or main_route_tables(subnet, stack)


def _main_table_of(table: Value[str], stack: Stack) -> Vpc | DefaultVpc | None:
    """The VPC whose `mainRouteTableId` or `defaultRouteTableId` the property holds."""
    found = _vpcs(table, stack)
    return found[0] if found else None


def _vpcs(value: Value[Any], stack: Stack) -> tuple[Vpc | DefaultVpc, ...]:
    """The VPCs of the stack that a property names."""
    found = stack.follow(value, Vpc, DefaultVpc).found
    return tuple(vpc for vpc in found if isinstance(vpc, (Vpc, DefaultVpc)))


def main_route_tables(subnet: Subnet, stack: Stack) -> list[Table]:
    """Return the main table of the subnet's VPC. Raises UnknownValue where the VPC is another stack's."""
    if subnet.vpc.is_absent:
        raise UnknownValue("the subnet names no VPC")
    vpcs = _vpcs(subnet.vpc, stack)
    if not vpcs:
        raise UnknownValue(stack.follow(subnet.vpc, Vpc).outside_reason)
    vpc = vpcs[0]
    for chosen in stack.referrers(vpc, MainRouteTableAssociation, "vpcId"):
        table = stack.follow(chosen.table, RouteTable)
        if not table.found:
            raise UnknownValue(table.outside_reason)
        return list(table.found)
    adopted = [table for table in stack.referrers(vpc, RouteTable, "defaultRouteTableId") if table.is_default]
    # Adopting the main table takes the routes away that AWS gave the default VPC's.
    return [*adopted, *([] if adopted and isinstance(vpc, DefaultVpc) else [vpc])]


def internet_route(subnet: Subnet, stack: Stack, towards: str = "") -> str | None:
    """Return the way from the internet to `subnet`, in words; None where no route leads there.

    With a range in `towards`, only routes of its address family count. A NAT gateway or an egress-only gateway
    lets nothing in. Raises UnknownValue.
    """
    undecided: Undecided | None = None
    for table in route_tables(subnet, stack):
        if isinstance(table, DefaultVpc) and not _is_ipv6(towards):
            return (
                "the default VPC's internet gateway -> 0.0.0.0/0 in its main route table -> "
                f"subnet {subnet.resource.name}"
            )
        for route in routes_of([table], stack):
            try:
                gateway = route.leads_to(InternetGateway, "igw-", stack, "gatewayId")
                if gateway is None or (destination := route.internet_range(stack)) is None:
                    continue
                if not towards or _is_ipv6(destination.get("")) == _is_ipv6(towards):
                    shown = destination.shown().strip('"')
                    name = (
                        "the main route table"
                        if isinstance(table, (Vpc, DefaultVpc))
                        else f"route table {table.resource.name}"
                    )
                    return f"internet gateway {gateway} -> {shown} in {name} -> subnet {subnet.resource.name}"
            except Undecided as reason:
                undecided = reason
    if undecided is not None:
        raise undecided
    return None


def _is_ipv6(cidr: str) -> bool:
    found = network(cidr)
    return found is not None and found.version == 6


# --- subnets --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PublicSubnet:
    """A subnet that the internet can reach, and why."""

    name: str
    why: str


def public_subnets(subnets: Value[list[str]], stack: Stack) -> tuple[list[PublicSubnet], list[str]]:
    """Return the public ones among the subnets that a property names, and what cannot be told of the others."""
    found: list[PublicSubnet] = []
    reference = stack.follow(subnets, Subnet, DefaultSubnet)
    undecided = [reference.outside_reason] if reference.outside else []
    for subnet in reference.found:
        name = subnet.resource.name
        if not isinstance(subnet, Subnet):
            found.append(
                PublicSubnet(name, f"{name} is a default subnet, which the default VPC makes public")
            )
            continue
        try:
            if (way := internet_route(subnet, stack)) is not None:
                found.append(PublicSubnet(name, f"internet -> {way}"))
                continue
        except Undecided as reason:
            undecided.append(f"subnet {name}: {reason.reason}")
        try:
            if subnet.map_public_ip.get(False):
                found.append(
                    PublicSubnet(name, f"subnet {name} gives public addresses (`mapPublicIpOnLaunch`)")
                )
        except Undecided as reason:
            undecided.append(f"subnet {name}: {reason.reason}")
    return found, undecided


def subnets_of(database: Database | DbProxy, stack: Stack) -> Value[list[str]] | None:
    """Return the subnets that a database's group or a proxy names; None where there is no group in the stack."""
    if isinstance(database, DbProxy):
        return database.subnets
    groups = stack.follow(database.subnet_group, SubnetGroup).found
    return groups[0].subnets if groups else None


def vpcs_of(database: Database | DbProxy, stack: Stack) -> tuple[Vpc | DefaultVpc, ...]:
    """Return the VPC of the stack that a database or proxy is in, by its subnets; nothing where it cannot be told."""
    subnets = subnets_of(database, stack)
    found = {
        vpc.urn: vpc
        for subnet in (stack.follow(subnets, Subnet).found if subnets is not None else ())
        for vpc in _vpcs(subnet.vpc, stack)
    }
    return tuple(found.values())


def default_groups(database: Database | DbProxy, stack: Stack) -> tuple[DefaultSecurityGroup, ...]:
    """Return the default security group of a database's VPC, where the stack adopts it."""
    return tuple(
        group
        for vpc in vpcs_of(database, stack)
        for group in stack.referrers(vpc, DefaultSecurityGroup, "vpcId")
    )


# --- network ACLs ---------------------------------------------------------------------------------------------


def is_blocked(subnet: Subnet, port: int, cidr: str, stack: Stack) -> bool:
    """Whether the subnet's network ACL keeps `cidr` from `port`. What is not known blocks nothing."""
    acls = [*stack.referrers(subnet, NetworkAcl, "subnetIds")]
    for association in stack.referrers(subnet, NetworkAclAssociation, "subnetId"):
        acls += stack.follow(association.acl, NetworkAcl).found
    if not acls:
        return False
    holders = [holder for acl in acls for holder in rule_holders(acl, stack)]
    try:
        rules = [rule for holder in holders for rule in acl_rules(holder, INGRESS)]
        matching = [
            rule
            for rule in sorted(rules, key=lambda rule: rule.number.get(0))
            if rule.reaches(port) and _is_as_open(rule.cidr.get(""), cidr)
        ]
        return not (matching and matching[0].allows)
    except Undecided:
        return False


def _is_as_open(given: str, cidr: str) -> bool:
    return (is_public(given) or given == cidr) and (":" in given) == (":" in cidr)


# --- security groups ------------------------------------------------------------------------------------------


def _admits_internet(group: Group, stack: Stack) -> bool:
    """Whether a rule of `group` is known to let in the internet, or a piece as large as its halves."""
    try:
        rules = [rule for rule in all_rules(stack, group) if rule.direction == INGRESS]
    except Undecided:
        return False
    return any(_is_known_public(cidr) for rule in rules for cidr in ranges(rule, stack)[0])


def _is_known_public(cidr: Value[str]) -> bool:
    try:
        return is_public(cidr.get(""))
    except Undecided:
        return False


def listening(group: Group, port: int, stack: Stack) -> str | None:
    """Return how `group` hands the internet on to `port`, in words: an internet-facing load balancer in it.

    A group that the database's own group admits is harmless by itself; a public network load balancer that
    forwards to the database's port is a door.
    """
    for balancer in stack.referrers(group, LoadBalancer, "securityGroups"):
        if balancer.is_internal or not _forwards_to(balancer, port, stack):
            continue
        if _admits_internet(group, stack):
            return f"internet-facing load balancer {balancer.resource.name} -> security group {group.resource.name}"
    return None


def relayed(database: Database | DbProxy, rule: Rule, port: int, stack: Stack) -> str | None:
    """Return how the internet comes by a Network Load Balancer in the database's own VPC, in words.

    One without security groups takes anybody; to its targets it comes from an address of the VPC, so a rule for
    a private range lets it in.
    """
    if not rule.reaches(port) or not any(
        not cidr.is_unknown and is_private(cidr.get("")) for cidr in rule.cidrs
    ):
        return None
    homes = {vpc.urn for vpc in vpcs_of(database, stack)}
    relays = stack.table(_relays_by_vpc, port) if homes else {}
    return next((relays[home] for home in sorted(homes) if home in relays), None)


def _relays_by_vpc(stack: Stack, port: int) -> dict[str, str]:
    """How the internet gets to addresses of each VPC on `port`, in words, by the URN of the VPC."""
    found: dict[str, str] = {}
    for balancer in stack.all(LoadBalancer):
        if balancer.is_internal or not balancer.is_network or balancer.security_groups.is_set:
            continue
        for target in _targets(balancer, port, stack):
            by_address = not target.target_type.is_unknown and target.target_type.get("") == "ip"
            for vpc in _vpcs(target.vpc, stack) if by_address else ():
                found.setdefault(
                    vpc.urn,
                    f"internet-facing load balancer {balancer.resource.name} -> "
                    f"target group {target.resource.name}",
                )
    return found


def _forwards_to(balancer: LoadBalancer, port: int, stack: Stack) -> bool:
    return any(True for _ in _targets(balancer, port, stack))


def _targets(balancer: LoadBalancer, port: int, stack: Stack) -> Iterator[TargetGroup]:
    """Yield the target groups that `balancer` forwards to on `port`."""
    for listener in stack.referrers(balancer, Listener, "loadBalancerArn"):
        for target in listener.target_groups(stack):
            if not target.port.is_unknown and target.port.get(0) == port:
                yield target


# --- addresses ------------------------------------------------------------------------------------------------


def public_members(database: Database, stack: Stack) -> list[str]:
    """Return the names of the instances of a database that have a public address, as far as it is known."""
    members: list[ClusterInstance | DbInstance]
    members = (
        [database]
        if isinstance(database, DbInstance)
        else list(stack.referrers(database, ClusterInstance, "clusterIdentifier", "dbClusterIdentifier"))
    )
    found = [member.resource.name for member in members if member.publicly_accessible.raw in (True, "true")]
    if isinstance(database, DbCluster) and database.publicly_accessible.raw in (True, "true"):
        found.append(database.resource.name)
    return found


def port_of(database: Database | DbProxy) -> int:
    """The port that a database or proxy listens on, as far as it is known; that of its engine otherwise."""
    defaults = {"postgres": 5432, "sqlserver": 1433, "oracle": 1521, "db2": 50000}
    if isinstance(database, DbProxy):
        family = database.engine_family
        engine = "" if family.is_unknown else (family.get("") or "").lower()
        return next((port for name, port in defaults.items() if name in engine), 3306)
    try:
        given = database.port.get()
    except Undecided:
        given = None
    if given:
        return int(given)
    engine = "" if database.engine.is_unknown else (database.engine.get("") or "").lower()
    return next((port for name, port in defaults.items() if name in engine), 3306)
