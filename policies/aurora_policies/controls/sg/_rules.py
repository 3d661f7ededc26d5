"""What the controls of security groups share: each rule by itself, and who may come through it."""

from collections.abc import Callable, Iterable, Mapping

from ...model import UNKNOWN, MalformedValue, UnknownValue, Value
from ...model.ec2 import DefaultSecurityGroup, SecurityGroup, SecurityGroupRule
from ...model.security_groups import EGRESS, INGRESS, Rule, is_wide, is_world, rules_of
from ..control import PASS, Verdict, each, every, fail, not_applicable

# Everything that writes rules.
RuleHolder = SecurityGroup | DefaultSecurityGroup | SecurityGroupRule

VPC_RULES = "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html"


def _rule(direction: str, block: Value[object], owner: str) -> Rule:
    if block.raw is UNKNOWN:
        raise UnknownValue(f"`{block.path}` is not known before the update")
    if not isinstance(block.raw, Mapping):
        raise MalformedValue(f"`{block.path}` is not a rule")
    return Rule(direction, block.path, block.raw, owner, block.secret)


def each_rule(
    holder: RuleHolder, judge: Callable[[Rule], Verdict], directions: tuple[str, ...] = (INGRESS,)
) -> Verdict:
    """Judge every rule of `directions` by itself, so that one undecided rule does not hide another's failure."""
    if isinstance(holder, SecurityGroupRule):
        (rule,) = rules_of(holder)
        if rule.direction not in directions:
            return not_applicable(f"judges {directions[0]} rules only")
        return judge(rule)
    lists = {INGRESS: holder.ingress, EGRESS: holder.egress}

    def judge_list(direction: str) -> Verdict:
        return each(lists[direction].items(), lambda block: judge(_rule(direction, block, holder.urn)))

    return every([each([direction], judge_list) for direction in directions])


def is_public(cidr: str) -> bool:
    """Whether the range is the internet in any spelling, or a piece as large as its halves."""
    return is_world(cidr) or is_wide(cidr)


def may_be_public(rule: Rule) -> bool:
    """Whether a range of the rule is the internet, or not known."""
    return any(cidr.is_unknown or is_public(cidr.get("")) for cidr in rule.cidrs)


def refuse_public(rule: Rule, what: str) -> Verdict:
    """Fail on each range of the rule that is the internet; `what` passes."""
    side = "from" if rule.direction == INGRESS else "to"

    def judge(cidr: Value[str]) -> Verdict:
        if is_public(cidr.get("")):
            return fail(f"`{cidr.path}` lets {what} pass {side} {cidr.shown()}.", cidr)
        return PASS

    return each(rule.cidrs, judge)


def no_public_ports(rule: Rule, ports: Iterable[int]) -> Verdict:
    """Pass where nobody on the internet reaches any of `ports`, by TCP or UDP."""
    if not may_be_public(rule) or rule.ports is None:
        return PASS
    low, high = rule.ports
    reached = sorted({int(port) for port in ports if low <= port <= high})
    if not reached:
        return PASS
    shown = ", ".join(map(str, reached[:5])) + (" and others" if len(reached) > 5 else "")
    return refuse_public(rule, rule.traffic if low == high else f"{rule.traffic} (port {shown})")
