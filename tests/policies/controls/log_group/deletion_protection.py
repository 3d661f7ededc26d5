"""Cases of log-group-deletion-protection."""

from tests.policies.cases import UNKNOWN, absent_fails, added, compliant, mutation, res, unknown, violating

GROUP = "aws:cloudwatch/logGroup:LogGroup"

CASES = [
    compliant("protected", res(GROUP, deletionProtectionEnabled=True)),
    compliant("left behind on destroy", res(GROUP, skipDestroy=True)),
    compliant("protected, aws-native", res("aws-native:logs:LogGroup", deletionProtectionEnabled=True)),
    violating("neither", res(GROUP, deletionProtectionEnabled=False, skipDestroy=False)),
    absent_fails("nothing said", res(GROUP)),
    absent_fails("nothing said, aws-native", res("aws-native:logs:LogGroup")),
    unknown("from configuration", res(GROUP, deletionProtectionEnabled=UNKNOWN)),
]

MUTATION = mutation(added(res(GROUP)))
