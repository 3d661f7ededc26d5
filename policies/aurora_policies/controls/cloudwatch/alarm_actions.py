"""An alarm without an action changes its colour on a page that nobody looks at."""

from ...model.cloudwatch import Alarm
from ..control import Severity, Verdict, control, fail, is_set


@control(
    title="CloudWatch alarm tells somebody",
    severity=Severity.MEDIUM,
    topic="logging-and-monitoring",
    source="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-actions.html",
    remediation="Set alarmActions to a topic and leave actionsEnabled on; both are in place.",
)
def alarm_actions(alarm: Alarm) -> Verdict:
    if not alarm.actions_enabled.get(True):
        return fail("`actionsEnabled` is false, so the alarm is silent.", alarm.actions_enabled)
    return is_set(alarm.alarm_actions, "nobody is told when the alarm goes off")
