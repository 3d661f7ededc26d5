"""A flow log of the subnet, or of its whole VPC, records who reached for what stands in it."""

from ...model import Stack
from ...model.subnet import Subnet
from ...model.vpc import DefaultVpc, FlowLog, Vpc
from ..control import PASS, Severity, Verdict, control, fail, unknown
from ._flow_logs import unresolved


@control(
    title="Subnet has a flow log, or its VPC has",
    severity=Severity.LOW,
    topic="logging-and-monitoring",
    source="https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html",
    remediation="Add an aws.ec2.FlowLog for the VPC, or for the subnet.",
    opt_in="a flow log of the VPC covers its subnets: vpc-flow-logs-enabled",
)
def subnet_flow_logs(subnet: Subnet, stack: Stack) -> Verdict:
    if stack.referrers(subnet, FlowLog, "subnetId", "resourceId"):
        return PASS
    vpcs = stack.follow(subnet.vpc, Vpc, DefaultVpc)
    if any(stack.referrers(vpc, FlowLog, "vpcId", "resourceId") for vpc in vpcs.found):
        return PASS
    if vpcs.outside:
        return unknown(vpcs.outside_reason, subnet.vpc)
    if (log := unresolved(stack, "vpcId", "subnetId", "resourceId")) is not None:
        return unknown(f"what the flow log {log.resource.name} records is not known before the update")
    return fail("No flow log of this stack records the subnet's traffic.")
