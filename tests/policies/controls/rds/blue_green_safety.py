"""Cases of rds-blue-green-safety."""

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

PRODUCTION = {"tags": {"Environment": "Production"}}

CASES = [
    compliant("waits", cluster(applyImmediately=False, allowMajorVersionUpgrade=False, **PRODUCTION)),
    compliant("development need not wait", cluster(applyImmediately=True, tags={"Environment": "dev"})),
    compliant("nor a stack without tags that is called dev", instance(applyImmediately=True)),
    compliant("another tag", cluster(applyImmediately=True, tags={"owner": "production"})),
    violating("production does", cluster(applyImmediately=True, **PRODUCTION), says="does not wait"),
    violating("an instance", instance(applyImmediately=True, tags={"env": "prod"})),
    violating(
        "by the stack's name",
        instance(applyImmediately=True),
        settings={"productionNames": ["dev"]},
    ),
    violating("major versions", cluster(allowMajorVersionUpgrade=True), says="allowMajorVersionUpgrade"),
    violating("major versions, aws-native", native_instance(allowMajorVersionUpgrade=True)),
    absent_passes("both are off unless asked for", cluster(**PRODUCTION)),
    absent_passes("on an instance", native_instance()),
    unknown("from configuration", cluster(applyImmediately=UNKNOWN, **PRODUCTION)),
    unknown("whether it is production", cluster(applyImmediately=True, tags=UNKNOWN)),
    unknown("major versions", instance(allowMajorVersionUpgrade=UNKNOWN)),
    not_applicable("aws-native has neither on a cluster", native_cluster()),
    not_applicable("a member", member(applyImmediately=True, **PRODUCTION)),
    not_applicable("Neptune", cluster(engine="neptune", allowMajorVersionUpgrade=True)),
]

MUTATION = mutation(changed("aws:rds/cluster:Cluster", allowMajorVersionUpgrade=True))
