"""Whoever reaches a remote login from the internet may try passwords and unpatched servers at leisure."""

from dataclasses import dataclass

from ..control import Severity, Verdict, control, setting
from ._rules import VPC_RULES, RuleHolder, each_rule, no_public_ports


@dataclass(frozen=True)
class AdminPorts:
    ports: tuple[int, ...] = setting(
        (22, 3389, 5900, 5985, 5986),
        "Ports of remote administration: SSH, RDP, VNC and WinRM.",
    )


@control(
    title="Security group opens no port of remote administration to the internet",
    severity=Severity.HIGH,
    topic="security-groups",
    source=VPC_RULES,
    remediation=(
        "Name the source by security group (referencedSecurityGroupId) or by its own address range; in place."
    ),
    equivalents=(
        "securityhub:EC2.13",
        "securityhub:EC2.14",
        "config:INCOMING_SSH_DISABLED",
        "checkov:CKV_AWS_24",
        "checkov:CKV_AWS_25",
        "prowler:ec2_networkacl_allow_ingress_tcp_port_22",
        "prowler:ec2_networkacl_allow_ingress_tcp_port_3389",
        "prowler:ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_22",
        "prowler:ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_3389",
        "trivy:AWS-0107",
        "cdk-nag:EC2RestrictedSSH",
        "cloudsploit:ec2/openRDP",
        "cloudsploit:ec2/openSSH",
        "cloudsploit:ec2/openVNCClient",
        "cloudsploit:ec2/openVNCServer",
        "hashicorp-cis:ec2-security-group-ingress-traffic-restriction-port",
        "hashicorp-cis:ec2-security-group-ingress-traffic-restriction-protocol",
        "kics:remote_desktop_port_open_to_internet",
        "kics:security_group_with_unrestricted_access_to_ssh",
        "mondoo:secgroup-internet-facing-restrict-admin-ports",
        "mondoo:secgroup-restricted-rdp",
        "mondoo:secgroup-restricted-ssh",
        "mondoo:secgroup-restricted-vnc",
        "mondoo:secgroup-restricted-winrm",
        "regula:FG_R00085",
        "regula:FG_R00087",
        "steampipe-terraform:vpc_security_group_restrict_ingress_rdp_all",
        "steampipe-terraform:vpc_security_group_restrict_ingress_ssh_all",
        "steampipe:vpc_security_group_remote_administration",
        "steampipe:vpc_security_group_remote_administration_ipv4",
        "steampipe:vpc_security_group_remote_administration_ipv6",
        "steampipe:vpc_security_group_restrict_ingress_rdp_all",
        "steampipe:vpc_security_group_restrict_ingress_ssh_all",
        "terrascan:AC_AWS_0227",
    ),
)
def no_public_admin_ports(holder: RuleHolder, settings: AdminPorts) -> Verdict:
    return each_rule(holder, lambda rule: no_public_ports(rule, settings.ports))
