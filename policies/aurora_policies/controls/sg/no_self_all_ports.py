"""A group whose members may talk to each other on every port lets an intruder on one of them try all the others.
Some services, such as AWS Glue, need it."""

from ...model import Stack, UnknownValue
from ...model.sg import Rule, SecurityGroupRule
from ..control import PASS, Severity, Verdict, control, fail
from ._rules import VPC_RULES, RuleHolder, each_rule, traffic


def _admits_itself(holder: RuleHolder, rule: Rule) -> bool:
    if rule.is_self:
        return True
    source = rule.groups
    if source.is_absent:
        return False
    if not isinstance(holder, SecurityGroupRule):
        return not source.is_unknown and bool(holder.identities().intersection(_names(source.get())))
    group = holder.group
    if not source.is_unknown and not group.is_unknown:
        return group.get("") in _names(source.get())
    depends = holder.resource.property_dependencies
    of_source, of_group = depends.get(source.path, ()), depends.get(group.path, ())
    if not of_source or not of_group:
        raise UnknownValue(f"`{source.path}` may be the group itself; it is not known before the update")
    return not set(of_source).isdisjoint(of_group)


def _names(content: object) -> list[str]:
    return [str(item) for item in (content if isinstance(content, list) else [content])]


def _judge(holder: RuleHolder, rule: Rule) -> Verdict:
    if (rule.is_all_traffic or rule.is_all_ports) and _admits_itself(holder, rule):
        return fail(f"{traffic(rule).capitalize()} passes between the members of the group.", rule.groups)
    return PASS


@control(
    title="Members of a security group do not reach each other on every port",
    severity=Severity.LOW,
    topic="security-groups",
    source=VPC_RULES,
    remediation=(
        "State the protocol and the port that the members need of each other, or remove the rule; in place."
    ),
)
def no_self_all_ports(holder: RuleHolder, stack: Stack) -> Verdict:
    return each_rule(holder, lambda rule: _judge(holder, rule))
