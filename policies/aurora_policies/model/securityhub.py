"""AWS Security Hub."""

from .resource import Flag, Text, View


class SecurityHub(View):
    """Security Hub in an account."""

    TYPES = ("aws:securityhub/account:Account", "aws-native:securityhub:Hub")
    NOUN = "Security Hub"

    default_standards = Flag("enableDefaultStandards")


class SecurityHubStandard(View):
    """A standard that Security Hub checks."""

    TYPES = (
        "aws:securityhub/standardsSubscription:StandardsSubscription",
        "aws-native:securityhub:Standard",
    )
    NOUN = "Security Hub standard"

    standard = Text("standardsArn")
