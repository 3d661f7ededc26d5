"""Cases of iam-rds-db-connect-scoped."""

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
from tests.policies.controls.iam._policies import POLICY, allows, document, forms, policy, statement

DATABASES = "arn:aws:rds-db:eu-central-1:123456789012:dbuser"
USER = f"{DATABASES}:cluster-ABCDEFGHIJKL/orders"


CASES = [
    *forms(statement("rds-db:connect"), statement("rds-db:connect", USER)),
    compliant("a proxy", allows("rds-db:connect", f"{DATABASES}:prx-0123456789abcdef/orders")),
    compliant("in China", allows("rds-db:connect", USER.replace("arn:aws:", "arn:aws-cn:"))),
    compliant("in any region: the id is enough", allows("rds-db:connect", USER.replace("eu-central-1", "*"))),
    compliant(
        "one's own user", allows("rds-db:connect", f"{DATABASES}:cluster-ABCDEFGHIJKL/${{aws:username}}")
    ),
    compliant("users by a prefix", allows("rds-db:connect", f"{DATABASES}:cluster-ABCDEFGHIJKL/app_*")),
    compliant(
        "beside another service's wildcard",
        allows(["rds-db:connect", "s3:GetObject"], [USER, "arn:aws:s3:::orders/*"]),
    ),
    compliant("another action", allows("rds:DescribeDBClusters")),
    violating("everything", allows("*")),
    violating("by a wildcard in the action", allows("rds-db:*", "*")),
    violating(
        "any database and user", allows("rds-db:connect", "arn:aws:rds-db:*:*:dbuser:*/*"), says="dbuser:*/*"
    ),
    violating("any database", allows("rds-db:connect", f"{DATABASES}:*/orders")),
    violating("any cluster", allows("rds-db:connect", f"{DATABASES}:cluster-*/orders")),
    violating("any user", allows("rds-db:connect", f"{DATABASES}:cluster-ABCDEFGHIJKL/*")),
    violating("no user", allows("rds-db:connect", f"{DATABASES}:cluster-ABCDEFGHIJKL")),
    violating("anything of the kind", allows("rds-db:connect", f"{DATABASES}:*")),
    violating("one of several", allows("rds-db:connect", [USER, "*"])),
    violating("all but some", policy({"Effect": "Allow", "Action": "rds-db:connect", "NotResource": USER})),
    unknown("the user", res(POLICY, policy=document(statement("rds-db:connect", UNKNOWN)))),
    unknown_passes(
        "the resource of something else", res(POLICY, policy=document(statement("rds:x", UNKNOWN)))
    ),
    unknown_fails(
        "one of the users", res(POLICY, policy=document(statement("rds-db:connect", [UNKNOWN, "*"])))
    ),
]

MUTATION = mutation(added(allows("rds-db:connect", "arn:aws:rds-db:*:*:dbuser:*/*")))
