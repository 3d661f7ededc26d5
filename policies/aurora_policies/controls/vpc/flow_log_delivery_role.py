"""A flow log to CloudWatch Logs is delivered with a role; without one AWS refuses it, or delivers nothing."""

from ...model.vpc import FlowLog
from ..control import Severity, Verdict, control, is_set, not_applicable


@control(
    title="Flow log to CloudWatch Logs has a delivery role",
    severity=Severity.LOW,
    topic="logging-and-monitoring",
    source="https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html",
    remediation="Set iamRoleArn to a role that may write to this log group only. A change replaces the flow log.",
)
def flow_log_delivery_role(log: FlowLog) -> Verdict:
    destination = (log.destination_type.get("") or "cloud-watch-logs").lower()
    if destination != "cloud-watch-logs":
        return not_applicable("only delivery to CloudWatch Logs needs a role")
    return is_set(log.role, "nothing can be delivered to CloudWatch Logs")
