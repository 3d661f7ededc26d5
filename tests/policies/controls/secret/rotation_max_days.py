"""Cases of secret-rotation-max-days."""

from typing import Any

from tests.policies.cases import (
    UNKNOWN,
    Sample,
    absent_fails,
    added,
    compliant,
    mutation,
    res,
    unknown,
    violating,
)

from ._secrets import NATIVE_ROTATION, ROTATION


def every(days: Any, /, type: str = ROTATION) -> Sample:
    return res(type, secretId="s", rotationRules={"automaticallyAfterDays": days})


def by(schedule: Any, /, type: str = ROTATION) -> Sample:
    return res(type, secretId="s", rotationRules={"scheduleExpression": schedule})


CASES = [
    compliant("a month", every(30.0)),
    compliant("the most allowed", every("90")),
    compliant("a rate", by("rate(10 days)")),
    compliant("hours", by("rate(4 hours)")),
    compliant("every month", by("cron(0 16 1 * ? *)")),
    compliant("every quarter is 92 days", by("cron(0 16 1 */3 ? *)"), settings={"maximumDays": 92}),
    compliant("aws-native", every(30.0, NATIVE_ROTATION)),
    compliant(
        "a block that is a list", res(ROTATION, secretId="s", rotationRules=[{"automaticallyAfterDays": 7}])
    ),
    compliant(
        "days that are nought beside a schedule",
        res(
            ROTATION,
            secretId="s",
            rotationRules={"automaticallyAfterDays": 0, "scheduleExpression": "cron(0 8 ? * SUN *)"},
        ),
    ),
    violating("a day too many", every(91.0), says="91"),
    violating("a rate", by("rate(100 days)"), says="100 days"),
    violating("checkov CKV_AWS_304: every cron passes", by("cron(0 16 1 1 ? *)"), says="366 days"),
    violating("twice a year, aws-native", by("cron(0 16 1 1,7 ? *)", NATIVE_ROTATION)),
    violating("over the settings' maximum", every(30), settings={"maximumDays": 7}),
    violating(
        "switched off",
        res(ROTATION, secretId="s", rotationEnabled=False, rotationRules={}),
        says="never rotated",
    ),
    absent_fails("no rules", res(ROTATION, secretId="s"), says="neither"),
    absent_fails("no days", res(NATIVE_ROTATION, secretId="s", rotationRules={"duration": "2h"})),
    unknown("the days", every(UNKNOWN)),
    unknown("the rules", res(ROTATION, secretId="s", rotationRules=UNKNOWN)),
    unknown("the schedule", by(UNKNOWN)),
    unknown("a schedule that is none", by("monthly")),
    unknown("whether it is on", res(ROTATION, secretId="s", rotationEnabled=UNKNOWN)),
]

MUTATION = mutation(added(every(365)))
