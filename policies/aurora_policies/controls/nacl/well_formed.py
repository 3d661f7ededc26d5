"""The first rule that matches decides. Two rules of one number, a denial that others walk around and rules that
repeat each other do not do what they seem to."""

from collections import defaultdict
from itertools import combinations

from ...model import Stack, Value
from ...model.addresses import contains, is_world
from ...model.nacl import AclRule, NetworkAcl, NetworkAclRule, acl_rules, rule_holders
from ...model.sg import EGRESS, INGRESS
from ..control import PASS, Severity, Verdict, all_of, control, each, fail, not_applicable
from ._rules import NACLS, Holder


def _denies_all(rule: AclRule) -> Verdict:
    if rule.allows:
        return PASS
    return each(rule.cidrs or (rule.cidr,), _is_everyone)


def _is_everyone(cidr: Value[str]) -> Verdict:
    if is_world(cidr.get("")):
        return PASS
    return fail(f"A rule denies {cidr.shown()} only, which others may walk around.", cidr)


def _same_traffic(first: AclRule, second: AclRule) -> bool:
    if first.protocol != second.protocol or first.cidr.get("") != second.cidr.get(""):
        return False
    one, other = first.ports, second.ports
    return one is None or other is None or (one[0] <= other[1] and other[0] <= one[1])


def _settles(earlier: AclRule, later: AclRule) -> bool:
    """Whether `earlier` decides of everything that `later` is about."""
    if earlier.protocol not in ("-1", later.protocol):
        return False
    around, within = earlier.ports, later.ports
    if around is not None and within is not None and not (around[0] <= within[0] and within[1] <= around[1]):
        return False
    return contains(earlier.cidr.get(""), later.cidr.get(""))


def _fit(pair: tuple[AclRule, AclRule]) -> Verdict:
    first, second = pair
    number = first.number.get(0)
    if number == second.number.get(0):
        # Once the update has run, a standalone rule is read back inline as well.
        if _same_traffic(first, second) and first.ports == second.ports and first.allows == second.allows:
            return PASS
        return fail(f"Two {first.direction} rules have the number {number:g}.", second.number)
    if first.allows and second.allows and _same_traffic(first, second):
        return fail(
            f"The {first.direction} rules {number:g} and {second.number.get(0):g} allow the same ports of "
            f"{first.cidr.shown()}.",
            second.number,
        )
    earlier, later = (first, second) if (number or 0) < (second.number.get(0) or 0) else (second, first)
    if earlier.allows != later.allows and _settles(earlier, later):
        return fail(
            f"The {later.direction} rule {later.number.get(0):g} never applies: "
            f"rule {earlier.number.get(0):g} decides first.",
            later.number,
        )
    return PASS


def _judge(acl: NetworkAcl, stack: Stack, direction: str) -> Verdict:
    rules = [rule for holder in rule_holders(acl, stack) for rule in acl_rules(holder, direction)]
    return all_of(lambda: each(rules, _denies_all), lambda: each(combinations(rules, 2), _fit))


def _rules_by_acl(stack: Stack) -> dict[str, list[NetworkAclRule]]:
    """The rule resources that give the id of their ACL, by this id."""
    found: dict[str, list[NetworkAclRule]] = defaultdict(list)
    for rule in stack.all(NetworkAclRule):
        if isinstance(rule.acl.raw, str):
            found[rule.acl.raw].append(rule)
    return found


def _judge_apart(holder: NetworkAclRule, stack: Stack, direction: str) -> Verdict:
    """Judge a rule of an ACL elsewhere, beside the rules that name the same one."""
    own = list(acl_rules(holder, direction))
    same_acl = () if holder.acl.is_unknown else stack.table(_rules_by_acl).get(holder.acl.get(""), ())
    others = [rule for other in same_acl if other.urn != holder.urn for rule in acl_rules(other, direction)]
    return all_of(
        lambda: each(own, _denies_all), lambda: each([(one, other) for one in own for other in others], _fit)
    )


@control(
    title="Network ACL rules have numbers of their own and do what they seem to",
    severity=Severity.LOW,
    topic="infrastructure-security",
    source=NACLS,
    remediation=(
        "Give each rule a ruleNumber (inline: ruleNo) of its own, merge those that repeat each other and "
        "deny to 0.0.0.0/0; in place."
    ),
)
def well_formed(holder: Holder, stack: Stack) -> Verdict:
    if isinstance(holder, NetworkAcl):
        return each((INGRESS, EGRESS), lambda way: _judge(holder, stack, way))
    if stack.follow(holder.acl, NetworkAcl).found:
        return not_applicable("judged with its ACL")
    return each((INGRESS, EGRESS), lambda way: _judge_apart(holder, stack, way))
