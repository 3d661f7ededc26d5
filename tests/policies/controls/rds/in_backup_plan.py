"""Cases of rds-in-backup-plan."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    changed,
    cluster,
    compliant,
    external,
    instance,
    mutation,
    not_applicable,
    ref,
    res,
    unknown,
    violating,
)

PLAN = res("aws:backup/plan:Plan", "plan", rules=[{"ruleName": "daily", "targetVaultName": "vault"}])
SELECTION = "aws:backup/selection:Selection"
NATIVE_SELECTION = "aws-native:backup:BackupSelection"
SUBJECT = cluster(clusterIdentifier="orders", tags={"backup": "daily", "team": "shop"})
STRICT = {"backupPlanScope": "stack"}


def select(**properties: object) -> object:
    return res(SELECTION, "selection", planId=ref(PLAN), **properties)


def tag(key: str, value: object) -> object:
    return {"type": "STRINGEQUALS", "key": key, "value": value}


def where(**tests: object) -> object:
    return {name: [{"key": "aws:ResourceTag/backup", "value": value}] for name, value in tests.items()}


CASES = [
    compliant("by reference", SUBJECT, PLAN, select(resources=[ref(SUBJECT)])),
    compliant(
        "by name", SUBJECT, PLAN, select(resources=["arn:aws:rds:eu-west-1:123456789012:cluster:orders"])
    ),
    compliant("by wildcard", SUBJECT, PLAN, select(resources=["arn:aws:rds:*:*:cluster:*"])),
    compliant("by a prefix", SUBJECT, PLAN, select(resources=["arn:*:rds:*:*:cluster:ord*"])),
    compliant("everything", SUBJECT, PLAN, select(resources=["*"])),
    compliant("checkov#1917: by tag", SUBJECT, PLAN, select(selectionTags=[tag("backup", "daily")])),
    compliant(
        "by one of several tags",
        SUBJECT,
        PLAN,
        select(selectionTags=[tag("backup", "weekly"), tag("team", "shop")]),
    ),
    compliant("by condition", SUBJECT, PLAN, select(resources=["*"], conditions=where(stringEquals="daily"))),
    compliant(
        "by condition with a wildcard",
        SUBJECT,
        PLAN,
        select(resources=["*"], conditions=where(stringLikes="dai*")),
    ),
    compliant(
        "aws-native, by tag",
        SUBJECT,
        res(
            NATIVE_SELECTION,
            "s",
            backupPlanId="plan-1",
            backupSelection={
                "listOfTags": [
                    {"conditionType": "STRINGEQUALS", "conditionKey": "backup", "conditionValue": "daily"}
                ]
            },
        ),
    ),
    compliant("an instance", i := instance(identifier="i"), PLAN, select(resources=[ref(i)])),
    violating("another cluster", SUBJECT, PLAN, select(resources=["arn:aws:rds:*:*:cluster:other"])),
    violating("another tag", SUBJECT, PLAN, select(selectionTags=[tag("backup", "weekly")])),
    violating("instances only", SUBJECT, PLAN, select(resources=["arn:aws:rds:*:*:db:*"])),
    violating(
        "excluded",
        SUBJECT,
        PLAN,
        select(resources=["*"], notResources=["arn:aws:rds:*:*:cluster:*"]),
    ),
    violating(
        "a condition it does not meet",
        SUBJECT,
        PLAN,
        select(resources=["*"], conditions=where(stringNotEquals="daily")),
    ),
    violating("nothing, where the plan must be here", SUBJECT, settings=STRICT),
    violating("a selection without a plan", SUBJECT, res(SELECTION, "s", resources=["*"])),
    absent_fails("a plan that selects nothing", SUBJECT, PLAN),
    absent_fails(
        "cdk-nag: a selection of others, of a plan that is not this stack's",
        SUBJECT,
        res(
            SELECTION, "s", planId="plan-1", resources=["arn:aws:rds:eu-west-1:123456789012:cluster:billing"]
        ),
    ),
    unknown("by what a selection goes", SUBJECT, PLAN, select(resources=UNKNOWN)),
    unknown("the tag's value", SUBJECT, PLAN, select(selectionTags=[tag("backup", UNKNOWN)])),
    unknown("the cluster's name", cluster(), PLAN, select(resources=["arn:aws:rds:*:*:cluster:orders"])),
    external("the organization may have a plan", SUBJECT),
    not_applicable("Neptune", cluster(engine="neptune"), PLAN),
]

MUTATION = mutation(changed(SELECTION, resources=["arn:aws:rds:*:*:cluster:other"]))
