"""Cases of rds-event-subscription-security-group."""

from tests.policies.cases import (
    UNKNOWN,
    absent_passes,
    added,
    compliant,
    mutation,
    not_applicable,
    res,
    unknown,
    violating,
)

SUBSCRIPTION = "aws:rds/eventSubscription:EventSubscription"
NATIVE = "aws-native:rds:EventSubscription"
CATEGORIES = ["configuration change", "failure"]
TOPIC = {"snsTopic": "arn:aws:sns:eu-central-1:123456789012:events"}


def told(*categories: object, **properties: object) -> object:
    return res(
        SUBSCRIPTION,
        sourceType="db-security-group",
        eventCategories=list(categories),
        **{**TOPIC, **properties},
    )


CASES = [
    compliant("what is asked for", told(*CATEGORIES)),
    compliant("prowler#4927: and more", told(*CATEGORIES, "creation", "notification")),
    compliant("all categories", told()),
    compliant("enough is known", told(*CATEGORIES, UNKNOWN)),
    compliant("all sources", res(SUBSCRIPTION, eventCategories=CATEGORIES, **TOPIC)),
    compliant(
        "aws-native",
        res(
            NATIVE,
            sourceType="db-security-group",
            eventCategories=CATEGORIES,
            snsTopicArn="topic",
            enabled=True,
        ),
    ),
    violating("too few", told("notification"), says='lacks "configuration change"'),
    violating("switched off", told(*CATEGORIES, enabled=False), says="`enabled` is false"),
    violating("all sources, too few", res(SUBSCRIPTION, eventCategories=["notification"], **TOPIC)),
    violating("aws-native", res(NATIVE, sourceType="db-security-group", eventCategories=["notification"])),
    absent_passes(
        "no categories are all of them", res(SUBSCRIPTION, sourceType="db-security-group", **TOPIC)
    ),
    unknown("the categories", told(UNKNOWN)),
    unknown("the source", res(SUBSCRIPTION, sourceType=UNKNOWN, eventCategories=CATEGORIES, **TOPIC)),
    unknown("whether it is on", told(*CATEGORIES, enabled=UNKNOWN)),
    not_applicable(
        "of another source", res(SUBSCRIPTION, sourceType="db-cluster", eventCategories=["backup"], **TOPIC)
    ),
]

MUTATION = mutation(added(told("notification")))
