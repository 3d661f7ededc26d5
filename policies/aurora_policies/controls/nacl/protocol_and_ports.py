"""A rule of an ACL lets in, or out, what is needed: a protocol and its ports, not everything.

EC2 passes over what a rule for all protocols, or for ICMPv6 and a range of IPv4, says of ports and messages.
"""

from ...model.nacl import AclRule, acl_rules
from ...model.sg import EGRESS, INGRESS
from ..control import PASS, Severity, Verdict, control, each, fail
from ._rules import NACLS, Holder

_ICMPV6 = ("58", "icmpv6", "ipv6-icmp")


def _judge(rule: AclRule) -> Verdict:
    if not rule.allows:
        return PASS
    if rule.protocol in _ICMPV6:
        if not rule.is_for_ipv6:
            return fail(f"A rule for ICMPv6 and {rule.cidr.shown()} lets every message pass.", rule.cidr)
        return PASS if rule.states_icmp else fail("A rule for ICMPv6 has no `icmpType` and `icmpCode`.")
    if not rule.is_all_traffic and rule.ports is not None and not rule.states_ports:
        return fail(f"A rule for {rule.protocol} has no `fromPort` and `toPort`.")
    if not (rule.is_all_traffic or rule.is_all_ports):
        return PASS
    return fail(f"A rule lets {rule.traffic} pass for {rule.cidr.shown()}.", rule.cidr)


@control(
    title="Network ACL rule is for a protocol and ports",
    severity=Severity.LOW,
    topic="infrastructure-security",
    source=NACLS,
    remediation=(
        "State the protocol with fromPort and toPort, or with icmpType and icmpCode; ICMPv6 takes an "
        "ipv6CidrBlock; in place."
    ),
    opt_in="inside of a network ACLs often let everything pass and leave the choice to security groups",
)
def protocol_and_ports(holder: Holder) -> Verdict:
    return each([INGRESS, EGRESS], lambda way: each(acl_rules(holder, way), _judge))
