"""Cases of rds-no-plaintext-master-password."""

from tests.policies.cases import (
    UNKNOWN,
    absent_passes,
    changed,
    cluster,
    compliant,
    instance,
    mutation,
    native_cluster,
    native_instance,
    not_applicable,
    ref,
    res,
    secret,
    unknown,
    unknown_passes,
    violating,
)

RANDOM = res("random:index/randomPassword:RandomPassword", "password", result=secret("k9-Wq!x_2mPz"))
STRONG = "k9-Wq!x_2mPz"

CASES = [
    compliant("managed by RDS", cluster(manageMasterUserPassword=True)),
    compliant("a random one, not known yet", cluster(masterPassword=ref(RANDOM)), RANDOM),
    compliant("a random one marked as a secret", instance(password=secret(ref(RANDOM))), RANDOM),
    compliant("a write-only random one", cluster(masterPasswordWo=secret(ref(RANDOM))), RANDOM),
    compliant(
        "resolved by CloudFormation",
        native_instance(masterUserPassword="{{resolve:secretsmanager:db:SecretString:password}}"),
    ),
    violating("a literal", cluster(masterPassword=STRONG), says="is a literal"),
    violating("a write-only literal", cluster(masterPasswordWo=STRONG), says="masterPasswordWo"),
    violating("a write-only literal of an instance", instance(passwordWo=STRONG), says="passwordWo"),
    violating("a guess, write-only", cluster(masterPasswordWo=secret("Password123!")), says="easily guessed"),
    unknown("a write-only secret", cluster(masterPasswordWo=secret(STRONG))),
    violating("a literal of an instance", instance(password="foobarbaz")),
    violating("a literal, aws-native", native_cluster(masterUserPassword=STRONG)),
    violating("a parameter in plain text", native_instance(masterUserPassword="{{resolve:ssm:db:1}}")),
    violating(
        "a guess, though marked", cluster(masterPassword=secret("Password123!")), says="easily guessed"
    ),
    violating("another", cluster(masterPassword=secret("Change11me")), says="easily guessed"),
    violating("too short, though marked", cluster(masterPassword=secret("k9-Wq"))),
    violating(
        "the user's own name", cluster(masterUsername="shopkeeper", masterPassword=secret("ShopKeeper"))
    ),
    violating("any known one", cluster(masterPassword=secret(STRONG)), settings={"refuseKnown": True}),
    absent_passes("none at all", cluster()),
    absent_passes("an instance", instance()),
    unknown("a literal or configuration", cluster(masterPassword=secret(STRONG))),
    unknown(
        "the same, though it holds the name of no one", instance(username=UNKNOWN, password=secret(STRONG))
    ),
    unknown_passes("not known yet", cluster(masterPassword=UNKNOWN)),
    not_applicable("DocumentDB", cluster(engine="docdb", masterPassword=STRONG)),
]

MUTATION = mutation(changed("aws:rds/cluster:Cluster", masterPassword=STRONG))
