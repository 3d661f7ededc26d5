"""Cases of cloudwatch-cis-metric-filter-alarms."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    cluster,
    compliant,
    mutation,
    removed,
    res,
    unknown,
    violating,
)

FILTER = "aws:cloudwatch/logMetricFilter:LogMetricFilter"
ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm"
ROOT = '{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != "AwsServiceEvent" }'
ONLY_ROOT = {"events": ["root-use"]}


def watch(pattern: object, metric: str = "RootUse") -> object:
    return res(
        FILTER,
        "filter",
        pattern=pattern,
        metricTransformation={"name": "RootUse", "namespace": "CIS", "value": "1"},
    )


def alarm(metric: str = "RootUse", **more: object) -> object:
    base = {
        "metricName": metric,
        "namespace": "CIS",
        "alarmActions": ["arn:aws:sns:eu-central-1:123456789012:ops"],
    }
    return res(ALARM, "alarm", **{**base, **more})


CASES = [
    compliant("a filter that feeds an alarm", watch(ROOT), alarm(), settings=ONLY_ROOT),
    compliant(
        "aws-native",
        res(
            "aws-native:logs:MetricFilter",
            filterPattern=ROOT,
            metricTransformations=[{"metricName": "RootUse"}],
        ),
        res("aws-native:cloudwatch:Alarm", "alarm", metricName="RootUse", alarmActions=["arn"]),
        settings=ONLY_ROOT,
    ),
    violating("a filter without an alarm", watch(ROOT), settings=ONLY_ROOT, says="root-use"),
    violating("an alarm on another metric", watch(ROOT), alarm("Other"), settings=ONLY_ROOT),
    violating("an alarm that tells nobody", watch(ROOT), alarm(alarmActions=[]), settings=ONLY_ROOT),
    violating("fourteen are missing", watch(ROOT), alarm(), says="unauthorized-calls"),
    absent_fails("nothing at all", cluster(), says="root-use"),
    unknown("a pattern from configuration", watch(UNKNOWN), alarm(), settings=ONLY_ROOT),
]

MUTATION = mutation(removed(FILTER), settings=ONLY_ROOT, beside=(watch(ROOT), alarm()))
