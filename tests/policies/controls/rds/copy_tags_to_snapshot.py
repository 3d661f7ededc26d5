"""Cases of rds-copy-tags-to-snapshot."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
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
    compliant("copied", cluster(copyTagsToSnapshot=True)),
    compliant("copied, on an instance", instance(copyTagsToSnapshot=True)),
    compliant("copied, aws-native", native_cluster(copyTagsToSnapshot=True)),
    violating("not copied", cluster(copyTagsToSnapshot=False), says="is false"),
    violating("not copied, aws-native", native_instance(copyTagsToSnapshot=False)),
    absent_fails("not copied unless asked for", cluster(), says="the default is false"),
    absent_fails("on an instance", instance()),
    unknown("from configuration", cluster(copyTagsToSnapshot=UNKNOWN)),
    not_applicable("a member", member(copyTagsToSnapshot=False)),
    not_applicable("Neptune", cluster(engine="neptune")),
]

MUTATION = mutation(changed("aws:rds/cluster:Cluster", copyTagsToSnapshot=False))
