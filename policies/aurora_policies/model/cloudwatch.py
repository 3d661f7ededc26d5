"""Amazon CloudWatch alarms and metric filters."""

from .resource import Anything, Flag, Text, Texts, View


class Alarm(View):
    """A metric or composite alarm."""

    TYPES = (
        "aws:cloudwatch/metricAlarm:MetricAlarm",
        "aws:cloudwatch/compositeAlarm:CompositeAlarm",
        "aws-native:cloudwatch:Alarm",
        "aws-native:cloudwatch:CompositeAlarm",
    )
    NOUN = "alarm"

    actions_enabled = Flag("actionsEnabled")
    alarm_actions = Texts("alarmActions")
    namespace = Text("namespace")
    metric_name = Text("metricName")
    dimensions = Anything("dimensions")


class MetricFilter(View):
    """A metric filter on a log group."""

    TYPES = ("aws:cloudwatch/logMetricFilter:LogMetricFilter", "aws-native:logs:MetricFilter")
    NOUN = "metric filter"

    group = Text("logGroupName")
    pattern = Text("pattern", native="filterPattern")
    transformation = Anything("metricTransformation", native="metricTransformations")
