"""A wide public range, such as 3.0.0.0/8, belongs to a cloud or a carrier: any of its customers gets through.

A rule for everyone (0.0.0.0/0) is normal in a public subnet, where security groups decide; nacl-no-all-ports and
nacl-no-unrestricted-admin-ports judge what it opens.
"""

from ...model.addresses import is_world
from ...model.nacl import AclRule
from .._ranges import PublicRanges
from ..control import PASS, Severity, Verdict, control, fail
from ._rules import NACLS, Holder, each_ingress, is_open


def _judge(rule: AclRule, ranges: PublicRanges) -> Verdict:
    if rule.cidr.is_absent or is_world(rule.cidr.get("")) or not is_open(rule, ranges):
        return PASS
    if rule.is_all_traffic or rule.is_all_ports:
        return PASS  # nacl-no-all-ports reports it
    return fail(
        f"`{rule.cidr.path}` allows {rule.traffic} from {rule.cidr.shown()}, a public range that nobody owns alone.",
        rule.cidr,
    )


@control(
    title="Network ACL must not admit a wide public address range",
    severity=Severity.MEDIUM,
    topic="infrastructure-security",
    source=NACLS,
    remediation="Name the client's own address range in cidrBlock or ipv6CidrBlock; in place.",
)
def no_wide_public_cidr(holder: Holder, settings: PublicRanges) -> Verdict:
    return each_ingress(holder, lambda rule: _judge(rule, settings))
