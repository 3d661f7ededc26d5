"""Cases of rds-activity-stream-conflict."""

from tests.policies.cases import (
    UNKNOWN,
    Sample,
    absent_not_applicable,
    added,
    cluster,
    compliant,
    external,
    member,
    mutation,
    ref,
    res,
    unknown,
    violating,
)

STREAM = "aws:rds/clusterActivityStream:ClusterActivityStream"
MAIN = cluster("main", clusterIdentifier="main")
MYSQL = cluster("mysql", clusterIdentifier="mysql", engine="aurora-mysql")
V1 = cluster("v1", engineMode="serverless")
LARGE = member("large", clusterIdentifier=ref(MAIN))
SERVERLESS = member("serverless", clusterIdentifier=ref(MAIN), instanceClass="db.serverless")
BURSTABLE = member("burstable", clusterIdentifier="main", instanceClass="db.t4g.medium")
UNCLEAR = member("unclear", clusterIdentifier=ref(MAIN), instanceClass=UNKNOWN)
BABEL = res(
    "aws:rds/clusterParameterGroup:ClusterParameterGroup",
    "babel",
    family="aurora-postgresql16",
    parameters=[{"name": "rds.babelfish_status", "value": "on"}],
)
FISH = cluster("fish", dbClusterParameterGroupName=ref(BABEL))


def of(main: Sample, mode: str = "async") -> Sample:
    return res(STREAM, resourceArn=ref(main), mode=mode, kmsKeyId="key")


CASES = [
    compliant("a provisioned cluster", of(MAIN), MAIN, LARGE),
    compliant("sync on PostgreSQL", of(MAIN, "sync"), MAIN, LARGE),
    compliant("async on MySQL", of(MYSQL), MYSQL),
    violating("a serverless member", of(MAIN), MAIN, LARGE, SERVERLESS, says="db.serverless"),
    violating("a burstable one", of(MAIN), MAIN, BURSTABLE),
    violating("sync on MySQL", of(MYSQL, "sync"), MYSQL, says="async only"),
    violating("Serverless v1", of(V1), V1),
    violating("Babelfish", of(FISH), FISH, BABEL),
    violating("one wrong member beside one not known", of(MAIN), MAIN, UNCLEAR, SERVERLESS),
    absent_not_applicable("no cluster", res(STREAM, mode="async")),
    unknown("the class of a member", of(MAIN), MAIN, UNCLEAR),
    external("a cluster of elsewhere", res(STREAM, resourceArn="arn:aws:rds:eu-west-1:1:cluster:other")),
]

MUTATION = mutation(
    added(BURSTABLE, MAIN, of(MAIN)),
)
