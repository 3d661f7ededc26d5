"""Cases of rds-auto-minor-version-upgrade."""

from tests.policies.cases import (
    UNKNOWN,
    absent_passes,
    changed,
    cluster,
    compliant,
    instance,
    member,
    mutation,
    native_instance,
    native_member,
    not_applicable,
    res,
    unknown,
    violating,
)

CASES = [
    compliant("a member", member(autoMinorVersionUpgrade=True)),
    compliant("an instance", instance(autoMinorVersionUpgrade=True)),
    compliant("as a word", native_member(autoMinorVersionUpgrade="true")),
    violating("a member", member(autoMinorVersionUpgrade=False), says="is false"),
    violating("an instance", instance(autoMinorVersionUpgrade=False)),
    violating("a member, aws-native", native_member(autoMinorVersionUpgrade=False)),
    violating("an instance, aws-native", native_instance(autoMinorVersionUpgrade="false")),
    violating(
        "without an engine",
        res("aws-native:rds:DbInstance", dbInstanceClass="db.t3.micro", autoMinorVersionUpgrade=False),
    ),
    absent_passes("checkov's CKV_AWS_226: the provider's default is on", instance()),
    absent_passes("a member", member()),
    absent_passes("aws-native", native_member()),
    unknown("from configuration", member(autoMinorVersionUpgrade=UNKNOWN)),
    not_applicable("a cluster: its members decide", cluster(autoMinorVersionUpgrade=False)),
    not_applicable("Neptune", instance(engine="neptune", autoMinorVersionUpgrade=False)),
]

MUTATION = mutation(changed("aws:rds/clusterInstance:ClusterInstance", autoMinorVersionUpgrade=False))
