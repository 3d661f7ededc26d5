"""A service has one port. A rule for a range opens its neighbours too."""

from ...model.sg import INGRESS
from ..control import Severity, Verdict, control
from ._rules import VPC_RULES, RuleHolder, each_rule, single_port


@control(
    title="Security group rule lets in a single port",
    severity=Severity.LOW,
    topic="security-groups",
    source=VPC_RULES,
    remediation="Set fromPort and toPort to the service's port, with a rule for each port; in place.",
)
def no_port_range(holder: RuleHolder) -> Verdict:
    return each_rule(holder, single_port, (INGRESS,))
