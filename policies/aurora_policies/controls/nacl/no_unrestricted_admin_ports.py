"""A network ACL is the second filter around a subnet and should block remote logins and FTP from the internet."""

from dataclasses import dataclass

from ...model import Stack
from ...model.nacl import AclRule, acl_rules, rules_beside
from ...model.sg import INGRESS
from .._ranges import PublicRanges
from ..control import PASS, Severity, Verdict, control, fail, setting
from ._rules import NACLS, Holder, each_ingress, is_open, is_overruled


@dataclass(frozen=True)
class AdminPorts(PublicRanges):
    ports: tuple[int, ...] = setting((20, 21, 22, 3389), "Ports of remote administration and FTP.")


def _judge(rule: AclRule, holder: Holder, stack: Stack, settings: AdminPorts) -> Verdict:
    if not rule.cidr.is_unknown and not is_open(rule, settings):
        return PASS
    ports = rule.ports
    reached = [port for port in settings.ports if ports is not None and ports[0] <= port <= ports[1]]
    if not reached or not is_open(rule, settings):
        return PASS
    rules = [other for one in (holder, *rules_beside(holder, stack)) for other in acl_rules(one, INGRESS)]
    bare = [str(int(port)) for port in reached if not is_overruled(rule, int(port), rules)]
    if not bare:
        return PASS
    return fail(f"`{rule.cidr.path}` allows {rule.cidr.shown()} to port {', '.join(bare)}.", rule.cidr)


@control(
    title="Network ACL must not open administration ports to the internet",
    severity=Severity.MEDIUM,
    topic="infrastructure-security",
    source=NACLS,
    remediation=(
        "Name the administrators' address range (cidrBlock, ipv6CidrBlock), or deny these ports in an "
        "earlier rule; in place."
    ),
)
def no_unrestricted_admin_ports(holder: Holder, stack: Stack, settings: AdminPorts) -> Verdict:
    return each_ingress(holder, lambda rule: _judge(rule, holder, stack, settings))
