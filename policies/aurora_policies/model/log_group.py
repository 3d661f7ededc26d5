"""Amazon CloudWatch Logs and CloudWatch resources."""

from .resource import Anything, Flag, Number, Tags, Text, View


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
    policy = Anything("resourcePolicyDocument", native="resourcePolicyDocument")
    tags = Tags("tags")


class LogResourcePolicy(View):
    """A policy that lets services or accounts use the log groups of an account."""

    TYPES = ("aws:cloudwatch/logResourcePolicy:LogResourcePolicy", "aws-native:logs:ResourcePolicy")
    NOUN = "log resource policy"

    policy = Anything("policyDocument")


class LogDestinationPolicy(View):
    """The policy of a destination that other accounts may send log events to."""

    TYPES = ("aws:cloudwatch/logDestinationPolicy:LogDestinationPolicy",)
    NOUN = "log destination policy"

    policy = Anything("accessPolicy")


class LogDataProtectionPolicy(View):
    """A policy that masks sensitive data in a log group."""

    TYPES = ("aws:cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy",)
    NOUN = "data protection policy"

    group = Text("logGroupName")
