"""Cases of rds-master-user-secret-cmk."""

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

KEY = "arn:aws:kms:eu-central-1:123456789012:alias/data"
MANAGED = {"manageMasterUserPassword": True}

CASES = [
    compliant("a key", cluster(**MANAGED, masterUserSecretKmsKeyId=KEY)),
    compliant("a key of an instance", instance(**MANAGED, masterUserSecretKmsKeyId=KEY)),
    compliant("a key, aws-native", native_cluster(**MANAGED, masterUserSecret={"kmsKeyId": KEY})),
    compliant("the block as a list of one", native_instance(**MANAGED, masterUserSecret=[{"kmsKeyId": KEY}])),
    violating("the key AWS manages", cluster(**MANAGED, masterUserSecretKmsKeyId="alias/aws/secretsmanager")),
    absent_fails("the default key", cluster(**MANAGED), says="with an AWS key"),
    absent_fails("of an instance", instance(**MANAGED)),
    absent_fails("a block without a key, aws-native", native_cluster(**MANAGED, masterUserSecret={})),
    not_applicable("a password of one's own", cluster(manageMasterUserPassword=False)),
    not_applicable("nothing is managed", native_instance()),
    not_applicable("a member has no master user", member(**MANAGED)),
    not_applicable("DocumentDB", cluster(engine="docdb", **MANAGED)),
    unknown("whether it is managed", cluster(manageMasterUserPassword=UNKNOWN)),
    unknown("a key that nothing explains", cluster(**MANAGED, masterUserSecretKmsKeyId=UNKNOWN)),
    unknown("the block as a whole", native_cluster(**MANAGED, masterUserSecret=UNKNOWN)),
]

MUTATION = mutation(
    changed("aws:rds/cluster:Cluster", drop=("masterUserSecretKmsKeyId",), manageMasterUserPassword=True)
)
