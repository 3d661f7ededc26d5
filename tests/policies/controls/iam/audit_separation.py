"""Cases of iam-audit-separation."""

from tests.policies.cases import (
    UNKNOWN,
    absent_passes,
    added,
    compliant,
    mutation,
    res,
    unknown,
    unknown_passes,
    violating,
)
from tests.policies.controls.iam._policies import (
    CLUSTER,
    NATIVE_POLICY,
    POLICY,
    ROLE,
    allows,
    document,
    policy,
    statement,
)

CHANGES = statement("rds:ModifyDBCluster", CLUSTER)
SILENCES = statement(["rds:StopActivityStream"], CLUSTER)

CASES = [
    compliant("an administrator", policy(CHANGES)),
    compliant("an auditor", policy(SILENCES)),
    compliant(
        "an administrator who is denied the audit",
        policy(
            statement("rds:*"),
            statement(["rds:*ActivityStream", "rds:*EventSubscription"], "*", effect="Deny"),
        ),
    ),
    compliant("everything is iam-no-admin-star's", allows("*")),
    compliant("aws-native", res(NATIVE_POLICY, policyDocument=document(CHANGES))),
    violating("both", policy(CHANGES, SILENCES), says="rds:StopActivityStream"),
    violating("everything of RDS", allows("rds:*")),
    violating("logs", allows(["rds:DeleteDBCluster", "logs:Delete*"]), says="logs:DeleteLogGroup"),
    violating(
        "denied for one cluster only",
        policy(CHANGES, SILENCES, statement("rds:StopActivityStream", CLUSTER, effect="Deny")),
    ),
    violating("inside of a role", res(ROLE, inlinePolicies=[{"policy": document(CHANGES, SILENCES)}])),
    violating("aws-native", res(NATIVE_POLICY, policyDocument=document(CHANGES, SILENCES))),
    absent_passes("a role without inline policies", res(ROLE)),
    unknown("a document made of outputs", res(POLICY, policy=UNKNOWN)),
    unknown("a statement", res(POLICY, policy=document(CHANGES, UNKNOWN))),
    unknown_passes("the clusters", res(POLICY, policy=document({**CHANGES, "Resource": UNKNOWN}))),
]

MUTATION = mutation(added(policy(CHANGES, SILENCES)))
