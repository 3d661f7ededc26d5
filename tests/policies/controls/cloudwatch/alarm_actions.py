"""Cases of cloudwatch-alarm-actions."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    changed,
    compliant,
    mutation,
    ref,
    res,
    unknown,
    unknown_passes,
    violating,
)

ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm"
TOPIC = "arn:aws:sns:eu-central-1:123456789012:alarms"

CASES = [
    compliant("a topic", res(ALARM, alarmActions=[TOPIC])),
    compliant("a topic of the stack", res(ALARM, alarmActions=[ref(res("aws:sns/topic:Topic", "t"))])),
    compliant("composite", res("aws:cloudwatch/compositeAlarm:CompositeAlarm", alarmActions=[TOPIC])),
    violating("silenced", res(ALARM, alarmActions=[TOPIC], actionsEnabled=False), says="silent"),
    violating("nobody", res(ALARM, alarmActions=[])),
    violating("nobody, aws-native", res("aws-native:cloudwatch:Alarm", okActions=[TOPIC])),
    absent_fails("nothing said", res(ALARM), says="nobody is told"),
    unknown("whether it speaks", res(ALARM, alarmActions=[TOPIC], actionsEnabled=UNKNOWN)),
    unknown_passes("a topic not known yet is a topic", res(ALARM, alarmActions=UNKNOWN)),
]

MUTATION = mutation(changed(ALARM, alarmActions=[]))
