"""Cases of rds-global-cluster-deletion-protection."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    added,
    compliant,
    mutation,
    not_applicable,
    res,
    unknown,
    violating,
)

GLOBAL = "aws:rds/globalCluster:GlobalCluster"
NATIVE = "aws-native:rds:GlobalCluster"

CASES = [
    compliant("on", res(GLOBAL, deletionProtection=True)),
    compliant("on, aws-native", res(NATIVE, deletionProtection=True)),
    violating("off", res(GLOBAL, deletionProtection=False)),
    violating("off, aws-native", res(NATIVE, deletionProtection=False)),
    absent_fails("off unless asked for", res(GLOBAL), says="the default is false"),
    unknown("from configuration", res(GLOBAL, deletionProtection=UNKNOWN)),
    not_applicable("DocumentDB", res(GLOBAL, engine="docdb")),
    not_applicable("meant to be deleted", res(GLOBAL, tags={"protection": "ephemeral"})),
    violating(
        "meant to be deleted, where no such thing is allowed",
        res(GLOBAL, tags={"protection": "ephemeral"}),
        settings={"ephemeralTag": ""},
    ),
]

MUTATION = mutation(added(res(GLOBAL)))
