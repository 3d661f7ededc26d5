"""A rule for every port opens what nobody thought of: a debugger, an agent, the next service."""

from ...model.sg import Rule
from ..control import PASS, Severity, Verdict, control, every, fail
from ._rules import VPC_RULES, RuleHolder, cause_of, each_rule, traffic


def _judge(rule: Rule) -> Verdict:
    ranges = rule.cidrs
    if not ranges or not (rule.is_all_traffic or rule.is_all_ports):
        return PASS
    return every(
        fail(f"`{cidr.path}` allows {traffic(rule)} from {cidr.shown()}.", cidr, cause_of(rule, cidr))
        for cidr in ranges
    )


@control(
    title="Security group must not open every port to an address range",
    severity=Severity.HIGH,
    topic="security-groups",
    source=VPC_RULES,
    remediation=(
        "State the protocol and the one port that the source needs (ipProtocol, fromPort, toPort); in place."
    ),
)
def no_all_ports_ingress(holder: RuleHolder) -> Verdict:
    return each_rule(holder, _judge)
