"""Cases of rds-pulumi-protect."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    added,
    cluster,
    compliant,
    mutation,
    native_cluster,
    not_applicable,
    res,
    unknown_fails,
    violating,
)

CLUSTER = "aws:rds/cluster:Cluster"

CASES = [
    compliant("protected", res(CLUSTER, protect=True, engine="aurora-mysql")),
    compliant("a protected key", res("aws:kms/key:Key", protect=True)),
    violating("a vault", res("aws:backup/vault:Vault"), says="protect"),
    violating("a global cluster", res("aws:rds/globalCluster:GlobalCluster")),
    violating("aws-native", native_cluster()),
    absent_fails("off unless asked for", cluster()),
    unknown_fails("the engine alone: other products have types of their own", cluster(engine=UNKNOWN)),
    not_applicable("Neptune", cluster(engine="neptune")),
]

MUTATION = mutation(added(cluster("bare")))
