"""Cases of iam-no-admin-star."""

from tests.policies.cases import UNKNOWN, added, compliant, mutation, res, secret, unknown_fails, violating
from tests.policies.controls.iam._policies import POLICY, allows, document, forms, policy, statement

ADMIN = statement("*")
CASES = [
    *forms(ADMIN, statement("rds:DescribeDBClusters")),
    compliant("a service", allows("s3:*", "arn:aws:s3:::my_corporate_bucket/*")),
    compliant("some actions of all services", allows("*:Describe*")),
    compliant("checkov CKV_AWS_62: one kind of actions", allows(["ec2:Describe*"])),
    violating("checkov CKV_AWS_62", allows(["*"], ["*"]), says="every action"),
    violating(
        "checkov CKV_AWS_63 and CKV_AWS_49: on one bucket", allows("*", "arn:aws:s3:::my_corporate_bucket/*")
    ),
    violating("one of several", allows(["s3:GetObject", "*"])),
    violating("in another spelling", allows("*:*")),
    violating("under a condition", allows("*", "*", Bool={"aws:MultiFactorAuthPresent": "true"})),
    violating("beside a harmless one", policy(statement("s3:GetObject"), ADMIN)),
    violating("in a secret", res(POLICY, policy=secret(document(ADMIN)))),
    unknown_fails("one of the actions", res(POLICY, policy=document(statement([UNKNOWN, "*"], UNKNOWN)))),
]

MUTATION = mutation(added(policy(ADMIN)))
