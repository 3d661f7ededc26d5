"""A service has one port. A rule for a range opens its neighbours too."""

from ...model.security_groups import EGRESS, INGRESS, Rule
from ..control import PASS, Severity, Verdict, control, fail
from ._rules import VPC_RULES, RuleHolder, each_rule, traffic


def _judge(rule: Rule) -> Verdict:
    if rule.is_all_traffic:
        return PASS  # sg-no-all-ports-ingress and sg-no-unrestricted-egress judge rules without ports
    ports = rule.ports
    if ports is None or ports[0] == ports[1]:
        return PASS
    subject = rule.where[:1].upper() + rule.where[1:] if " " in rule.where else f"`{rule.where}`"
    return fail(
        f"{subject} is for {traffic(rule)}, a range of ports.",
        "fromPort" if " " in rule.where else rule.where,
    )


@control(
    title="Security group rule is for a single port",
    severity=Severity.LOW,
    topic="security-groups",
    source=VPC_RULES,
    remediation=("Set fromPort and toPort to the service's port, with a rule for each port; in place."),
    equivalents=(
        "cfn-guard:SECURITY_GROUP_EGRESS_PORT_RANGE_RULE",
        "cfn-guard:SECURITY_GROUP_INGRESS_PORT_RANGE_RULE",
        "cfn_nag:W27",
        "cfn_nag:W29",
        "kics:security_group_ingress_with_port_range",
        "scoutsuite:ec2-security-group-opens-port-range",
    ),
)
def no_port_range(holder: RuleHolder) -> Verdict:
    return each_rule(holder, _judge, (INGRESS, EGRESS))
