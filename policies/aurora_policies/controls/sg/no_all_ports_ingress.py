"""A rule for every port opens what nobody thought of: a debugger, an agent, tomorrow's service."""

from ...model.sg import Rule
from ..control import PASS, Severity, Verdict, control, fail
from ._rules import VPC_RULES, RuleHolder, each_rule, traffic


def _judge(rule: Rule) -> Verdict:
    ranges = rule.cidrs
    if not ranges or not (rule.is_all_traffic or rule.is_all_ports):
        return PASS
    return fail(f"`{ranges[0].path}` lets {traffic(rule)} pass from {ranges[0].shown()}.", ranges[0])


@control(
    title="Security group opens single ports to an address range, not all",
    severity=Severity.HIGH,
    topic="security-groups",
    source=VPC_RULES,
    remediation=(
        "State the protocol and the one port that the source needs (ipProtocol, fromPort, toPort); in place."
    ),
)
def no_all_ports_ingress(holder: RuleHolder) -> Verdict:
    return each_rule(holder, _judge)
