"""Event subscriptions: whether one tells what matters, and whether one covers a resource."""

from ...model import Stack, View
from ...model.rds import EventSubscription
from ..control import (
    PASS,
    Status,
    Verdict,
    all_of,
    decide,
    fail,
    is_true,
    not_applicable,
    unknown,
)
from ._lists import holds_all


def judge_subscription(
    subscription: EventSubscription, source_type: str, required: tuple[str, ...]
) -> Verdict:
    """Judge a subscription to `source_type`, or to all sources, which is one without categories or with `required`."""
    told = subscription.source_type.get("") or ""
    if told and told.lower() != source_type:
        return not_applicable(f"its events are of {told}")

    def categories() -> Verdict:
        return PASS if subscription.categories.is_absent else holds_all(subscription.categories, required)

    return all_of(lambda: is_true(subscription.enabled, absent=True), categories)


def _naming(resource: View, stack: Stack) -> tuple[EventSubscription, ...]:
    return stack.referrers(resource, EventSubscription, EventSubscription.source_ids)


def _subscriptions(stack: Stack, source_type: str, required: tuple[str, ...]) -> dict[str, Status]:
    """The verdict on each subscription that may do, by its URN; under "" the best of those to all sources."""
    found: dict[str, Status] = {}
    for subscription in stack.all(EventSubscription):
        status = decide(judge_subscription, subscription, source_type, required).status
        if status in (Status.PASS, Status.UNKNOWN):
            found[subscription.urn] = status
            if subscription.source_ids.is_absent and found.get("") is not Status.PASS:
                found[""] = status
    return found


def _names_something_unknown(stack: Stack, source_type: str, required: tuple[str, ...]) -> bool:
    """Whether a subscription that may do has sources that are not known before the update."""
    urns = stack.table(_subscriptions, source_type, required)
    return any(item.urn in urns and item.source_ids.is_unknown for item in stack.all(EventSubscription))


def judge_coverage(resource: View, stack: Stack, source_type: str, required: tuple[str, ...]) -> Verdict:
    """Pass where a subscription of the stack tells of `resource` what is `required`."""
    statuses = stack.table(_subscriptions, source_type, required)
    covering = [statuses.get(""), *(statuses.get(item.urn) for item in _naming(resource, stack))]
    if Status.PASS in covering:
        return PASS
    if Status.UNKNOWN in covering or stack.table(_names_something_unknown, source_type, required):
        return unknown("whether a subscription tells of it is not known before the update")
    return fail(f"No event subscription of this stack tells of this {resource.NOUN}.")
