"""Amazon CloudWatch Logs and CloudWatch resources."""

from .resource import Flag, Number, Tags, Text, View


class LogGroup(View):
    """A CloudWatch Logs log group."""

    TYPES = ("aws:cloudwatch/logGroup:LogGroup", "aws-native:logs:LogGroup")
    IDENTITIES = ("name", "logGroupName", "arn", "id")
    NOUN = "log group"

    group_name = Text("name", native="logGroupName")
    retention = Number("retentionInDays")
    kms_key_id = Text("kmsKeyId")
    skip_destroy = Flag("skipDestroy", native=None)
    deletion_protection = Flag("deletionProtectionEnabled")
    tags = Tags("tags")
