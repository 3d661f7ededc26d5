"""Cases of rds-instance-deletion-protection."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    added,
    compliant,
    instance,
    member,
    mutation,
    native_instance,
    native_member,
    not_applicable,
    unknown,
    violating,
)

CASES = [
    compliant("on", instance(deletionProtection=True)),
    compliant("on, aws-native", native_instance(deletionProtection=True)),
    violating("off", instance(deletionProtection=False), says="is false"),
    violating("off, aws-native", native_instance(deletionProtection=False)),
    absent_fails("off unless asked for", instance(), says="the default is false"),
    absent_fails("off unless asked for, aws-native", native_instance()),
    absent_fails("no engine stated", instance(engine=None)),
    violating(
        "checkov fixture: off, with an engine from configuration",
        instance(engine=UNKNOWN, deletionProtection=False),
    ),
    unknown("from configuration", instance(deletionProtection=UNKNOWN)),
    not_applicable("trivy#7899: a member", member()),
    not_applicable("cfn_nag#445: a member, aws-native", native_member()),
    not_applicable("prowler#2275: a member of the type of an instance", instance(engine="aurora-mysql")),
    not_applicable("steampipe#400: Neptune", instance(engine="neptune")),
    not_applicable("meant to be deleted", instance(tags={"protection": "ephemeral"})),
    violating(
        "meant to be deleted, where no such thing is allowed",
        instance(tags={"protection": "ephemeral"}),
        settings={"ephemeralTag": ""},
    ),
]

MUTATION = mutation(added(instance()))
