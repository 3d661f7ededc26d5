"""A wide public range, such as a cloud's, admits strangers; two halves of the internet admit everyone."""

from dataclasses import dataclass

from ...model import Stack, Value
from ...model.addresses import is_private, network
from ...model.sg import EGRESS, INGRESS, Rule
from ..control import PASS, Severity, Verdict, control, each, fail, setting
from ._rules import PUBLIC_PORTS, VPC_RULES, RuleHolder, cause_of, each_rule


@dataclass(frozen=True)
class PublicRanges:
    ipv4_prefix: int = setting(24, "Shortest prefix of a public IPv4 range.", minimum=1, maximum=32)
    ipv6_prefix: int = setting(32, "Shortest prefix of a public IPv6 range.", minimum=1, maximum=128)
    allow_public: bool = setting(True, "Whether narrow public ranges are accepted at all.", strict=False)


def _judge(cidr: Value[str], rule: Rule, settings: PublicRanges) -> Verdict:
    content = cidr.get("")
    found = network(content)
    if found is None or found.prefixlen == 0 or is_private(content):
        return PASS  # sg-no-public-ingress and sg-no-unrestricted-egress judge everyone at once
    shortest = settings.ipv4_prefix if found.version == 4 else settings.ipv6_prefix
    if found.prefixlen < shortest:
        return fail(
            f"`{cidr.path}` is {cidr.shown()}, a public range wider than /{shortest}.",
            cidr,
            cause_of(rule, cidr),
        )
    if not settings.allow_public:
        return fail(f"`{cidr.path}` is {cidr.shown()}, a public range.", cidr)
    return PASS


@control(
    title="Security group must not name a wide public address range",
    severity=Severity.MEDIUM,
    topic="security-groups",
    source=VPC_RULES,
    remediation=(
        "Name the addresses themselves, or the security group or prefix list that stands for them; in place."
    ),
    yields_to=(*PUBLIC_PORTS, "sg-no-public-ingress"),
)
def no_wide_public_cidr(holder: RuleHolder, stack: Stack, settings: PublicRanges) -> Verdict:
    def judge(rule: Rule) -> Verdict:
        return each(rule.cidrs, lambda cidr: _judge(cidr, rule, settings))

    return each_rule(holder, judge, (INGRESS, EGRESS))
