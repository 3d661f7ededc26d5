"""A changed DB security group lets others in. They are of EC2-Classic; in a VPC the trail tells of its own groups."""

from dataclasses import dataclass

from ...model.rds import EventSubscription
from ..control import Severity, Verdict, control, setting
from ._events import judge_subscription

_SOURCE = "db-security-group"


@dataclass(frozen=True)
class SecurityGroupEvents:
    required_categories: tuple[str, ...] = setting(
        ("configuration change", "failure"),
        "Categories that a subscription to DB security group events must tell of.",
    )


@control(
    title="Subscription to DB security group events tells of changes and failure",
    severity=Severity.LOW,
    topic="logging-and-monitoring",
    source="USER_Events.Subscribing",
    remediation=(
        "Name the categories configuration change, failure in eventCategories, "
        "or leave it out for all of them; in place."
    ),
)
def event_subscription_security_group(
    subscription: EventSubscription, settings: SecurityGroupEvents
) -> Verdict:
    return judge_subscription(subscription, _SOURCE, settings.required_categories)
