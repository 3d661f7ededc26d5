"""Cases of rds-key-usable."""

from dataclasses import replace

from tests.policies.cases import (
    UNKNOWN,
    Sample,
    absent_not_applicable,
    added,
    cluster,
    compliant,
    external,
    instance,
    mutation,
    native_cluster,
    not_applicable,
    ref,
    res,
    unknown,
    violating,
)

KEY = res("aws:kms/key:Key", "key", arn="arn:aws:kms:eu-central-1:123456789012:key/1")
NATIVE_KEY = res("aws-native:kms:Key", "native", keySpec="SYMMETRIC_DEFAULT")
RSA = res("aws:kms/key:Key", "rsa", customerMasterKeySpec="RSA_4096")
HMAC = res("aws:kms/key:Key", "hmac", keyUsage="GENERATE_VERIFY_MAC")
UNCLEAR = res("aws:kms/key:Key", "unclear", customerMasterKeySpec=UNKNOWN)
ALIAS = res("aws:kms/alias:Alias", "alias", name="alias/rsa", targetKeyId=ref(RSA))
ARN = "arn:aws:kms:eu-central-1:123456789012:key/1"


def placed(sample: Sample, region: str) -> Sample:
    return replace(sample, provider={"region": region})


CASES = [
    compliant("a symmetric key", cluster(kmsKeyId=ref(KEY)), KEY),
    compliant("aws-native", native_cluster(kmsKeyId=ref(NATIVE_KEY)), NATIVE_KEY),
    compliant("of the Region", cluster(kmsKeyId=ARN, region="eu-central-1"), KEY),
    compliant("of the provider's Region", placed(cluster(kmsKeyId=ARN), "eu-central-1"), KEY),
    compliant("an instance", instance(kmsKeyId=ref(KEY)), KEY),
    violating("an RSA key", cluster(kmsKeyId=ref(RSA)), RSA, says="RSA_4096"),
    violating("an RSA key behind an alias", cluster(kmsKeyId=ref(ALIAS)), ALIAS, RSA),
    violating("a key that does not encrypt", instance(kmsKeyId=ref(HMAC)), HMAC),
    violating("another Region's", cluster(kmsKeyId=ARN, region="eu-west-1"), says="in eu-west-1"),
    violating("another Region's than the provider's", placed(cluster(kmsKeyId=ARN), "us-east-1")),
    absent_not_applicable("no key", cluster()),
    unknown("the kind of key", cluster(kmsKeyId=ref(UNCLEAR)), UNCLEAR),
    unknown("a key that nothing explains", cluster(kmsKeyId=UNKNOWN)),
    external("a key of elsewhere", cluster(kmsKeyId="alias/databases")),
    not_applicable("Neptune", cluster(engine="neptune", kmsKeyId=ref(RSA)), RSA),
]

MUTATION = mutation(added(RSA, cluster("foreign", kmsKeyId=ref(RSA))))
