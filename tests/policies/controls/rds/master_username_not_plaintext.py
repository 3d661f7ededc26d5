"""Cases of rds-master-username-not-plaintext."""

from tests.policies.cases import (
    UNKNOWN,
    absent_not_applicable,
    added,
    cluster,
    compliant,
    instance,
    member,
    mutation,
    native_cluster,
    native_instance,
    not_applicable,
    secret,
    unknown_passes,
    violating,
)

CASES = [
    compliant("a secret", instance(username=secret("shop_owner"))),
    compliant("a secret, aws-native", native_cluster(masterUsername=secret("shop_owner"))),
    compliant(
        "resolved by CloudFormation",
        native_instance(masterUsername="{{resolve:secretsmanager:db:SecretString:username}}"),
    ),
    violating("a literal", instance(username="shop_owner"), says="`username` is a plain literal"),
    violating("a literal of a cluster", cluster(masterUsername="shop_owner")),
    violating("a literal, aws-native", native_instance(masterUsername="shop_owner")),
    absent_not_applicable("a restore", instance(snapshotIdentifier="last")),
    unknown_passes("made elsewhere", instance(username=UNKNOWN)),
    not_applicable("a member has none", member()),
    not_applicable("Neptune", cluster(engine="neptune", masterUsername="shop_owner")),
]

MUTATION = mutation(added(instance("plain", username="shop_owner")))
