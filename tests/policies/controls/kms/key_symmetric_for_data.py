"""Cases of kms-key-symmetric-for-data."""

from tests.policies.cases import (
    UNKNOWN,
    absent_passes,
    changed,
    cluster,
    compliant,
    external,
    mutation,
    native_cluster,
    ref,
    res,
    unknown,
    violating,
)

from ._policies import KEY, NATIVE_KEY

SYMMETRIC = res(KEY, customerMasterKeySpec="SYMMETRIC_DEFAULT", keyUsage="ENCRYPT_DECRYPT")
RSA = res(KEY, customerMasterKeySpec="RSA_4096", keyUsage="ENCRYPT_DECRYPT")
HMAC = res(NATIVE_KEY, keySpec="HMAC_256", keyUsage="GENERATE_VERIFY_MAC")
UNSEEN = res(KEY, customerMasterKeySpec=UNKNOWN)
PLAIN = res(KEY)

CASES = [
    compliant("a cluster under a symmetric key", SYMMETRIC, cluster("db", kmsKeyId=ref(SYMMETRIC))),
    compliant("a signing key for something else", RSA, cluster("db", kmsKeyId="alias/orders")),
    violating("a cluster", RSA, cluster("db", kmsKeyId=ref(RSA)), says="`db`"),
    violating("a cluster, aws-native", HMAC, native_cluster("db", kmsKeyId=ref(HMAC))),
    violating("a secret", RSA, res("aws:secretsmanager/secret:Secret", "s", kmsKeyId=ref(RSA))),
    absent_passes("keys are symmetric unless they say otherwise", PLAIN, cluster("db", kmsKeyId=ref(PLAIN))),
    unknown("the kind of key", UNSEEN, cluster("db", kmsKeyId=ref(UNSEEN))),
    external("the use of the key", res(KEY, keyUsage=UNKNOWN)),
]

MUTATION = mutation(changed(KEY, customerMasterKeySpec="RSA_4096"))
