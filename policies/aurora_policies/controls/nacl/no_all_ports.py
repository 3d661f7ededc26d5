"""A rule for every port makes the ACL a fence without boards."""

from ...model.nacl import AclRule
from ..control import PASS, Severity, Verdict, control, fail
from ._rules import NACLS, Holder, each_ingress, is_open


def _judge(rule: AclRule) -> Verdict:
    if not rule.cidr.is_unknown and not is_open(rule):
        return PASS
    if not (rule.is_all_traffic or rule.is_all_ports) or not is_open(rule):
        return PASS
    return fail(f"`{rule.cidr.path}` lets {rule.traffic} pass from {rule.cidr.shown()}.", rule.cidr)


@control(
    title="Network ACL does not let the internet reach every port",
    severity=Severity.MEDIUM,
    topic="infrastructure-security",
    source=NACLS,
    remediation=(
        "State the protocol, fromPort and toPort of what must pass, or its address range; in place."
    ),
)
def no_all_ports(holder: Holder) -> Verdict:
    return each_ingress(holder, _judge)
