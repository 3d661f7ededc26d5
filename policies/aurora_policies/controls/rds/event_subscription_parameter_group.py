"""A changed parameter may switch TLS or auditing off, so a change of a group is news.

Only subscriptions are judged unless each group is asked to have one.
"""

from dataclasses import dataclass

from ...model import Stack
from ...model.rds import EventSubscription, ParameterGroup
from ..control import Severity, Verdict, control, not_applicable, setting
from ._events import judge_coverage, judge_subscription

_SOURCE = "db-parameter-group"


@dataclass(frozen=True)
class ParameterGroupEvents:
    required_categories: tuple[str, ...] = setting(
        ("configuration change",),
        "Categories that a subscription to parameter group events must tell of.",
    )
    subscription_required: bool = setting(
        False, "Whether each parameter group of the stack needs a subscription of the stack.", strict=True
    )


@control(
    title="Subscription to parameter group events tells of changes",
    severity=Severity.LOW,
    topic="logging-and-monitoring",
    source="USER_Events.Subscribing",
    remediation=(
        "Name the categories configuration change in eventCategories, "
        "or leave it out for all of them; in place."
    ),
)
def event_subscription_parameter_group(
    subject: EventSubscription | ParameterGroup, stack: Stack, settings: ParameterGroupEvents
) -> Verdict:
    if isinstance(subject, EventSubscription):
        return judge_subscription(subject, _SOURCE, settings.required_categories)
    if not settings.subscription_required:
        return not_applicable("a subscription of its own is not asked for")
    return judge_coverage(subject, stack, _SOURCE, settings.required_categories)
