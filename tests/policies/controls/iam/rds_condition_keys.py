"""Cases of iam-rds-condition-keys."""

from typing import Any

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
    NATIVE_POLICY,
    POLICY,
    ROLE,
    allows,
    document,
    policy,
    statement,
)


def under(key: str) -> dict[str, Any]:
    return statement("rds:CreateDBCluster", "*", StringEquals={key: "x"})


DENY = statement("rds:CreateDBCluster", "*", effect="Deny", Bool={"rds:StorageEncryption": "false"})

CASES = [
    compliant("RDS's keys", policy(under("rds:DatabaseEngine"), under("RDS:databaseclass"))),
    compliant("tags", policy(under("rds:cluster-tag/app"), under("rds:req-tag/app"))),
    compliant("other keys", policy(under("aws:RequestedRegion"), under("kms:ViaService"))),
    compliant("no condition", allows("rds:CreateDBCluster")),
    violating("a denial that denies nothing", policy(DENY), says="`rds:StorageEncryption`"),
    violating("a tag of nothing", policy(under("rds:instance-tag/app"))),
    violating("a tag without a name", policy(under("rds:db-tag/"))),
    violating("aws-native", res(NATIVE_POLICY, policyDocument=document(DENY))),
    absent_passes("a role without inline policies", res(ROLE)),
    unknown("the condition", res(POLICY, policy=document({**statement("rds:x"), "Condition": UNKNOWN}))),
    unknown_passes("the action", res(POLICY, policy=document(statement(UNKNOWN)))),
]

MUTATION = mutation(added(policy(DENY)))
