"""Everyone on the internet can attack a port that a group opens to them.

Web ports (80 and 443) are fine, unless a database, proxy or cache uses the group. The ranges of managed prefix lists
of the stack count as the rule's own. More specific controls report database, administration and high-risk ports.
"""

from dataclasses import dataclass

from ...model import Stack, Value
from ...model.data_store import DataStore
from ...model.prefix_list import PrefixList
from ...model.sg import INGRESS, DefaultSecurityGroup, Rule, SecurityGroup, SecurityGroupRule, ranges
from .._ranges import PublicRanges
from ..control import PASS, Severity, Verdict, control, each, every, fail, setting, unknown
from ._rules import PUBLIC_PORTS, VPC_RULES, RuleHolder, cause_of, each_rule, traffic


@dataclass(frozen=True)
class PublicIngress(PublicRanges):
    allowed_ports: tuple[str, ...] = setting(
        (), 'Ports, or ranges of ports, that everyone may reach, such as "8443" or "8000-8100".'
    )
    web_ports: tuple[str, ...] = setting(
        ("80", "443"), "Ports that everyone may reach if no database, proxy or cache uses the group."
    )


def _range(text: str) -> range:
    first, _, last = text.partition("-")
    try:
        return range(int(first), int(last or first) + 1)
    except ValueError:
        return range(0)


def _opens_only(rule: Rule, allowed: tuple[str, ...]) -> bool:
    if not allowed or rule.ports is None or rule.protocol == "-1":
        return False
    low, high = rule.ports
    return any(low in ports and high in ports for ports in map(_range, allowed))


def _data_store(holder: RuleHolder, stack: Stack) -> DataStore | None:
    """A database, proxy or cache that uses the group, as far as the stack shows."""
    groups = (
        stack.follow(holder.group, SecurityGroup, DefaultSecurityGroup).found
        if isinstance(holder, SecurityGroupRule)
        else (holder,)
    )
    return next(
        (user for group in groups for user in stack.referrers(group, DataStore, *DataStore.GROUPS)), None
    )


def _judge(rule: Rule, holder: RuleHolder, stack: Stack, settings: PublicIngress) -> Verdict:
    def judge_range(cidr: Value[str]) -> Verdict:
        if not settings.are_public(cidr.get("")) or _opens_only(rule, settings.allowed_ports):
            return PASS
        used_by = ""
        if _opens_only(rule, settings.web_ports):
            if (user := _data_store(holder, stack)) is None:
                return PASS
            used_by = f", and {user.NOUN} {user.name} uses the group"
        listed = "" if cidr.owner == rule.owner else f" of prefix list {stack.by_urn[cidr.owner].name}"
        return fail(
            f"`{cidr.path}`{listed} allows {traffic(rule)} from {cidr.shown()}{used_by}.",
            cidr,
            cause_of(rule, cidr),
        )

    found, undecided = ranges(rule, stack)
    if stack.follow(rule.prefix_lists, PrefixList).outside:
        undecided = undecided[1:]  # mostly AWS's own lists, such as that of CloudFront
    return every([each(found, judge_range), *map(unknown, undecided)])


@control(
    title="Security group must not admit the internet",
    severity=Severity.HIGH,
    topic="security-groups",
    source=VPC_RULES,
    remediation=(
        "Name the source by security group (referencedSecurityGroupId) or by its own address range; in place."
    ),
    yields_to=PUBLIC_PORTS,
)
def no_public_ingress(holder: RuleHolder, stack: Stack, settings: PublicIngress) -> Verdict:
    return each_rule(holder, lambda rule: _judge(rule, holder, stack, settings), (INGRESS,))
