"""A changed, failed or maintained instance is news for whoever is on call, and a subscription tells them.

Only subscriptions are judged unless each instance is asked to have one.
"""

from dataclasses import dataclass

from ...model import Stack
from ...model.rds import ClusterInstance, DbInstance, EventSubscription
from ..control import Severity, Verdict, control, not_applicable, setting
from ._events import judge_coverage, judge_subscription

_SOURCE = "db-instance"


@dataclass(frozen=True)
class InstanceEvents:
    required_categories: tuple[str, ...] = setting(
        ("configuration change", "failure", "maintenance"),
        "Categories that a subscription to instance events must tell of.",
        strict=(
            "availability",
            "configuration change",
            "deletion",
            "failure",
            "maintenance",
            "security patching",
        ),
    )
    subscription_required: bool = setting(
        False, "Whether each instance of the stack needs a subscription of the stack.", strict=True
    )


@control(
    title="Subscription to instance events tells of changes, failure and maintenance",
    severity=Severity.LOW,
    topic="logging-and-monitoring",
    source="USER_Events.Subscribing",
    remediation=(
        "Name the categories configuration change, failure, maintenance in eventCategories, "
        "or leave it out for all of them; in place."
    ),
)
def event_subscription_instance(
    subject: EventSubscription | ClusterInstance | DbInstance, stack: Stack, settings: InstanceEvents
) -> Verdict:
    if isinstance(subject, EventSubscription):
        return judge_subscription(subject, _SOURCE, settings.required_categories)
    if not settings.subscription_required:
        return not_applicable("a subscription of its own is not asked for")
    return judge_coverage(subject, stack, _SOURCE, settings.required_categories)
