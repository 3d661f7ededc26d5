"""A rule without a description is one that nobody dares to remove."""

from ...model.security_groups import EGRESS, INGRESS, Rule
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
    equivalents=(
        "checkov:CKV_AWS_23",
        "trivy:AWS-0124",
        "cfn-guard:SECURITY_GROUP_DESCRIPTION_RULE",
        "cfn_nag:W36",
        "pulumi:aws-ec2-securitygroup-missing-egress-rule-description",
        "pulumi:aws-ec2-securitygroup-missing-ingress-rule-description",
        "steampipe-terraform:vpc_security_group_rule_description_for_rules",
    ),
)
def rule_description(holder: RuleHolder) -> Verdict:
    return each_rule(holder, _judge, (INGRESS, EGRESS))
