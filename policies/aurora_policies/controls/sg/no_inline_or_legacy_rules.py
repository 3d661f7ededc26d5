"""One resource for one rule gives each an id, tags and a description, and changes one without touching the others.
Inline rules and the older rule resource cannot."""

from ...model.sg import SecurityGroup, SecurityGroupRule
from ..control import PASS, Severity, Verdict, control, every, fail, not_applicable, unknown
from ._rules import LEGACY_RULE


@control(
    title="Security group rules are resources of their own",
    severity=Severity.LOW,
    topic="security-groups",
    source="https://www.pulumi.com/registry/packages/aws/api-docs/ec2/securitygroup/",
    remediation=(
        "Write each rule as aws.vpc.SecurityGroupIngressRule or SecurityGroupEgressRule, and "
        "import those that exist."
    ),
)
def no_inline_or_legacy_rules(holder: SecurityGroup | SecurityGroupRule) -> Verdict:
    if holder.is_native:
        return not_applicable("aws-native has one form of rule resource, and inline rules do it no harm")
    if isinstance(holder, SecurityGroupRule):
        if holder.resource.type == LEGACY_RULE:
            return fail("The rule is an aws.ec2.SecurityGroupRule, the older form.")
        return PASS
    verdicts = []
    for rules in (holder.ingress, holder.egress):
        if rules.is_set and isinstance(rules.raw, (list, dict)):
            verdicts.append(fail(f"`{rules.path}` states rules inline.", rules))
        elif rules.is_set:
            verdicts.append(unknown(f"`{rules.path}` is not known before the update", rules))
    return every(verdicts)
