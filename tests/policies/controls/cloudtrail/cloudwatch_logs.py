"""Cases of cloudtrail-cloudwatch-logs."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    added,
    compliant,
    mutation,
    res,
    unknown_passes,
    violating,
)

TRAIL = "aws:cloudtrail/trail:Trail"
NATIVE = "aws-native:cloudtrail:Trail"

CASES = [
    compliant(
        "a group", res(TRAIL, cloudWatchLogsGroupArn="arn:aws:logs:eu-central-1:123456789012:log-group:t:*")
    ),
    compliant("a group, aws-native", res(NATIVE, cloudWatchLogsLogGroupArn="arn")),
    violating("an empty name", res(TRAIL, cloudWatchLogsGroupArn="")),
    absent_fails("none", res(TRAIL), says="no alarm"),
    absent_fails("none, aws-native", res(NATIVE)),
    unknown_passes("a group not known yet is a group", res(TRAIL, cloudWatchLogsGroupArn=UNKNOWN)),
]

MUTATION = mutation(added(res(TRAIL)))
