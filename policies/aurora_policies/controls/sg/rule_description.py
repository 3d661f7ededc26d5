"""A rule without a description is one that nobody dares to remove."""

from ...model.sg import EGRESS, INGRESS, Rule
from ..control import PASS, Severity, Verdict, control, fail
from ._rules import VPC_RULES, RuleHolder, each_rule


def _judge(rule: Rule) -> Verdict:
    text = rule.description
    if text.is_unknown or text.get("").strip():
        return PASS
    return fail(f"`{text.path}` is not set.", text)


@control(
    title="Security group rule says what it is for",
    severity=Severity.LOW,
    topic="security-groups",
    source=VPC_RULES,
    remediation=("Set description on the rule; in place."),
)
def rule_description(holder: RuleHolder) -> Verdict:
    return each_rule(holder, _judge, (INGRESS, EGRESS))
