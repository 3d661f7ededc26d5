"""An ACL is the second fence around a subnet: it need not let the internet try remote logins and file transfers."""

from dataclasses import dataclass

from ...model import Stack
from ...model.network_acls import AclRule, acl_rules, rules_beside
from ...model.security_groups import INGRESS
from ..control import PASS, Severity, Verdict, control, fail, setting
from ._rules import NACLS, Holder, each_ingress, is_open, is_overruled


@dataclass(frozen=True)
class AdminPorts:
    ports: tuple[int, ...] = setting((20, 21, 22, 3389), "Ports of remote administration and FTP.")


def _judge(rule: AclRule, holder: Holder, stack: Stack, settings: AdminPorts) -> Verdict:
    if not rule.cidr.is_unknown and not is_open(rule):
        return PASS
    ports = rule.ports
    reached = [port for port in settings.ports if ports is not None and ports[0] <= port <= ports[1]]
    if not reached or not is_open(rule):
        return PASS
    rules = [other for one in (holder, *rules_beside(holder, stack)) for other in acl_rules(one, INGRESS)]
    bare = [str(int(port)) for port in reached if not is_overruled(rule, int(port), rules)]
    if not bare:
        return PASS
    return fail(f"`{rule.cidr.path}` lets {rule.cidr.shown()} reach port {', '.join(bare)}.", rule.cidr)


@control(
    title="Network ACL does not let the internet reach ports of remote administration",
    severity=Severity.MEDIUM,
    topic="infrastructure-security",
    source=NACLS,
    remediation=(
        "Name the administrators' address range (cidrBlock, ipv6CidrBlock), or deny these ports in an "
        "earlier rule; in place."
    ),
    equivalents=(
        "securityhub:EC2.21",
        "config:NACL_NO_UNRESTRICTED_SSH_RDP",
        "controltower:CT.EC2.PR.5",
        "checkov:CKV_AWS_229",
        "checkov:CKV_AWS_230",
        "checkov:CKV_AWS_231",
        "checkov:CKV_AWS_232",
        "prowler:ec2_networkacl_allow_ingress_tcp_port_22",
        "prowler:ec2_networkacl_allow_ingress_tcp_port_3389",
        "trivy:AWS-0105",
        "hashicorp-cis:ec2-network-acl",
        "hashicorp-fsbp:ec2-network-acl",
        "kics:network_acl_with_unrestricted_access_to_rdp",
        "kics:network_acl_with_unrestricted_access_to_ssh",
        "mondoo:nacl-no-unrestricted-ssh-rdp",
        "regula:FG_R00357",
        "regula:FG_R00359",
        "steampipe-terraform:vpc_network_acl_allow_ftp_port_20_ingress",
        "steampipe-terraform:vpc_network_acl_allow_ftp_port_21_ingress",
        "steampipe-terraform:vpc_network_acl_allow_rdp_port_3389_ingress",
        "steampipe-terraform:vpc_network_acl_allow_ssh_port_22_ingress",
        "steampipe:vpc_network_acl_remote_administration",
    ),
)
def no_unrestricted_admin_ports(holder: Holder, stack: Stack, settings: AdminPorts) -> Verdict:
    return each_ingress(holder, lambda rule: _judge(rule, holder, stack, settings))
