"""Cases of rds-activity-stream-enabled."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    added,
    cluster,
    compliant,
    member,
    mutation,
    native_cluster,
    not_applicable,
    ref,
    res,
    unknown,
    unknown_fails,
    violating,
)

STREAM = "aws:rds/clusterActivityStream:ClusterActivityStream"
ARN = "arn:aws:rds:eu-central-1:123456789012:cluster:main"
MAIN = cluster(clusterIdentifier="main", arn=ARN)


def stream(arn: object) -> object:
    return res(STREAM, "stream", resourceArn=arn, mode="async", kmsKeyId="key")


CASES = [
    compliant("by dependency", MAIN, stream(ref(MAIN))),
    compliant("by name", MAIN, stream(ARN)),
    violating("another cluster's", MAIN, stream(ARN.replace("main", "other"))),
    violating("of a class that has them", MAIN, member("writer", clusterIdentifier=ref(MAIN))),
    absent_fails("none", cluster()),
    unknown("whose it is", MAIN, stream(UNKNOWN)),
    unknown_fails("the engine alone: other products have types of their own", cluster(engine=UNKNOWN)),
    not_applicable("a small class", MAIN, member("writer", instanceClass="db.t4g.medium")),
    not_applicable("Serverless v2", MAIN, member("writer", instanceClass="db.serverless")),
    not_applicable("Serverless v1", cluster(engineMode="serverless")),
    not_applicable("a Multi-AZ DB cluster", cluster(engine="mysql", dbClusterInstanceClass="db.r6gd.large")),
    not_applicable("aws-native has none", native_cluster()),
    not_applicable("Neptune", cluster(engine="neptune")),
]

MUTATION = mutation(added(cluster("unwatched")))
