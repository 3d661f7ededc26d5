"""Cases of iam-policy-valid."""

from tests.policies.cases import (
    UNKNOWN,
    absent_passes,
    added,
    compliant,
    mutation,
    res,
    unknown,
    unknown_fails,
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

PLAIN = statement("rds:DescribeDBClusters")
OWN = statement("rds-db:connect", "arn:aws:rds-db:eu-central-1:123456789012:dbuser:cluster-A/${aws:username}")
OLD = {"Version": "2008-10-17", "Statement": [OWN]}

CASES = [
    compliant("a statement", policy(PLAIN)),
    compliant("two", policy({**PLAIN, "Sid": "One"}, {**PLAIN, "Sid": "Two"}, PLAIN, PLAIN)),
    compliant("a variable", policy(OWN)),
    compliant("a variable, by getPolicyDocument", res(POLICY, policy={"statements": [OWN]})),
    compliant("the old version, without variables", res(POLICY, policy={"Statement": PLAIN})),
    compliant(
        "another tool's placeholder", res(POLICY, policy={"Statement": {**PLAIN, "Resource": "${var.arn}"}})
    ),
    violating(
        "tflint aws_iam_policy_sid_invalid_characters", policy({**PLAIN, "Sid": "look-on"}), says="Sid"
    ),
    violating("the same Sid twice", policy({**PLAIN, "Sid": "One"}, {**OWN, "Sid": "One"}), says="same Sid"),
    violating("a variable in the old version", res(POLICY, policy=OLD), says="2008-10-17"),
    violating("a variable in no version", res(POLICY, policy={"Statement": OWN})),
    violating(
        "a variable in a condition",
        res(
            POLICY,
            policy={
                "Statement": {
                    **PLAIN,
                    "Condition": {"StringEquals": {"aws:ResourceTag/owner": "${aws:username}"}},
                }
            },
        ),
    ),
    violating("no resource", policy({"Effect": "Allow", "Action": "rds:x"}), says="neither"),
    violating("two kinds of actions", policy({**PLAIN, "NotAction": "rds:y"}), says="both"),
    violating("a principal", policy({**PLAIN, "Principal": "*"})),
    violating("inside of a role", res(ROLE, inlinePolicies=[{"policy": OLD}])),
    violating("aws-native", res(NATIVE_POLICY, policyDocument=OLD)),
    absent_passes("a role without inline policies", res(ROLE)),
    unknown("a document made of outputs", res(POLICY, policy=UNKNOWN)),
    unknown("a statement", res(POLICY, policy=document(PLAIN, UNKNOWN))),
    unknown("no document", res(POLICY, policy="allow all")),
    unknown_fails(
        "the resource beside a wrong Sid",
        res(POLICY, policy=document({**statement("rds:x", UNKNOWN), "Sid": "look-on"})),
    ),
    compliant("one cluster", allows("rds:ModifyDBCluster", CLUSTER)),
]

MUTATION = mutation(added(res(POLICY, policy=OLD)))
