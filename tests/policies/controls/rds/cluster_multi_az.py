"""Cases of rds-cluster-multi-az."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    cluster,
    compliant,
    external,
    member,
    mutation,
    native_cluster,
    native_member,
    not_applicable,
    ref,
    removed,
    res,
    unknown,
    unknown_fails,
    violating,
)

MAIN = cluster(clusterIdentifier="main")
WRITER = member("writer", clusterIdentifier=ref(MAIN))
READER = member("reader", clusterIdentifier=ref(MAIN))
NATIVE = native_cluster(dbClusterIdentifier="main")
SECONDARY = cluster(globalClusterIdentifier="world")
TARGET = "aws:appautoscaling/target:Target"
READERS = {"serviceNamespace": "rds", "scalableDimension": "rds:cluster:ReadReplicaCount"}


def in_zone(name: str, zone: object) -> object:
    return member(name, clusterIdentifier=ref(MAIN), availabilityZone=zone)


CASES = [
    compliant("a writer and a reader", MAIN, WRITER, READER),
    compliant("by name", MAIN, member("writer"), member("reader")),
    compliant("in two zones", MAIN, in_zone("writer", "eu-central-1a"), in_zone("reader", "eu-central-1b")),
    compliant("one zone is AWS's choice", MAIN, in_zone("writer", "eu-central-1a"), READER),
    compliant("aws-native", NATIVE, native_member("writer"), native_member("reader")),
    compliant(
        "Serverless v2",
        MAIN,
        *(
            member(name, clusterIdentifier=ref(MAIN), instanceClass="db.serverless")
            for name in ("writer", "reader")
        ),
    ),
    compliant(
        "a member in the form of an instance",
        MAIN,
        WRITER,
        res(
            "aws:rds/instance:Instance",
            "reader",
            engine="aurora-postgresql",
            instanceClass="db.r7g.large",
            clusterIdentifier="main",
        ),
    ),
    compliant(
        "a reader that Auto Scaling keeps",
        MAIN,
        WRITER,
        res(TARGET, "readers", resourceId="cluster:main", minCapacity=1.0, **READERS),
    ),
    compliant(
        "a reader that Auto Scaling keeps, by dependency",
        MAIN,
        WRITER,
        res(TARGET, "readers", resourceId=ref(MAIN), minCapacity=1.0, **READERS),
    ),
    compliant("a Multi-AZ DB cluster", cluster(engine="postgres", dbClusterInstanceClass="db.r6gd.large")),
    violating("a writer alone", MAIN, WRITER, says="one instance"),
    violating("aws-native", NATIVE, native_member("writer")),
    violating(
        "Pulumi's own pack counts availabilityZones, which Aurora fills by itself",
        cluster(availabilityZones=["eu-central-1a", "eu-central-1b", "eu-central-1c"]),
        says="no instance",
    ),
    violating("the other member is another cluster's", MAIN, WRITER, member(clusterIdentifier="other")),
    violating(
        "both pinned to one zone",
        MAIN,
        in_zone("writer", "eu-central-1a"),
        in_zone("reader", "eu-central-1a"),
        says="eu-central-1a",
    ),
    violating(
        "Auto Scaling may take every reader away",
        MAIN,
        WRITER,
        res(TARGET, "readers", resourceId="cluster:main", minCapacity=0.0, **READERS),
    ),
    absent_fails("no instance", MAIN),
    unknown("whose member it is", MAIN, WRITER, member("reader", clusterIdentifier=UNKNOWN)),
    unknown("the zones", MAIN, in_zone("writer", "eu-central-1a"), in_zone("reader", UNKNOWN)),
    unknown_fails("the engine alone: other products have types of their own", cluster(engine=UNKNOWN)),
    external("a secondary gets its instances when it takes over", SECONDARY),
    not_applicable("Serverless v1", cluster(engineMode="serverless")),
    not_applicable("Neptune", cluster(engine="neptune")),
]

MUTATION = mutation(removed("aws:rds/clusterInstance:ClusterInstance"))
