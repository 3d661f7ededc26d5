"""Cases of log-group-retention-minimum."""

from tests.policies.cases import UNKNOWN, absent_passes, changed, compliant, mutation, res, unknown, violating

GROUP = "aws:cloudwatch/logGroup:LogGroup"

CASES = [
    compliant("a year", res(GROUP, retentionInDays=365)),
    compliant("checkov CKV_AWS_338: zero keeps for ever", res(GROUP, retentionInDays=0)),
    violating("three months", res(GROUP, retentionInDays=90), says="at least 365"),
    violating("three months, aws-native", res("aws-native:logs:LogGroup", retentionInDays=90)),
    violating("a longer minimum", res(GROUP, retentionInDays=365), settings={"minimumDays": 731}, says="731"),
    absent_passes("nothing keeps for ever; log-group-retention-set says so", res(GROUP)),
    unknown("from configuration", res(GROUP, retentionInDays=UNKNOWN)),
]

MUTATION = mutation(changed(GROUP, retentionInDays=7))
