"""A flow log is what is left to look at when somebody was in the network who should not have been."""

from dataclasses import dataclass

from ...model import Stack
from ...model.subnet import Subnet
from ...model.vpc import DefaultVpc, FlowLog, Vpc
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
