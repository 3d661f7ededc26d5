"""Cases of rds-engine-allowlist."""

from tests.policies.cases import (
    UNKNOWN,
    absent_unknown,
    added,
    cluster,
    compliant,
    instance,
    member,
    mutation,
    native_cluster,
    native_instance,
    not_applicable,
    res,
    unknown,
    violating,
)

CASES = [
    compliant("Aurora PostgreSQL", cluster()),
    compliant("Aurora MySQL", native_cluster(engine="aurora-mysql")),
    compliant("in capitals", cluster(engine="Aurora-PostgreSQL")),
    compliant("approved", instance(), settings={"allowedEngines": ["postgres"]}),
    violating("an instance", instance(), says='"postgres"'),
    violating("aws-native", native_instance(engine="oracle-ee")),
    violating(
        "tflint: an engine of Aurora misspelt", instance(engine="aurora-postgres"), says="aurora-postgres"
    ),
    violating("a Multi-AZ DB cluster", cluster(engine="mysql", dbClusterInstanceClass="db.r6gd.large")),
    violating("Aurora's first name", cluster(engine="aurora")),
    violating("no longer approved", cluster(), settings={"allowedEngines": ["aurora-mysql"]}),
    absent_unknown("a replica's source decides", instance(engine=None, replicateSourceDb="main")),
    absent_unknown("not stated", res("aws:rds/cluster:Cluster")),
    unknown("from configuration", cluster(engine=UNKNOWN)),
    not_applicable("a member", member()),
    not_applicable("Neptune", cluster(engine="neptune")),
]

MUTATION = mutation(added(instance("oracle", engine="oracle-ee")))
