"""Whoever breaks into a host goes on from there by any way that is open: a rule out is for the port that is needed.

A rule to the host itself is how a group says that nothing may leave it."""

import ipaddress

from ...model import Value
from ...model.addresses import network
from ...model.sg import EGRESS, Rule
from ..control import PASS, Severity, Verdict, control, each, fail
from ._rules import VPC_RULES, RuleHolder, each_rule, traffic


def _judge(rule: Rule) -> Verdict:
    if not rule.cidrs or not (rule.is_all_traffic or rule.is_all_ports):
        return PASS

    def judge(cidr: Value[str]) -> Verdict:
        found = network(cidr.get(""))
        if found is None or _is_host_itself(found):
            return PASS
        return fail(f"`{cidr.path}` lets {traffic(rule)} pass to {cidr.shown()}.", cidr)

    return each(rule.cidrs, judge)


def _is_host_itself(found: ipaddress.IPv4Network | ipaddress.IPv6Network) -> bool:
    return found.is_loopback and found.prefixlen >= 8


@control(
    title="Security group lets single ports out to an address range, not all",
    severity=Severity.LOW,
    topic="security-groups",
    source=VPC_RULES,
    remediation="State the protocol and the one port that is needed (ipProtocol, fromPort, toPort); in place.",
    opt_in="what a host may reach inside of the network is often left to the groups of the others",
)
def no_all_ports_egress(holder: RuleHolder) -> Verdict:
    return each_rule(holder, _judge, (EGRESS,))
