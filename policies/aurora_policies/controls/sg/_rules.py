"""What the controls of security groups share: each rule by itself, and who may come through it."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping

from ...model import UNKNOWN, MalformedValue, Stack, Undecided, UnknownValue, Value
from ...model.addresses import network
from ...model.sg import INGRESS, DefaultSecurityGroup, Rule, SecurityGroup, SecurityGroupRule, rules_of
from ...model.values import reveal
from .._ranges import PublicRanges
from ..control import PASS, Verdict, each, fail, not_applicable

# Everything that writes rules.
RuleHolder = SecurityGroup | DefaultSecurityGroup | SecurityGroupRule

# The controls of what a public rule opens, the most specific first.
PUBLIC_PORTS = (
    "sg-no-all-ports-ingress",
    "sg-no-public-db-ports",
    "sg-no-public-admin-ports",
    "sg-no-public-high-risk-ports",
)

LEGACY_RULE = "aws:ec2/securityGroupRule:SecurityGroupRule"

# FTP, SSH, Telnet, SMTP, plain HTTP and POP3 are spoken over TCP alone.
_TCP_ALONE = frozenset((20, 21, 22, 23, 25, 80, 110))

VPC_RULES = "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html"


def _rule(direction: str, block: Value[object], owner: str) -> Rule:
    if block.raw is UNKNOWN:
        raise UnknownValue(f"`{block.path}` is not known before the update")
    if not isinstance(block.raw, Mapping):
        raise MalformedValue(f"`{block.path}` is not a rule")
    return Rule(direction, block.path, block.raw, owner, block.secret)


def _blocks(group: SecurityGroup | DefaultSecurityGroup, direction: str) -> Iterator[Value[object]]:
    return (group.ingress if direction == INGRESS else group.egress).items()


def rules_in(holder: RuleHolder, direction: str) -> Iterator[Rule]:
    """Yield the rules of `direction` that one resource writes, until one is not known: that one raises."""
    if isinstance(holder, SecurityGroupRule):
        yield from (rule for rule in rules_of(holder) if rule.direction == direction)
    else:
        yield from (_rule(direction, block, holder.urn) for block in _blocks(holder, direction))


def rule_resources(
    group: SecurityGroup | DefaultSecurityGroup, stack: Stack
) -> tuple[SecurityGroupRule, ...]:
    """The rule resources of the stack that write rules of `group`."""
    return stack.referrers(group, SecurityGroupRule, "securityGroupId", "groupId")


def each_rule(
    holder: RuleHolder, judge: Callable[[Rule], Verdict], directions: tuple[str, ...] = (INGRESS,)
) -> Verdict:
    """Judge every rule of `directions` by itself, so that one undecided rule does not hide another's failure."""
    if isinstance(holder, SecurityGroupRule):
        (rule,) = rules_of(holder)
        if rule.direction not in directions:
            return not_applicable(f"judges {directions[0]} rules only")
        return judge(rule)

    def judge_list(direction: str) -> Verdict:
        return each(_blocks(holder, direction), lambda block: judge(_rule(direction, block, holder.urn)))

    return each(directions, judge_list)


def may_be_public(rule: Rule, ranges: PublicRanges) -> bool:
    """Whether a range of the rule is the internet, or not known."""
    return any(cidr.is_unknown or ranges.are_public(cidr.get("")) for cidr in rule.cidrs)


def traffic(rule: Rule) -> str:
    """What the rule lets pass, in words, as far as it is known."""
    try:
        return rule.traffic
    except Undecided:
        return "traffic"


def refuse_public(rule: Rule, ranges: PublicRanges, what: str = "") -> Verdict:
    """Fail on each range of the rule that is the internet; `what` is the traffic, in words."""
    what = what or traffic(rule)
    side = "from" if rule.direction == INGRESS else "to"

    def judge(cidr: Value[str]) -> Verdict:
        if ranges.are_public(cidr.get("")):
            return fail(f"`{cidr.path}` allows {what} {side} {cidr.shown()}.", cidr, cause_of(rule, cidr))
        return PASS

    return each(rule.cidrs, judge)


def cause_of(rule: Rule, cidr: Value[str]) -> str:
    """What a fault of one range of a rule is known by to every control, or "" while the rule is not known."""
    try:
        return f"{rule.direction} {rule.protocol} {rule.ports} {cidr.get('')}"
    except Undecided:
        return ""


def no_public_ports(rule: Rule, ports: Iterable[int], ranges: PublicRanges) -> Verdict:
    """Pass if nobody on the internet reaches any of `ports` by TCP, or by UDP where the service speaks it."""
    if not may_be_public(rule, ranges) or rule.ports is None:
        return PASS
    low, high = rule.ports
    unspoken = _TCP_ALONE if rule.protocol == "udp" else frozenset()
    reached = sorted({int(port) for port in ports if low <= port <= high} - unspoken)
    if not reached:
        return PASS
    shown = ", ".join(map(str, reached[:5])) + (" and others" if len(reached) > 5 else "")
    return refuse_public(rule, ranges, rule.traffic if low == high else f"{rule.traffic} (port {shown})")


def entries(rule: Rule) -> set[Hashable]:
    """The rules that AWS makes of `rule`, one for each source or target; equal where two say the same.

    What is not known yet is equal to nothing.
    """
    try:
        passes: Hashable = (rule.direction, rule.protocol, rule.ports)
    except Undecided:
        passes = object()
    found: set[Hashable] = {(passes, "self")} if rule.is_self else set()
    for named in (*rule.cidrs, rule.groups, rule.prefix_lists):
        items = named.raw if isinstance(named.raw, list) else [named.raw]
        for item in map(reveal, items if named.is_set else []):
            found.add((passes, (network(item) or item) if isinstance(item, str) else object()))
    return found or {(passes, object())}


def single_port(rule: Rule) -> Verdict:
    """Pass where the rule is for one port, or has none."""
    if rule.is_all_traffic:
        return PASS  # sg-no-all-ports-ingress and sg-no-all-ports-egress judge rules without ports
    ports = rule.ports
    if ports is None or ports[0] == ports[1]:
        return PASS
    subject = rule.where[:1].upper() + rule.where[1:] if " " in rule.where else f"`{rule.where}`"
    return fail(
        f"{subject} is for {traffic(rule)}, a range of ports.",
        "fromPort" if " " in rule.where else rule.where,
    )
