"""Cases of rds-instance-multi-az."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    added,
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
    compliant("on", instance(multiAz=True)),
    compliant("on, aws-native", native_instance(multiAz=True)),
    compliant("a word", instance(multiAz="true")),
    violating("off", instance(multiAz=False), says="is false"),
    violating("off, aws-native", native_instance(multiAz=False)),
    absent_fails("off unless asked for", instance(), says="the default is false"),
    absent_fails("aws-native", native_instance()),
    unknown("from configuration", instance(multiAz=UNKNOWN)),
    not_applicable("checkov#4287: a member", member()),
    not_applicable("prowler#2275: a member, aws-native", native_member(multiAz=False)),
    not_applicable(
        "checkov#4287: an instance of Aurora",
        res("aws:rds/instance:Instance", engine="aurora-mysql", multiAz=False),
    ),
    not_applicable("a cluster", cluster()),
    not_applicable("a read replica", instance(replicateSourceDb="main")),
    not_applicable("Neptune", instance(engine="neptune")),
]

MUTATION = mutation(added(instance("single")))
