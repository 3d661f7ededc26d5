"""Where every client has a fixed address, a rule for each says exactly who is admitted."""

from ...model import Value
from ...model.addresses import network
from ..control import PASS, Severity, Verdict, control, each, fail
from ._rules import VPC_RULES, RuleHolder, each_rule


def _judge(cidr: Value[str]) -> Verdict:
    found = network(cidr.get(""))
    if found is None or found.prefixlen == found.max_prefixlen:
        return PASS
    return fail(f"`{cidr.path}` is {cidr.shown()}; it must be one address, /{found.max_prefixlen}.", cidr)


@control(
    title="Security group admits single addresses only",
    severity=Severity.LOW,
    topic="security-groups",
    source=VPC_RULES,
    remediation=("Write a rule with /32 (IPv6: /128) for each client, or name its security group; in place."),
    opt_in="subnets as sources are common practice; few networks have fixed client addresses",
)
def ingress_cidr_host_only(holder: RuleHolder) -> Verdict:
    return each_rule(holder, lambda rule: each(rule.cidrs, _judge))
