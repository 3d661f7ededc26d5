"""Cases of iam-rds-db-connect-valid."""

from tests.policies.cases import UNKNOWN, added, compliant, mutation, res, unknown, unknown_fails, violating
from tests.policies.controls.iam._policies import POLICY, allows, document, forms, statement

USER = "arn:aws:rds-db:eu-central-1:123456789012:dbuser:cluster-ABCDEFGHIJKL/orders"

CASES = [
    *forms(statement("rds:connect", USER), statement("rds-db:connect", USER)),
    compliant("a proxy", allows("rds-db:connect", USER.replace("cluster-", "prx-"))),
    compliant(
        "a wildcard is iam-rds-db-connect-scoped's",
        allows("rds-db:connect", USER.replace("cluster-ABCDEFGHIJKL", "*")),
    ),
    compliant(
        "a condition that works",
        allows("rds-db:connect", USER, StringEquals={"aws:PrincipalTag/team": "orders"}),
    ),
    compliant(
        "the network of something else",
        allows("rds:DescribeDBClusters", "*", IpAddress={"aws:SourceIp": "192.0.2.0/24"}),
    ),
    compliant("other services", allows(["s3:GetObject"], "arn:aws:s3:::orders/*")),
    violating("another service's ARN", allows("rds-db:connect", "arn:aws:s3:::orders")),
    violating(
        "a cluster's ARN", allows("rds-db:connect", "arn:aws:rds:eu-central-1:123456789012:cluster:orders")
    ),
    compliant(
        "beside a bucket",
        allows(["rds-db:connect", "s3:GetObject"], [USER, "arn:aws:s3:::a"]),
    ),
    violating("the service rds", allows("rds:Connect", USER), says="rds-db:connect"),
    violating("an ARN of the service rds", allows("rds-db:connect", USER.replace("rds-db", "rds"))),
    violating(
        "the name of the cluster",
        allows("rds-db:connect", USER.replace("cluster-ABCDEFGHIJKL", "orders")),
        says="resource id",
    ),
    violating(
        "the network",
        allows("rds-db:connect", USER, IpAddress={"aws:SourceIp": "192.0.2.0/24"}),
        says="aws:SourceIp",
    ),
    violating("an endpoint", allows("rds-db:connect", USER, StringEquals={"AWS:SourceVpce": "vpce-1"})),
    unknown("the user", res(POLICY, policy=document(statement("rds-db:connect", UNKNOWN)))),
    unknown_fails(
        "the user, beside a wrong action", res(POLICY, policy=document(statement("rds:connect", UNKNOWN)))
    ),
]

MUTATION = mutation(added(allows("rds:connect", USER)))
