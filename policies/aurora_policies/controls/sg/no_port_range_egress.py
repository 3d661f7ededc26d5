"""Whoever is reached has one port. A rule for a range reaches what listens beside it too."""

from ...model.sg import EGRESS
from ..control import Severity, Verdict, control
from ._rules import VPC_RULES, RuleHolder, each_rule, single_port


@control(
    title="Security group rule lets out to a single port",
    severity=Severity.LOW,
    topic="security-groups",
    source=VPC_RULES,
    remediation="Set fromPort and toPort to the service's port, with a rule for each port; in place.",
)
def no_port_range_egress(holder: RuleHolder) -> Verdict:
    return each_rule(holder, single_port, (EGRESS,))
