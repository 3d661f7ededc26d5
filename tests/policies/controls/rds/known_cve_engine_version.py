"""Cases of rds-known-cve-engine-version."""

from tests.policies.cases import (
    UNKNOWN,
    absent_passes,
    changed,
    cluster,
    compliant,
    instance,
    member,
    mutation,
    native_cluster,
    native_instance,
    not_applicable,
    unknown,
    violating,
)

CASES = [
    compliant("PostgreSQL 13.3", instance(engineVersion="13.3")),
    compliant("PostgreSQL 16", instance(engineVersion="16.1")),
    compliant("PostgreSQL 9.6.22", instance(engineVersion="9.6.22")),
    compliant("a major version alone: AWS takes its latest", instance(engineVersion="13")),
    compliant("the same of an old one", instance(engineVersion="9.6")),
    compliant("Aurora PostgreSQL 11.9", cluster(engineVersion="11.9")),
    compliant("Aurora PostgreSQL, aws-native", native_cluster(engineVersion="12.4")),
    compliant("MySQL", instance(engine="mysql", engineVersion="8.0.36")),
    violating("PostgreSQL 13.2", instance(engineVersion="13.2"), says='"13.2"'),
    violating("PostgreSQL 9.6.21", instance(engineVersion="9.6.21")),
    violating("older yet", instance(engineVersion="9.5.25")),
    violating("checkov's CKV_AWS_388 looks at instances only", cluster(engineVersion="11.8")),
    violating(
        "checkov fixture: an Aurora engine on the type of an instance",
        instance(engine="aurora-postgresql", engineVersion="10.12"),
    ),
    violating("Aurora PostgreSQL 10.11", cluster(engineVersion="10.11")),
    violating("aws-native", native_instance(engineVersion="12.6")),
    violating("a cluster, aws-native", native_cluster(engineVersion="10.13")),
    violating("MySQL 5.6.19a", instance(engine="mysql", engineVersion="5.6.19a")),
    absent_passes("AWS takes its latest", cluster()),
    absent_passes("of an instance", instance()),
    unknown("the version", instance(engineVersion=UNKNOWN)),
    unknown("the engine", cluster(engine=UNKNOWN, engineVersion="11.8")),
    not_applicable("Aurora MySQL", cluster(engine="aurora-mysql", engineVersion="5.7.mysql_aurora.2.11.1")),
    not_applicable("a member: its cluster states the version", member(engineVersion="11.8")),
    not_applicable("no engine", instance(engine=None, engineVersion="13.2")),
    not_applicable("Neptune", cluster(engine="neptune", engineVersion="1.0")),
]

MUTATION = mutation(changed("aws:rds/cluster:Cluster", engineVersion="11.8"))
