"""Cases of iam-tags-guarded."""

from tests.policies.cases import UNKNOWN, absent_passes, added, compliant, mutation, res, unknown, violating
from tests.policies.controls.iam._policies import (
    CLUSTER,
    NATIVE_POLICY,
    POLICY,
    ROLE,
    document,
    policy,
    statement,
)

OWN = {"StringEquals": {"aws:ResourceTag/app": "orders"}}
BY_TAG = statement("rds:ModifyDBCluster", "*", **OWN)
TAGS = statement("rds:AddTagsToResource")

CASES = [
    compliant("by tags, which stay", policy(BY_TAG)),
    compliant("tags, by ARN", policy(statement("rds:ModifyDBCluster", CLUSTER), TAGS)),
    compliant("tags of one's own", policy(BY_TAG, statement("rds:*Tags*", "*", **OWN))),
    compliant(
        "tags with a new resource",
        policy(
            BY_TAG, statement("rds:AddTagsToResource", "*", StringEquals={"aws:RequestTag/app": "orders"})
        ),
    ),
    compliant(
        "tags, but for the key",
        policy(
            BY_TAG,
            TAGS,
            statement(
                "rds:AddTagsToResource",
                "*",
                effect="Deny",
                **{"ForAnyValue:StringEquals": {"aws:TagKeys": ["app"]}},
            ),
        ),
    ),
    compliant("by the tags of something else", policy(statement("ec2:StopInstances", "*", **OWN), TAGS)),
    violating("any tag", policy(BY_TAG, TAGS), says="statement 2"),
    violating(
        "by RDS's own key",
        policy(
            statement("rds:DeleteDBCluster", "*", StringEquals={"rds:cluster-tag/app": "orders"}),
            statement("rds:*"),
        ),
    ),
    violating("taking tags away", policy(BY_TAG, statement("rds:RemoveTagsFromResource"))),
    violating("aws-native", res(NATIVE_POLICY, policyDocument=document(BY_TAG, TAGS))),
    absent_passes("a role without inline policies", res(ROLE)),
    unknown("a document made of outputs", res(POLICY, policy=UNKNOWN)),
    unknown("a statement that may deny", res(POLICY, policy=document(BY_TAG, TAGS, UNKNOWN))),
]

MUTATION = mutation(added(policy(BY_TAG, TAGS)))
