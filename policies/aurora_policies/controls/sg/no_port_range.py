"""A service has one port. A rule for a range opens its neighbours too."""

from ...model.security_groups import INGRESS
from ..control import Severity, Verdict, control
from ._rules import VPC_RULES, RuleHolder, each_rule, single_port


@control(
    title="Security group rule lets in a single port",
    severity=Severity.LOW,
    topic="security-groups",
    source=VPC_RULES,
    remediation="Set fromPort and toPort to the service's port, with a rule for each port; in place.",
    equivalents=(
        "cfn-guard:SECURITY_GROUP_INGRESS_PORT_RANGE_RULE",
        "cfn_nag:W27",
        "kics:security_group_ingress_with_port_range",
        "scoutsuite:ec2-security-group-opens-port-range",
    ),
)
def no_port_range(holder: RuleHolder) -> Verdict:
    return each_rule(holder, single_port, (INGRESS,))
