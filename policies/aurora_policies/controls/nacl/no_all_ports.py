"""A rule that opens every port to the internet makes the network ACL useless."""

from ...model.nacl import AclRule
from .._ranges import PublicRanges
from ..control import PASS, Severity, Verdict, control, fail
from ._rules import NACLS, Holder, each_ingress, is_open


def _judge(rule: AclRule, ranges: PublicRanges) -> Verdict:
    if not rule.cidr.is_unknown and not is_open(rule, ranges):
        return PASS
    if not (rule.is_all_traffic or rule.is_all_ports) or not is_open(rule, ranges):
        return PASS
    return fail(f"`{rule.cidr.path}` allows {rule.traffic} from {rule.cidr.shown()}.", rule.cidr)


@control(
    title="Network ACL must not open every port to the internet",
    severity=Severity.MEDIUM,
    topic="infrastructure-security",
    source=NACLS,
    remediation=(
        "State the protocol, fromPort and toPort of what must pass, or its address range; in place."
    ),
)
def no_all_ports(holder: Holder, settings: PublicRanges) -> Verdict:
    return each_ingress(holder, lambda rule: _judge(rule, settings))
