"""Cases of rds-event-subscription-cluster."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    absent_passes,
    changed,
    cluster,
    compliant,
    mutation,
    not_applicable,
    res,
    unknown,
    violating,
)

SUBSCRIPTION = "aws:rds/eventSubscription:EventSubscription"
NATIVE = "aws-native:rds:EventSubscription"
CATEGORIES = ["failure", "maintenance"]
TOPIC = {"snsTopic": "arn:aws:sns:eu-central-1:123456789012:events"}


def told(*categories: object, **properties: object) -> object:
    return res(
        SUBSCRIPTION, sourceType="db-cluster", eventCategories=list(categories), **{**TOPIC, **properties}
    )


SOURCE = "db-cluster"
MUST = {"subscriptionRequired": True}
SUBJECT = cluster(clusterIdentifier="main")

CASES = [
    compliant("what is asked for", told(*CATEGORIES)),
    compliant("prowler#4927: and more", told(*CATEGORIES, "creation", "notification")),
    compliant("all categories", told()),
    compliant("enough is known", told(*CATEGORIES, UNKNOWN)),
    compliant("all sources", res(SUBSCRIPTION, eventCategories=CATEGORIES, **TOPIC)),
    compliant(
        "aws-native",
        res(NATIVE, sourceType="db-cluster", eventCategories=CATEGORIES, snsTopicArn="topic", enabled=True),
    ),
    violating("too few", told("notification"), says='lacks "failure"'),
    violating("switched off", told(*CATEGORIES, enabled=False), says="`enabled` is false"),
    violating("all sources, too few", res(SUBSCRIPTION, eventCategories=["notification"], **TOPIC)),
    violating("aws-native", res(NATIVE, sourceType="db-cluster", eventCategories=["notification"])),
    absent_passes("no categories are all of them", res(SUBSCRIPTION, sourceType="db-cluster", **TOPIC)),
    absent_fails("nothing tells of it", SUBJECT, settings=MUST, says="No event subscription"),
    compliant("one tells of all", SUBJECT, res(SUBSCRIPTION, "events", **TOPIC), settings=MUST),
    compliant(
        "one tells of it",
        SUBJECT,
        res(SUBSCRIPTION, "events", sourceType=SOURCE, sourceIds=["main"], **TOPIC),
        settings=MUST,
    ),
    violating(
        "one tells of another",
        SUBJECT,
        res(SUBSCRIPTION, "events", sourceType=SOURCE, sourceIds=["other"], **TOPIC),
        settings=MUST,
    ),
    violating(
        "one tells too little",
        SUBJECT,
        res(SUBSCRIPTION, "events", sourceType=SOURCE, eventCategories=["notification"], **TOPIC),
        settings=MUST,
    ),
    unknown(
        "of which it tells",
        SUBJECT,
        res(SUBSCRIPTION, "events", sourceType=SOURCE, sourceIds=UNKNOWN, **TOPIC),
        settings=MUST,
    ),
    not_applicable("not asked for", SUBJECT),
    not_applicable("Neptune", cluster(engine="neptune"), settings=MUST),
    unknown("the categories", told(UNKNOWN)),
    unknown("the source", res(SUBSCRIPTION, sourceType=UNKNOWN, eventCategories=CATEGORIES, **TOPIC)),
    unknown("whether it is on", told(*CATEGORIES, enabled=UNKNOWN)),
    not_applicable(
        "of another source",
        res(SUBSCRIPTION, sourceType="db-cluster-snapshot", eventCategories=["backup"], **TOPIC),
    ),
]

MUTATION = mutation(changed(SUBSCRIPTION, named="-cluster-events", eventCategories=["notification"]))
