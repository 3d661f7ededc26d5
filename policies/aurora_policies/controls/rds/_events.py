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


def judge_coverage(resource: View, stack: Stack, source_type: str, required: tuple[str, ...]) -> Verdict:
    """Pass where a subscription of the stack tells of `resource` what is `required`."""
    perhaps = False
    for subscription in stack.all(EventSubscription):
        verdict = decide(judge_subscription, subscription, source_type, required)
        if verdict.status in (Status.FAIL, Status.NOT_APPLICABLE):
            continue
        sources = subscription.source_ids
        reference = stack.follow(sources, type(resource))
        if sources.is_absent or any(found.urn == resource.urn for found in reference.found):
            if verdict.status is Status.PASS:
                return PASS
            perhaps = True
        perhaps = perhaps or sources.is_unknown
    if perhaps:
        return unknown("whether a subscription tells of it is not known before the update")
    return fail(f"No event subscription of this stack tells of this {resource.NOUN}.")
