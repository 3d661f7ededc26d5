"""Cases of vpc-flow-log-delivery-role."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    changed,
    compliant,
    mutation,
    not_applicable,
    res,
    unknown,
    unknown_passes,
    violating,
)

LOG = "aws:ec2/flowLog:FlowLog"
NATIVE = "aws-native:ec2:FlowLog"
ROLE = "arn:aws:iam::123456789012:role/flow-logs"

CASES = [
    compliant("a role", res(LOG, iamRoleArn=ROLE)),
    compliant("a role, aws-native", res(NATIVE, deliverLogsPermissionArn=ROLE)),
    violating("none", res(LOG, logDestinationType="cloud-watch-logs"), says="iamRoleArn"),
    violating("none, aws-native", res(NATIVE, logDestinationType="cloud-watch-logs")),
    absent_fails("CloudWatch Logs is the default", res(LOG)),
    unknown("where it goes", res(LOG, logDestinationType=UNKNOWN)),
    unknown_passes("a role not known yet is a role", res(LOG, iamRoleArn=UNKNOWN)),
    not_applicable("a bucket", res(LOG, logDestinationType="s3")),
]

MUTATION = mutation(changed(LOG, drop=("iamRoleArn",)))
