"""The architecture of a stack as a diagram: networks, databases, who can reach them, and what each key encrypts."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aurora_policies.model import Resource, Stack, Undecided, Value, View
from aurora_policies.model.addresses import is_world
from aurora_policies.model.kms import KmsKey
from aurora_policies.model.rds import ClusterInstance, DbCluster, DbInstance, DbProxy
from aurora_policies.model.reachability import internet_route, subnets_of, vpcs_of
from aurora_policies.model.sg import (
    INGRESS,
    DefaultSecurityGroup,
    Rule,
    SecurityGroup,
    SecurityGroupRule,
    all_rules,
    ranges,
)
from aurora_policies.model.subnet import Subnet
from aurora_policies.model.vpc import DefaultVpc, Vpc

INTERNET = "internet"
"""The id of the node that stands for every address."""

_KEY_PROPERTIES = (
    "kmsKeyId",
    "kmsKeyArn",
    "kmsKey",
    "kmsMasterKeyId",
    "masterUserSecretKmsKeyId",
    "performanceInsightsKmsKeyId",
    "activityStreamKmsKeyId",
    "encryptionKeyArn",
)


@dataclass(frozen=True)
class Node:
    """A box of the diagram. `parent` is the id of the box that holds it, or empty.

    `urns` are the resources that it shows: a finding on one of them marks the box.
    """

    id: str
    kind: str
    label: str
    detail: str = ""
    parent: str = ""
    urns: tuple[str, ...] = ()


@dataclass(frozen=True)
class Edge:
    """An arrow between two boxes. `kind` is a verb: `allows`, `protects`, `encrypts` or `uses`."""

    source: str
    target: str
    kind: str
    label: str = ""


@dataclass(frozen=True)
class Diagram:
    """The boxes and arrows of a stack."""

    nodes: Sequence[Node] = ()
    edges: Sequence[Edge] = ()


def diagram(stack: Stack) -> Diagram:
    """Draw what of `stack` is known at preview. What is not known yet is left out."""
    networks = [*_networks(stack)]
    groups = [*_groups(stack)]
    databases = [*_databases(stack)]
    nodes = {node.id: node for node in (*networks, *groups, *databases)}
    edges = [*_allowed(stack, nodes), *_attached(stack, nodes), *_placed(stack, nodes)]
    _encryption(stack, nodes, edges)
    return Diagram([*nodes.values()], [*dict.fromkeys(edge for edge in edges if edge.source != edge.target)])


def _text(value: Value[str]) -> str:
    """A text that may be shown: empty where it is absent, secret or not known yet."""
    try:
        return "" if value.secret else str(value.get("") or "")
    except Undecided:
        return ""


# --- networks -------------------------------------------------------------------------------------------------


def _networks(stack: Stack) -> Iterator[Node]:
    for vpc in (*stack.all(Vpc), *stack.all(DefaultVpc)):
        cidr = _text(vpc.cidr_block) if isinstance(vpc, Vpc) else ""
        yield Node(vpc.urn, "VPC", vpc.name, cidr, urns=(vpc.urn,))
    tiers: dict[tuple[str, str], list[Node]] = defaultdict(list)
    for subnet in stack.all(Subnet):
        vpc_urn = _vpc_urn(stack, subnet)
        tier = _tier(stack, subnet)
        zone = _text(subnet.value("availabilityZone"))
        cidr = _text(subnet.value("cidrBlock"))
        detail = " ".join(part for part in (zone, cidr) if part)
        tiers[vpc_urn, tier].append(
            Node(subnet.urn, "subnet", subnet.name, detail, f"{vpc_urn}/{tier}", urns=(subnet.urn,))
        )
    for (vpc_urn, tier), subnets in tiers.items():
        yield Node(f"{vpc_urn}/{tier}", "subnets", tier, parent=vpc_urn)
        yield from subnets


def _tier(stack: Stack, subnet: Subnet) -> str:
    try:
        return "public subnets" if internet_route(subnet, stack) is not None else "private subnets"
    except Undecided:
        return "subnets with unknown routes"


def _vpc_urn(stack: Stack, view: View) -> str:
    found = stack.follow(view.value("vpcId"), Vpc, DefaultVpc).found
    return found[0].urn if found else ""


# --- security groups ------------------------------------------------------------------------------------------


def _groups(stack: Stack) -> Iterator[Node]:
    for group in (*stack.all(SecurityGroup), *stack.all(DefaultSecurityGroup)):
        rules = stack.referrers(group, SecurityGroupRule, "securityGroupId", "groupId")
        urns = (group.urn, *(rule.urn for rule in rules))
        yield Node(group.urn, "security group", group.name, "security group", _vpc_urn(stack, group), urns)


def _allowed(stack: Stack, nodes: dict[str, Node]) -> Iterator[Edge]:
    """Who may send what to each group. Sources outside the stack become boxes of their own."""
    groups: tuple[SecurityGroup | DefaultSecurityGroup, ...]
    groups = (*stack.all(SecurityGroup), *stack.all(DefaultSecurityGroup))
    for group in groups:
        for rule in _rules(stack, group):
            if rule.direction == INGRESS:
                for source in _sources(stack, rule, nodes):
                    yield Edge(source, group.urn, "allows", _traffic(rule))


def _rules(stack: Stack, group: SecurityGroup | DefaultSecurityGroup) -> list[Rule]:
    try:
        return all_rules(stack, group)
    except Undecided:
        return []


def _traffic(rule: Rule) -> str:
    try:
        return rule.traffic
    except Undecided:
        return ""


def _sources(stack: Stack, rule: Rule, nodes: dict[str, Node]) -> Iterator[str]:
    try:
        listed, _ = ranges(rule, stack)
        groups = stack.follow(rule.groups, SecurityGroup, DefaultSecurityGroup).found
    except Undecided:
        return
    for cidr in filter(None, map(_text, listed)):
        name = INTERNET if is_world(cidr) else cidr
        nodes.setdefault(name, Node(name, "the internet" if name == INTERNET else "address range", name))
        yield name
    yield from (group.urn for group in groups)


def _attached(stack: Stack, nodes: dict[str, Node]) -> Iterator[Edge]:
    """Which database and proxy each group protects."""
    for view in _placed_databases(stack):
        for group in stack.follow(view.security_groups, SecurityGroup, DefaultSecurityGroup).found:
            if group.urn in nodes and view.urn in nodes:
                yield Edge(group.urn, view.urn, "protects")


# --- databases ------------------------------------------------------------------------------------------------


def _databases(stack: Stack) -> Iterator[Node]:
    for cluster in stack.all(DbCluster):
        version = _text(cluster.engine_version)
        engine = _text(cluster.engine)
        detail = f"{engine} {version}".strip()
        yield Node(cluster.urn, "cluster", cluster.name, detail, _home(stack, cluster), (cluster.urn,))
    for member in stack.all(ClusterInstance):
        found = stack.follow(member.cluster, DbCluster).found
        size = _text(member.instance_class)
        yield Node(member.urn, "instance", member.name, size, found[0].urn if found else "", (member.urn,))
    for instance in stack.all(DbInstance):
        size = _text(instance.instance_class)
        yield Node(instance.urn, "instance", instance.name, size, _home(stack, instance), (instance.urn,))
    for proxy in stack.all(DbProxy):
        yield Node(proxy.urn, "proxy", proxy.name, "RDS Proxy", _home(stack, proxy), (proxy.urn,))


def _placed_databases(stack: Stack) -> tuple[DbCluster | DbInstance | DbProxy, ...]:
    """Everything that is in subnets and behind security groups of its own."""
    return (*stack.all(DbCluster), *stack.all(DbInstance), *stack.all(DbProxy))


def _home(stack: Stack, database: DbCluster | DbInstance | DbProxy) -> str:
    found = vpcs_of(database, stack)
    return found[0].urn if found else ""


def _placed(stack: Stack, nodes: dict[str, Node]) -> Iterator[Edge]:
    """The tier of subnets that each database and proxy is in."""
    for database in _placed_databases(stack):
        subnets = subnets_of(database, stack)
        if subnets is None or database.urn not in nodes:
            continue
        for subnet in stack.follow(subnets, Subnet).found:
            if (tier := nodes[subnet.urn].parent) in nodes:
                yield Edge(database.urn, tier, "uses")


# --- keys -----------------------------------------------------------------------------------------------------


def _encryption(stack: Stack, nodes: dict[str, Node], edges: list[Edge]) -> None:
    """Draw each key, and arrows to the boxes it encrypts; other resources are one box for each type."""
    others: dict[tuple[str, str], list[Resource]] = defaultdict(list)
    for key in stack.all(KmsKey):
        nodes[key.urn] = Node(key.urn, "KMS key", key.name, "KMS key", urns=(key.urn,))
    for resource in stack.resources:
        view = View(resource)
        for name in _KEY_PROPERTIES:
            if name not in resource.properties:
                continue
            for key in stack.follow(view.value(name), KmsKey).found:
                if resource.urn in nodes:
                    edges.append(Edge(key.urn, resource.urn, "encrypts"))
                elif resource.type != "aws:kms/alias:Alias":
                    others[key.urn, resource.type].append(resource)
    for (key_urn, token), resources in others.items():
        id_ = f"{key_urn}/{token}"
        urns = tuple(dict.fromkeys(resource.urn for resource in resources))
        noun = token.rpartition(":")[2]
        label = resources[0].name if len(urns) == 1 else f"{len(urns)} × {noun}"
        nodes[id_] = Node(id_, noun, label, noun if len(urns) == 1 else "", urns=urns)
        edges.append(Edge(key_urn, id_, "encrypts"))
