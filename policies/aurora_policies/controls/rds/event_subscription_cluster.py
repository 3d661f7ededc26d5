"""A failed or maintained cluster is news for whoever is on call, and a subscription tells them.

Only subscriptions are judged unless each cluster is asked to have one.
"""

from dataclasses import dataclass

from ...model import Stack
from ...model.rds import DbCluster, EventSubscription
from ..control import Severity, Verdict, control, not_applicable, setting
from ._events import judge_coverage, judge_subscription

_SOURCE = "db-cluster"


@dataclass(frozen=True)
class ClusterEvents:
    required_categories: tuple[str, ...] = setting(
        ("failure", "maintenance"),
        "Categories that a subscription to cluster events must tell of.",
        strict=("configuration change", "deletion", "failover", "failure", "maintenance"),
    )
    subscription_required: bool = setting(
        False, "Whether each cluster of the stack needs a subscription of the stack.", strict=True
    )


@control(
    title="Subscription to cluster events tells of failure and maintenance",
    severity=Severity.LOW,
    topic="logging-and-monitoring",
    source="USER_Events.Subscribing",
    remediation=(
        "Name the categories failure, maintenance in eventCategories, "
        "or leave it out for all of them; in place."
    ),
)
def event_subscription_cluster(
    subject: EventSubscription | DbCluster, stack: Stack, settings: ClusterEvents
) -> Verdict:
    if isinstance(subject, EventSubscription):
        return judge_subscription(subject, _SOURCE, settings.required_categories)
    if not settings.subscription_required:
        return not_applicable("a subscription of its own is not asked for")
    return judge_coverage(subject, stack, _SOURCE, settings.required_categories)
