"""Cases of log-group-data-protection."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    added,
    compliant,
    mutation,
    ref,
    res,
    unknown_fails,
    unknown_passes,
    violating,
)

GROUP = "aws:cloudwatch/logGroup:LogGroup"
POLICY = "aws:cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy"
LOGS = res(GROUP, name="/aws/rds/cluster/main/audit")

CASES = [
    compliant("a policy by reference", LOGS, res(POLICY, "mask", logGroupName=ref(LOGS))),
    compliant("a policy by name", LOGS, res(POLICY, "mask", logGroupName="/aws/rds/cluster/main/audit")),
    compliant(
        "its own policy, aws-native", res("aws-native:logs:LogGroup", dataProtectionPolicy={"Name": "mask"})
    ),
    violating("a policy of another group", LOGS, res(POLICY, "mask", logGroupName="other")),
    absent_fails("no policy", LOGS),
    absent_fails("no policy, aws-native", res("aws-native:logs:LogGroup")),
    unknown_passes("a policy not known yet", res("aws-native:logs:LogGroup", dataProtectionPolicy=UNKNOWN)),
    unknown_fails("a policy that names another stack's group", LOGS, res(POLICY, "m", logGroupName=UNKNOWN)),
]

MUTATION = mutation(added(LOGS))
