"""Cases of log-group-retention-set."""

from tests.policies.cases import UNKNOWN, absent_fails, changed, compliant, mutation, res, unknown, violating

GROUP = "aws:cloudwatch/logGroup:LogGroup"

CASES = [
    compliant("a year", res(GROUP, retentionInDays=365)),
    compliant("a day is a decision too, aws-native", res("aws-native:logs:LogGroup", retentionInDays=1)),
    violating("zero means never", res(GROUP, retentionInDays=0), says="is 0"),
    violating("a number of days that the API refuses", res(GROUP, retentionInDays=100), says="does not know"),
    absent_fails("nothing means never", res(GROUP), says="kept for ever"),
    absent_fails("nothing means never, aws-native", res("aws-native:logs:LogGroup")),
    unknown("from configuration", res(GROUP, retentionInDays=UNKNOWN)),
]

MUTATION = mutation(changed(GROUP, drop=("retentionInDays",)))
