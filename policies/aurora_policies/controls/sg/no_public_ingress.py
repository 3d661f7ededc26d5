"""Whatever the internet can reach, it will try; a database and what stands before it have known clients."""

from dataclasses import dataclass

from ...model.sg import Rule
from .._ranges import PublicRanges
from ..control import PASS, Severity, Verdict, control, setting
from ._rules import VPC_RULES, RuleHolder, each_rule, may_be_public, refuse_public


@dataclass(frozen=True)
class PublicIngress(PublicRanges):
    allowed_ports: tuple[str, ...] = setting(
        (), 'Ports, or ranges of ports, that everyone may reach, such as "443" or "8000-8100".'
    )


def _range(text: str) -> range:
    first, _, last = text.partition("-")
    try:
        return range(int(first), int(last or first) + 1)
    except ValueError:
        return range(0)


def _judge(rule: Rule, settings: PublicIngress) -> Verdict:
    allowed = settings.allowed_ports
    if not may_be_public(rule, settings):
        return PASS
    if allowed and rule.ports is not None:
        low, high = rule.ports
        if any(low in ports and high in ports for ports in map(_range, allowed)):
            return PASS
    return refuse_public(rule, settings)


@control(
    title="Security group admits nobody from the whole internet",
    severity=Severity.HIGH,
    topic="security-groups",
    source=VPC_RULES,
    remediation=(
        "Name the source by security group (referencedSecurityGroupId) or by its own address range; in place."
    ),
)
def no_public_ingress(holder: RuleHolder, settings: PublicIngress) -> Verdict:
    return each_rule(holder, lambda rule: _judge(rule, settings))
