"""Cases of kms-key-rotation-enabled."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    changed,
    compliant,
    mutation,
    not_applicable,
    res,
    secret,
    unknown,
    violating,
)

from ._policies import EXTERNAL, KEY, NATIVE_KEY, REPLICA

CASES = [
    compliant("rotated", res(KEY, enableKeyRotation=True)),
    compliant("said in words", res(KEY, enableKeyRotation="true")),
    compliant(
        "rotated, and its kind spelled out",
        res(
            KEY,
            enableKeyRotation=True,
            customerMasterKeySpec="SYMMETRIC_DEFAULT",
            keyUsage="ENCRYPT_DECRYPT",
        ),
    ),
    compliant("a primary of replicas", res(KEY, enableKeyRotation=True, multiRegion=True)),
    compliant("aws-native", res(NATIVE_KEY, enableKeyRotation=True, origin="AWS_KMS")),
    compliant("a secret flag is read all the same", res(KEY, enableKeyRotation=secret(True))),
    violating("switched off", res(KEY, enableKeyRotation=False), says="`enableKeyRotation` is false"),
    violating("a period alone rotates nothing", res(KEY, rotationPeriodInDays=365.0)),
    violating("aws-native", res(NATIVE_KEY, enableKeyRotation=False)),
    absent_fails("KMS rotates no key unasked", res(KEY)),
    absent_fails("aws-native", res(NATIVE_KEY, keySpec="SYMMETRIC_DEFAULT")),
    unknown("the flag", res(KEY, enableKeyRotation=UNKNOWN)),
    unknown("the kind of key", res(KEY, customerMasterKeySpec=UNKNOWN)),
    not_applicable("asymmetric", res(KEY, customerMasterKeySpec="RSA_4096", keyUsage="SIGN_VERIFY")),
    not_applicable("asymmetric, for encryption", res(KEY, customerMasterKeySpec="RSA_4096")),
    not_applicable("trivy AWS-0065: a signing key", res(KEY, keyUsage="SIGN_VERIFY")),
    not_applicable("HMAC", res(KEY, customerMasterKeySpec="HMAC_256", keyUsage="GENERATE_VERIFY_MAC")),
    not_applicable("HMAC, aws-native", res(NATIVE_KEY, keySpec="HMAC_256", keyUsage="GENERATE_VERIFY_MAC")),
    not_applicable("a custom key store", res(KEY, customKeyStoreId="cks-1234567890abcdef0")),
    not_applicable("a custom key store, not known yet", res(KEY, customKeyStoreId=UNKNOWN)),
    not_applicable("an external key store", res(KEY, customKeyStoreId="cks-1", xksKeyId="key-1")),
    not_applicable("imported material", res(EXTERNAL)),
    not_applicable("imported material, aws-native", res(NATIVE_KEY, origin="EXTERNAL")),
    not_applicable("disabled", res(KEY, isEnabled=False), says="disabled"),
    not_applicable("disabled, aws-native", res(NATIVE_KEY, enabled=False, enableKeyRotation=False)),
    violating("enabled, as far as is known", res(KEY, isEnabled=UNKNOWN, enableKeyRotation=False)),
    not_applicable("a replica", res(REPLICA, primaryKeyArn=UNKNOWN)),
    not_applicable("a replica, aws-native", res("aws-native:kms:ReplicaKey", primaryKeyArn=UNKNOWN)),
]

MUTATION = mutation(changed(KEY, enableKeyRotation=False))
