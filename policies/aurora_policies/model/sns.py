"""Amazon SNS resources."""

from .resource import Anything, Number, Tags, Text, View


class Topic(View):
    """An SNS topic, perhaps with its policy inline."""

    TYPES = ("aws:sns/topic:Topic", "aws-native:sns:Topic")
    IDENTITIES = ("arn", "topicArn", "topicName", "id")
    NOUN = "SNS topic"

    kms_key_id = Text("kmsMasterKeyId")
    policy = Anything("policy", native=None)
    signature_version = Number("signatureVersion")
    delivery_logging = Anything("deliveryStatusLogging", native="deliveryStatusLogging")
    tags = Tags("tags")


class TopicPolicy(View):
    """A topic policy attached apart from its topic."""

    TYPES = (
        "aws:sns/topicPolicy:TopicPolicy",
        "aws-native:sns:TopicPolicy",
        "aws-native:sns:TopicInlinePolicy",
    )
    NOUN = "SNS topic policy"

    topic = Text("arn", native="topicArn")
    policy = Anything("policy", native="policyDocument")


class Subscription(View):
    """A subscription to a topic."""

    TYPES = ("aws:sns/topicSubscription:TopicSubscription", "aws-native:sns:Subscription")
    NOUN = "SNS subscription"

    protocol = Text("protocol")
    endpoint = Text("endpoint")
    redrive_policy = Anything("redrivePolicy")
