"""A rule for every port opens what nobody thought of: a debugger, an agent, tomorrow's service."""

from ...model.security_groups import Rule
from ..control import PASS, Severity, Verdict, control, fail
from ._rules import VPC_RULES, RuleHolder, each_rule, traffic


def _judge(rule: Rule) -> Verdict:
    ranges = rule.cidrs
    if not ranges or not (rule.is_all_traffic or rule.is_all_ports):
        return PASS
    return fail(f"`{ranges[0].path}` lets {traffic(rule)} pass from {ranges[0].shown()}.", ranges[0])


@control(
    title="Security group opens single ports to an address range, not all",
    severity=Severity.HIGH,
    topic="security-groups",
    source=VPC_RULES,
    remediation=(
        "State the protocol and the one port that the source needs (ipProtocol, fromPort, toPort); in place."
    ),
    equivalents=(
        "checkov:CKV_AWS_277",
        "prowler:ec2_securitygroup_allow_ingress_from_internet_to_all_ports",
        "cfn-guard:SECURITY_GROUP_INGRESS_ALL_PROTOCOLS_RULE",
        "cfn_nag:W42",
        "cloudsploit:ec2/openAllPortsProtocols",
        "regula:FG_R00044",
        "regula:FG_R00045",
        "regula:FG_R00103",
        "regula:FG_R00350",
        "scoutsuite:ec2-security-group-opens-all-ports",
        "scoutsuite:ec2-security-group-opens-all-ports-to-all",
        "scoutsuite:ec2-security-group-opens-icmp-to-all",
        "steampipe:vpc_security_group_restrict_ingress_tcp_udp_all",
        "terrascan:AC_AWS_0231",
        "terrascan:AC_AWS_0275",
    ),
)
def no_all_ports_ingress(holder: RuleHolder) -> Verdict:
    return each_rule(holder, _judge)
