"""Cases of kms-key-rsa-strength."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    absent_not_applicable,
    added,
    compliant,
    mutation,
    not_applicable,
    res,
    unknown,
    violating,
)

from ._policies import EXTERNAL, KEY, NATIVE_KEY

CASES = [
    compliant("3072 bits", res(KEY, customerMasterKeySpec="RSA_3072", keyUsage="ENCRYPT_DECRYPT")),
    compliant("aws-native", res(NATIVE_KEY, keySpec="RSA_4096", keyUsage="ENCRYPT_DECRYPT")),
    violating(
        "2048 bits", res(KEY, customerMasterKeySpec="RSA_2048", keyUsage="ENCRYPT_DECRYPT"), says="RSA_2048"
    ),
    violating("aws-native", res(NATIVE_KEY, keySpec="RSA_2048", keyUsage="ENCRYPT_DECRYPT")),
    violating("imported material", res(EXTERNAL, keySpec="RSA_2048", keyUsage="ENCRYPT_DECRYPT")),
    absent_not_applicable("keys are symmetric", res(KEY)),
    absent_fails("keys encrypt unless they say otherwise", res(KEY, customerMasterKeySpec="RSA_2048")),
    unknown("the spec", res(KEY, customerMasterKeySpec=UNKNOWN)),
    unknown("the usage", res(KEY, customerMasterKeySpec="RSA_2048", keyUsage=UNKNOWN)),
    not_applicable("a signing key", res(KEY, customerMasterKeySpec="RSA_2048", keyUsage="SIGN_VERIFY")),
    not_applicable(
        "elliptic curves", res(KEY, customerMasterKeySpec="ECC_NIST_P256", keyUsage="SIGN_VERIFY")
    ),
]

MUTATION = mutation(added(res(KEY, "weak", customerMasterKeySpec="RSA_2048", keyUsage="ENCRYPT_DECRYPT")))
