"""A database answers its clients and starts no conversations: it needs no way out to the internet, not even one
port. Where the program does not say what may leave, sg-no-unrestricted-egress judges."""

from ...model.sg import EGRESS, Rule
from .._ranges import PublicRanges
from ..control import PASS, Severity, Verdict, control
from ._rules import VPC_RULES, RuleHolder, each_rule, may_be_public, refuse_public


@control(
    title="Security group lets nothing out to the internet",
    severity=Severity.LOW,
    topic="security-groups",
    source=VPC_RULES,
    remediation="Remove the rule, or name a target group, range or prefix list; in place.",
    opt_in="what runs beside a database often calls services over the internet",
)
def no_public_egress(holder: RuleHolder, settings: PublicRanges) -> Verdict:
    def judge(rule: Rule) -> Verdict:
        return refuse_public(rule, settings) if may_be_public(rule, settings) else PASS

    return each_rule(holder, judge, (EGRESS,))
