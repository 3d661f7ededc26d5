"""Cases of rds-global-cluster-force-destroy."""

from tests.policies.cases import (
    UNKNOWN,
    absent_passes,
    added,
    compliant,
    mutation,
    not_applicable,
    res,
    unknown,
    violating,
)

GLOBAL = "aws:rds/globalCluster:GlobalCluster"

CASES = [
    compliant("kept together", res(GLOBAL, forceDestroy=False)),
    violating("taken apart", res(GLOBAL, forceDestroy=True), says="is true"),
    violating("taken apart, as a word", res(GLOBAL, forceDestroy="true")),
    violating("in spite of deletion protection", res(GLOBAL, forceDestroy=True, deletionProtection=True)),
    violating(
        "meant to be deleted, where no such thing is allowed",
        res(GLOBAL, forceDestroy=True, tags={"protection": "ephemeral"}),
        settings={"ephemeralTag": ""},
    ),
    absent_passes("kept together", res(GLOBAL)),
    unknown("from configuration", res(GLOBAL, forceDestroy=UNKNOWN)),
    not_applicable("aws-native has no such property", res("aws-native:rds:GlobalCluster")),
    not_applicable("meant to be deleted", res(GLOBAL, forceDestroy=True, tags={"protection": "ephemeral"})),
    not_applicable("Neptune", res(GLOBAL, engine="neptune", forceDestroy=True)),
]

MUTATION = mutation(added(res(GLOBAL, forceDestroy=True)))
