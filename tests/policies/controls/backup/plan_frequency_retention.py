"""Cases of backup-plan-frequency-retention."""

from tests.policies.cases import (
    UNKNOWN,
    Sample,
    absent_fails,
    absent_passes,
    changed,
    compliant,
    mutation,
    res,
    unknown,
    violating,
)

VAULT = "aws:backup/vault:Vault"
NATIVE = "aws-native:backup:BackupVault"
PLAN = "aws:backup/plan:Plan"
NATIVE_PLAN = "aws-native:backup:BackupPlan"


def rule(**properties: object) -> dict[str, object]:
    return {
        "ruleName": "r",
        "targetVaultName": "v",
        "schedule": "cron(0 3 ? * * *)",
        "lifecycle": {"deleteAfter": 35.0},
        **properties,
    }


def plan(**properties: object) -> Sample:
    return res(PLAN, rules=[rule(**properties)])


def native_plan(**properties: object) -> Sample:
    block = {
        "ruleName": "r",
        "targetBackupVault": "v",
        "scheduleExpression": "cron(0 3 * * ? *)",
        "lifecycle": {"deleteAfterDays": 35},
    }
    return res(NATIVE_PLAN, backupPlan={"backupPlanName": "p", "backupPlanRule": [{**block, **properties}]})


MONTHLY = rule(schedule="cron(0 3 1 * ? *)", lifecycle={"deleteAfter": 2555})

CASES = [
    compliant("daily, five weeks", plan()),
    compliant("hourly", plan(schedule="cron(0 * * * ? *)")),
    compliant("daily in another spelling", plan(schedule="cron(0 12 1/1 * ? *)")),
    compliant("as a rate", plan(schedule="rate(12 hours)")),
    compliant("every day of the week by name", plan(schedule="cron(0 3 ? * SUN-SAT *)")),
    compliant("kept for ever", plan(lifecycle={"coldStorageAfter": 30})),
    compliant("no lifecycle", plan(lifecycle=None)),
    compliant("a list of one", plan(lifecycle=[{"deleteAfter": "35"}])),
    compliant("a block that is not a list", res(PLAN, rules=rule())),
    compliant("a monthly rule beside a daily one", res(PLAN, rules=[MONTHLY, rule()])),
    compliant("cold for ninety days", plan(lifecycle={"coldStorageAfter": 30, "deleteAfter": 120})),
    compliant(
        "continuous, as long as AWS keeps it", plan(enableContinuousBackup=True), settings={"minimumDays": 90}
    ),
    compliant("aws-native", native_plan()),
    violating(
        "kept for two weeks",
        plan(lifecycle={"deleteAfter": 14}),
        says="`rules[0].lifecycle.deleteAfter` is 14",
    ),
    violating(
        "one rule of two", res(PLAN, rules=[rule(), rule(lifecycle={"deleteAfter": 7})]), says="rules[1]"
    ),
    violating("weekly", plan(schedule="cron(0 3 ? * SUN *)"), says="No rule runs every day"),
    violating("monthly", res(PLAN, rules=[MONTHLY])),
    violating("on weekdays", plan(schedule="cron(0 3 ? * MON-FRI *)")),
    violating("every other day", plan(schedule="rate(2 days)")),
    violating("in January", plan(schedule="cron(0 3 * 1 ? *)")),
    violating(
        "deleted too soon after cold storage",
        plan(lifecycle={"coldStorageAfter": 30, "deleteAfter": 90}),
        says="90 days after",
    ),
    violating("no time to complete", plan(startWindow=60, completionWindow=60), says="completionWindow"),
    violating("longer by setting", plan(), settings={"minimumDays": 365}),
    violating(
        "aws-native",
        native_plan(lifecycle={"deleteAfterDays": 7}),
        says="`backupPlan.backupPlanRule[0].lifecycle.deleteAfterDays`",
    ),
    violating("weekly, aws-native", native_plan(scheduleExpression="cron(0 3 ? * 1 *)")),
    absent_passes("AWS Backup's own schedule is daily", plan(schedule=None)),
    absent_fails("no rules", res(PLAN)),
    absent_fails("no rules, aws-native", res(NATIVE_PLAN, backupPlan={"backupPlanName": "p"})),
    unknown("the days", plan(lifecycle={"deleteAfter": UNKNOWN})),
    unknown("the schedule", plan(schedule=UNKNOWN)),
    unknown("a schedule that is none", plan(schedule="daily")),
    unknown("all rules", res(PLAN, rules=UNKNOWN)),
]

MUTATION = mutation(changed(PLAN, rules=[rule(lifecycle={"deleteAfter": 7})]))
