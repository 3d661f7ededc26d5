"""Cases of rds-serverlessv2-capacity-bounds."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    absent_not_applicable,
    changed,
    cluster,
    compliant,
    member,
    mutation,
    native_cluster,
    native_member,
    not_applicable,
    ref,
    unknown,
    violating,
)

PRODUCTION = {"tags": {"Environment": "production"}}
MAIN = cluster(clusterIdentifier="main")


def bounds(minimum: object, maximum: object, **properties: object) -> object:
    return cluster(
        serverlessv2ScalingConfiguration={"minCapacity": minimum, "maxCapacity": maximum}, **properties
    )


CASES = [
    compliant("bounds", bounds(0.5, 16.0)),
    compliant(
        "a list of one", cluster(serverlessv2ScalingConfiguration=[{"minCapacity": 1, "maxCapacity": 2}])
    ),
    compliant(
        "aws-native", native_cluster(serverlessV2ScalingConfiguration={"minCapacity": 1, "maxCapacity": 8})
    ),
    compliant("a pause in development", bounds(0.0, 4.0, tags={"Environment": "dev"})),
    compliant("a pause that is allowed", bounds(0.0, 4.0, **PRODUCTION), settings={"allowAutoPause": True}),
    violating("over AWS's limit", bounds(1.0, 512.0), says="at most 256"),
    violating("over the team's", bounds(1.0, 64.0), settings={"maximumAcus": 32}, says="at most 32"),
    violating("a pause in production", bounds(0.0, 4.0, **PRODUCTION), says="pauses"),
    violating(
        "a pause in production, aws-native",
        native_cluster(
            serverlessV2ScalingConfiguration={"minCapacity": 0, "maxCapacity": 4},
            tags=[{"key": "env", "value": "Prod"}],
        ),
    ),
    absent_fails(
        "a member needs them",
        MAIN,
        member("writer", clusterIdentifier=ref(MAIN), instanceClass="db.serverless"),
        says="db.serverless",
    ),
    absent_fails(
        "a member needs them, aws-native",
        native_cluster(dbClusterIdentifier="main"),
        native_member("writer", dbInstanceClass="db.serverless"),
    ),
    absent_fails("no maximum", bounds(1.0, None), says="maxCapacity"),
    absent_fails("no minimum", bounds(None, 8.0), says="minCapacity"),
    absent_not_applicable("not Serverless v2", MAIN, member("writer", clusterIdentifier=ref(MAIN))),
    unknown("the maximum", bounds(1.0, UNKNOWN)),
    unknown("all of it", cluster(serverlessv2ScalingConfiguration=UNKNOWN)),
    unknown("whether it is production", bounds(0.0, 4.0, tags=UNKNOWN)),
    not_applicable("Neptune", bounds(1.0, 512.0, engine="neptune")),
]

MUTATION = mutation(
    changed(
        "aws:rds/cluster:Cluster", serverlessv2ScalingConfiguration={"minCapacity": 1, "maxCapacity": 512}
    )
)
