"""A flow log is what is left to look at when somebody was in the network who should not have been."""

from dataclasses import dataclass

from ...model import Stack
from ...model.ec2 import DefaultVpc, FlowLog, Subnet, Vpc
from ..control import PASS, Severity, Verdict, control, decide, fail, one_of, setting, some, unknown
from ._flow_logs import unresolved


@dataclass(frozen=True)
class Traffic:
    require_all: bool = setting(
        False, "Require accepted traffic to be recorded as well as rejected.", strict=True
    )


def _of(vpc: Vpc | DefaultVpc, stack: Stack) -> list[FlowLog]:
    return list(stack.referrers(vpc, FlowLog, "vpcId", "resourceId"))


def _covers_every_subnet(vpc: Vpc | DefaultVpc, stack: Stack) -> bool:
    subnets = stack.referrers(vpc, Subnet, "vpcId")
    return bool(subnets) and all(
        stack.referrers(subnet, FlowLog, "subnetId", "resourceId") for subnet in subnets
    )


@control(
    title="VPC has a flow log",
    severity=Severity.MEDIUM,
    topic="logging-and-monitoring",
    source="https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html",
    remediation="Add an aws.ec2.FlowLog for the VPC with trafficType ALL, or REJECT at least.",
    equivalents=(
        "securityhub:EC2.6",
        "config:VPC_FLOW_LOGS_ENABLED",
        "checkov:CKV2_AWS_11",
        "prowler:vpc_flow_logs_enabled",
        "trivy:AWS-0178",
        "cdk-nag:VPCFlowLogsEnabled",
        "cfn_nag:W60",
        "cloudsploit:ec2/flowLogsEnabled",
        "hashicorp-cis:ec2-vpc-flow-logging-enabled",
        "hashicorp-cis:vpc-flow-logging-enabled",
        "hashicorp-fsbp:ec2-vpc-flow-logging-enabled",
        "kics:vpc_flowlogs_disabled",
        "mondoo:vpc-flow-logs-enabled",
        "regula:FG_R00054",
        "steampipe-terraform:vpc_flow_logs_enabled",
        "steampipe:vpc_flow_logs_enabled",
        "terrascan:AC_AWS_0369",
        "yatas:AWS_VPC_004",
    ),
)
def flow_logs_enabled(vpc: Vpc | DefaultVpc, stack: Stack, settings: Traffic) -> Verdict:
    logs = _of(vpc, stack)
    accepted = ("ALL",) if settings.require_all else ("ALL", "REJECT")
    if logs:
        verdicts = [decide(one_of, log.traffic_type, accepted) for log in logs]
        return some(verdicts, otherwise=verdicts[0])
    if _covers_every_subnet(vpc, stack):
        return PASS
    if (log := unresolved(stack)) is not None:
        return unknown(f"what the flow log {log.resource.name} records is not known before the update")
    return fail("No flow log of this stack records the VPC's traffic.")
