"""Anyone the security group of a database admits to its port can reach the login prompt.

The control follows the groups of a database or proxy, or the default one if it names none, to their rules in every
form, to the prefix lists that these name, and to a public load balancer that they admit. The message says which way
the internet takes, and what still blocks it.
"""

from collections.abc import Sequence

from ...model import Stack, Undecided, Value, View
from ...model.rds import DbCluster, DbInstance, DbProxy, DbSecurityGroup
from ...model.reachability import (
    Group,
    default_groups,
    internet_route,
    is_blocked,
    listening,
    port_of,
    public_members,
    relayed,
    subnets_of,
)
from ...model.sg import INGRESS, DefaultSecurityGroup, Rule, SecurityGroup, all_rules, ranges
from ...model.subnet import Subnet
from ...model.values import to_text
from .._ranges import PublicRanges
from ..control import PASS, Severity, Verdict, control, each, every, fail, not_applicable, unknown


def _way_in(database: DbCluster | DbInstance | DbProxy, group: Group, cidr: str, stack: Stack) -> str:
    """By which way `cidr` gets to the database through `group`, as far as it is known."""
    if isinstance(database, DbProxy):
        return "A proxy has no public address: what can route into its VPC gets in."
    members = public_members(database, stack)
    subnets = subnets_of(database, stack)
    held = stack.follow(subnets, Subnet).found if subnets is not None else ()
    for subnet in held:
        try:
            way = internet_route(subnet, stack, cidr)
        except Undecided:
            continue
        if way is None:
            continue
        if is_blocked(subnet, port_of(database), cidr, stack):
            return f"The network ACL of subnet {subnet.resource.name} still keeps the internet out."
        way = f"internet -> {way} -> security group {group.resource.name}"
        if members:
            return f"The way is open: {way} -> {members[0]}, which has a public address."
        return f"Only the missing public address keeps the internet out: {way} -> {database.resource.name}."
    if members:
        return f"{members[0]} has a public address."
    if held:
        return "No route from an internet gateway leads to its subnets: what can route into the VPC gets in."
    return "What can route into its VPC gets in."


def _judge_rule(
    rule: Rule, group: Group, database: DbCluster | DbInstance | DbProxy, stack: Stack, limits: PublicRanges
) -> Verdict:
    def judge_range(cidr: Value[str]) -> Verdict:
        if not limits.are_public(cidr.get("")):
            return PASS
        return fail(
            f"{_named(database, group)}, which lets {rule.traffic} in from {cidr.shown()} "
            f"({_source(cidr, rule, stack)}). {_way_in(database, group, cidr.get(''), stack)}",
            database.security_groups,
        )

    if not _reaches(rule, database):
        return PASS
    found, undecided = ranges(rule, stack)
    return every([each(found, judge_range), *map(unknown, undecided)])


def _reaches(rule: Rule, database: DbCluster | DbInstance | DbProxy) -> bool:
    """Whether the rule is for the port that the database listens on; any port may be where that is not known."""
    if not isinstance(database, DbProxy) and database.port.is_unknown:
        return rule.ports is not None
    return rule.reaches(port_of(database))


def _named(database: DbCluster | DbInstance | DbProxy, group: Group) -> str:
    path = database.security_groups.path
    if database.security_groups.is_absent:
        return f"`{path}` is not set, so it has the default security group {group.resource.name}"
    return f"`{path}` names the group {group.resource.name}"


def _source(cidr: Value[str], rule: Rule, stack: Stack) -> str:
    """Where a range is written."""
    if cidr.owner == rule.owner:
        return f"`{cidr.path}`"
    return f"`{cidr.path}` of prefix list {stack.by_urn[cidr.owner].name}"


def _judge_db_group(group: DbSecurityGroup, limits: PublicRanges) -> Verdict:
    """Judge the ranges that a DB security group of EC2-Classic states itself."""

    def judge_range(cidr: Value[str]) -> Verdict:
        if cidr.is_absent or not limits.are_public(cidr.get("")):
            return PASS
        return fail(f"`{cidr.path}` of the DB security group admits {cidr.shown()}.", cidr)

    path = DbSecurityGroup.cidr.path_in(group.resource)
    stated = [rule.at(path, to_text) for rule in group.ingress.items()]
    return each([group.cidr, *stated], judge_range)


def _judge_chain(
    rule: Rule, group: Group, port: int, stack: Stack, database: DbCluster | DbInstance | DbProxy
) -> Verdict:
    if not rule.reaches(port):
        return PASS
    way = relayed(database, rule, port, stack)
    for admitted in stack.follow(rule.groups, SecurityGroup).found:
        way = way or listening(admitted, port, stack)
    if way is None:
        return PASS
    return fail(
        f"{_named(database, group)}, by which the internet reaches the database: internet -> {way} -> security "
        f"group {group.resource.name} -> port {port}.",
        database.security_groups,
    )


@control(
    title="Security groups of a database must not admit the internet to its port",
    severity=Severity.CRITICAL,
    topic="security-groups",
    source="Overview.RDSSecurityGroups",
    remediation=(
        "Remove the rule, and admit the application's own security group by referencedSecurityGroupId; in place."
    ),
)
def security_group_no_public_ingress(
    database: DbCluster | DbInstance | DbProxy | DbSecurityGroup, stack: Stack, settings: PublicRanges
) -> Verdict:
    if isinstance(database, DbSecurityGroup):
        return _judge_db_group(database, settings)
    groups = database.security_groups
    reference = stack.follow(groups, SecurityGroup, DefaultSecurityGroup)
    attached: Sequence[View] = reference.found
    if groups.is_absent:
        attached = default_groups(database, stack)
        if not attached:
            return not_applicable("no security group is stated: rds-security-group-attached says so")
    port = port_of(database)

    def judge_group(group: Group) -> Verdict:
        rules = [rule for rule in all_rules(stack, group) if rule.direction == INGRESS]
        return every(
            [
                each(rules, lambda rule: _judge_rule(rule, group, database, stack, settings)),
                each(rules, lambda rule: _judge_chain(rule, group, port, stack, database)),
            ]
        )

    verdicts = [each(attached, judge_group)]
    if reference.outside:
        verdicts.append(unknown(reference.outside_reason, groups))
    return every(verdicts)
