"""Cases of kms-key-origin."""

from tests.policies.cases import (
    UNKNOWN,
    absent_passes,
    added,
    compliant,
    mutation,
    res,
    unknown,
    unknown_fails,
    violating,
)

from ._policies import EXTERNAL, KEY, NATIVE_KEY

CASES = [
    compliant("KMS's own", res(KEY, description="x")),
    compliant("aws-native", res(NATIVE_KEY, origin="AWS_KMS")),
    violating("imported", res(EXTERNAL), says="imported"),
    violating("imported, a replica", res("aws:kms/replicaExternalKey:ReplicaExternalKey")),
    violating("imported, aws-native", res(NATIVE_KEY, origin="EXTERNAL"), says="EXTERNAL"),
    violating("a custom key store", res(KEY, customKeyStoreId="cks-1"), says="custom key store"),
    absent_passes("KMS makes the material", res(KEY)),
    absent_passes("aws-native", res(NATIVE_KEY)),
    unknown("the origin", res(NATIVE_KEY, origin=UNKNOWN)),
    unknown_fails("whichever custom key store it is", res(KEY, customKeyStoreId=UNKNOWN)),
]

MUTATION = mutation(added(res(EXTERNAL, "imported")))
