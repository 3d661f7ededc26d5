"""Some ports belong to services that were never made for the internet: file shares, plain-text logins, consoles
and control planes."""

from dataclasses import dataclass

from ..control import Severity, Verdict, control, setting
from ._rules import VPC_RULES, RuleHolder, each_rule, no_public_ports


@dataclass(frozen=True)
class HighRiskPorts:
    ports: tuple[int, ...] = setting(
        (20, 21, 23, 25, 53, 110, 111, 135, 137, 138, 139, 143, 161, 389, 445, 636, 1433, 1434, 2375, 2376, 2379, 2380,
         3000, 3020, 3306, 3389, 4333, 4505, 4506, 5000, 5432, 5500, 5601, 6443, 8020, 8080, 8088, 8888, 9092, 9200,
         9300, 10250, 10255, 22, 50070, 50470),
        "Ports that AWS calls high-risk, and those of file shares, mail, consoles and control planes.",
    )  # fmt: skip


@control(
    title="Security group opens no high-risk port to the internet",
    severity=Severity.HIGH,
    topic="security-groups",
    source=VPC_RULES,
    remediation=(
        "Name the source by security group (referencedSecurityGroupId) or by its own address range; in place."
    ),
    equivalents=(
        "securityhub:EC2.19",
        "config:RESTRICTED_COMMON_PORTS",
        "controltower:CT.EC2.PR.4",
        "prowler:ec2_securitygroup_allow_ingress_from_internet_to_high_risk_tcp_ports",
        "prowler:ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_ftp_20_21",
        "prowler:ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_kafka_9092",
        "prowler:ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_telnet_23",
        "cdk-nag:EC2RestrictedCommonPorts",
        "cfn-guard:RESTRICTED_INCOMING_TRAFFIC",
        "cloudsploit:ec2/openCIFS",
        "cloudsploit:ec2/openCustomPorts",
        "cloudsploit:ec2/openDNS",
        "cloudsploit:ec2/openDocker",
        "cloudsploit:ec2/openFTP",
        "cloudsploit:ec2/openHadoopNameNode",
        "cloudsploit:ec2/openHadoopNameNodeWebUI",
        "cloudsploit:ec2/openInternalWeb",
        "cloudsploit:ec2/openKibana",
        "cloudsploit:ec2/openLDAP",
        "cloudsploit:ec2/openLDAPS",
        "cloudsploit:ec2/openNetBIOS",
        "cloudsploit:ec2/openRPC",
        "cloudsploit:ec2/openSMBoTCP",
        "cloudsploit:ec2/openSMTP",
        "cloudsploit:ec2/openSNMP",
        "cloudsploit:ec2/openSalt",
        "cloudsploit:ec2/openTelnet",
        "hashicorp-fsbp:ec2-security-group-ingress-traffic-restriction-to-common-ports",
        "mondoo:secgroup-restricted-docker-daemon",
        "mondoo:secgroup-restricted-etcd",
        "mondoo:secgroup-restricted-kubelet",
        "mondoo:secgroup-restricted-kubernetes-api",
        "regula:FG_R00214",
        "regula:FG_R00234",
        "regula:FG_R00244",
        "regula:FG_R00245",
        "regula:FG_R00246",
        "regula:FG_R00247",
        "regula:FG_R00259",
        "regula:FG_R00260",
        "regula:FG_R00262",
        "regula:FG_R00263",
        "regula:FG_R00266",
        "scoutsuite:ec2-security-group-opens-plaintext-port",
        "steampipe:vpc_security_group_restrict_ingress_cifs_port_all",
        "steampipe:vpc_security_group_restrict_ingress_common_ports_all",
        "steampipe:vpc_security_group_restrict_ingress_kafka_port",
        "steampipe:vpc_security_group_restrict_ingress_kibana_port",
        "steampipe:vpc_security_group_restricted_common_ports",
        "terrascan:AC_AWS_0233",
        "terrascan:AC_AWS_0236",
        "terrascan:AC_AWS_0237",
        "terrascan:AC_AWS_0242",
        "terrascan:AC_AWS_0243",
        "terrascan:AC_AWS_0246",
        "terrascan:AC_AWS_0254",
        "terrascan:AC_AWS_0255",
        "terrascan:AC_AWS_0256",
        "terrascan:AC_AWS_0257",
        "terrascan:AC_AWS_0258",
        "terrascan:AC_AWS_0259",
        "terrascan:AC_AWS_0264",
        "terrascan:AC_AWS_0266",
        "terrascan:AC_AWS_0269",
        "terrascan:AC_AWS_0271",
        "terrascan:AC_AWS_0272",
        "terrascan:AC_AWS_0273",
    ),
)
def no_public_high_risk_ports(holder: RuleHolder, settings: HighRiskPorts) -> Verdict:
    return each_rule(holder, lambda rule: no_public_ports(rule, settings.ports))
