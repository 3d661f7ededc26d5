"""Cases of iam-master-password-reset-scoped."""

from tests.policies.cases import (
    UNKNOWN,
    added,
    compliant,
    mutation,
    res,
    unknown,
    unknown_fails,
    unknown_passes,
    violating,
)
from tests.policies.controls.iam._policies import CLUSTER, POLICY, allows, document, forms, statement

MANAGED = {"Bool": {"rds:ManageMasterUserPassword": "true"}}

CASES = [
    *forms(statement("rds:ModifyDBCluster"), statement("rds:ModifyDBCluster", CLUSTER)),
    compliant("passwords stay with Secrets Manager", allows("rds:ModifyDBCluster", "*", **MANAGED)),
    compliant("by tag", allows("rds:Modify*", "*", StringEquals={"rds:cluster-tag/app": "orders"})),
    compliant("other changes", allows(["rds:RebootDBInstance", "rds:ModifyDBClusterParameterGroup"])),
    compliant("clusters by a prefix", allows("rds:ModifyDBCluster", f"{CLUSTER}-*")),
    violating("everything of RDS", allows("rds:*"), says="rds:ModifyDBCluster and rds:ModifyDBInstance"),
    violating(
        "every cluster of an account", allows("rds:ModifyDBCluster", "arn:aws:rds:*:123456789012:cluster:*")
    ),
    violating(
        "every instance",
        allows("rds:ModifyDBInstance", "arn:aws-cn:rds:*:*:db:*"),
        says="rds:ModifyDBInstance",
    ),
    violating(
        "passwords leave Secrets Manager",
        allows("rds:ModifyDBCluster", "*", Bool={"rds:ManageMasterUserPassword": "false"}),
    ),
    unknown("the cluster", res(POLICY, policy=document(statement("rds:ModifyDBCluster", UNKNOWN)))),
    unknown_passes(
        "the cluster of something else",
        res(POLICY, policy=document(statement("rds:RebootDBInstance", UNKNOWN))),
    ),
    unknown_fails(
        "one of the clusters", res(POLICY, policy=document(statement("rds:ModifyDBCluster", [UNKNOWN, "*"])))
    ),
]

MUTATION = mutation(added(allows("rds:ModifyDBCluster", "arn:aws:rds:*:*:cluster:*")))
