"""What the controls of network ACLs share."""

from collections.abc import Callable, Iterable

from ...model.addresses import contains
from ...model.nacl import AclRule, NetworkAcl, NetworkAclRule, acl_rules
from ...model.sg import INGRESS
from .._ranges import PublicRanges
from ..control import Verdict, each, not_applicable

Holder = NetworkAcl | NetworkAclRule

NACLS = "https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html"


def each_ingress(holder: Holder, judge: Callable[[AclRule], Verdict]) -> Verdict:
    """Judge every ingress rule."""
    rules = list(acl_rules(holder, INGRESS))
    if not rules and isinstance(holder, NetworkAclRule):
        return not_applicable("judges ingress rules only")
    return each(rules, judge)


def is_open(rule: AclRule, ranges: PublicRanges) -> bool:
    """Whether it allows traffic from the internet. Raises UnknownValue."""
    return ranges.are_public(rule.cidr.get("")) and rule.allows


def is_overruled(rule: AclRule, port: int, rules: Iterable[AclRule]) -> bool:
    """Whether an earlier rule of the list keeps everyone whom `rule` admits from `port`.

    Of all protocols it is TCP that matters.
    """
    protocol = "tcp" if rule.is_all_traffic else rule.protocol
    return any(
        other.number.get(0) < rule.number.get(0)
        and not other.allows
        and other.protocol in ("-1", protocol)
        and other.ports is not None
        and other.ports[0] <= port <= other.ports[1]
        and contains(other.cidr.get(""), rule.cidr.get(""))
        for other in rules
    )
