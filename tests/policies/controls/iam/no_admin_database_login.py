"""Cases of iam-no-admin-database-login."""

from tests.policies.cases import (
    UNKNOWN,
    added,
    cluster,
    compliant,
    external,
    instance,
    mutation,
    native_cluster,
    res,
    unknown,
    unknown_fails,
    violating,
)
from tests.policies.controls.iam._policies import POLICY, allows, document, forms, statement

DATABASES = "arn:aws:rds-db:eu-central-1:123456789012:dbuser"
ID = "cluster-ABCDEFGHIJKL"
MAIN = cluster("main", masterUsername="dba_orders", clusterResourceId=ID)
NEW = cluster("main", masterUsername="dba_orders")


def user(name: str, identifier: str = ID) -> str:
    return f"{DATABASES}:{identifier}/{name}"


CASES = [
    *forms(statement("rds-db:connect", user("postgres")), statement("rds-db:connect", user("orders"))),
    compliant("a user of its own", allows("rds-db:connect", user("orders")), MAIN),
    compliant(
        "the administrator of another", allows("rds-db:connect", user("dba_orders", "cluster-OTHER")), MAIN
    ),
    compliant("a wildcard is iam-rds-db-connect-scoped's", allows("rds-db:connect", "*"), MAIN),
    compliant("other actions", allows("rds:DescribeDBClusters", user("postgres"))),
    compliant(
        "a name that the settings accept",
        allows("rds-db:connect", user("root")),
        settings={"adminUsers": ["admin"]},
    ),
    violating("a well-known name", allows("rds-db:connect", user("Admin")), says="dbuser"),
    violating("the administrator of this stack's", allows("rds-db:connect", user("dba_orders")), MAIN),
    violating("the administrator of any", allows("rds-db:connect", user("dba_orders", "*")), MAIN),
    violating(
        "the administrator of an instance",
        allows("rds-db:connect", user("dba", "db-ABC")),
        instance("main", username="dba", resourceId="db-ABC"),
    ),
    violating("aws-native", allows("rds-db:connect", user("postgres")), native_cluster("main")),
    unknown("which cluster", allows("rds-db:connect", user("dba_orders")), NEW),
    external("the user", res(POLICY, policy=document(statement("rds-db:connect", UNKNOWN))), NEW),
    unknown_fails(
        "one of the users",
        res(POLICY, policy=document(statement("rds-db:connect", [UNKNOWN, user("admin")]))),
    ),
]

MUTATION = mutation(added(allows("rds-db:connect", user("postgres"))))
