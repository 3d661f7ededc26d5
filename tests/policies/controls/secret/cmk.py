"""Cases of secret-cmk."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    added,
    compliant,
    mutation,
    ref,
    res,
    secret,
    unknown,
    unknown_fails,
    violating,
)

from ._secrets import NATIVE_SECRET, SECRET

KEY = res("aws:kms/key:Key", "key")

CASES = [
    compliant("a key of the stack", res(SECRET, kmsKeyId=ref(KEY)), KEY),
    compliant("a key by its alias", res(SECRET, kmsKeyId="alias/orders")),
    compliant("a key that is secret", res(SECRET, kmsKeyId=secret("alias/orders"))),
    compliant(
        "replicas too",
        res(SECRET, kmsKeyId="alias/k", replicas=[{"region": "eu-west-1", "kmsKeyId": ref(KEY)}]),
        KEY,
    ),
    compliant(
        "aws-native",
        res(NATIVE_SECRET, kmsKeyId="alias/k", replicaRegions=[{"region": "x", "kmsKeyId": "alias/k"}]),
    ),
    violating("AWS's key", res(SECRET, kmsKeyId="alias/aws/secretsmanager"), says="AWS-managed"),
    violating(
        "AWS's key by its ARN",
        res(SECRET, kmsKeyId="arn:aws:kms:eu-central-1:123456789012:alias/aws/secretsmanager"),
    ),
    violating(
        "AWS's key, as the console shows it", res(SECRET, kmsKeyId="aws/secretsmanager"), says="AWS-managed"
    ),
    compliant(
        "a key of the customer's with such a name", res(SECRET, kmsKeyId="alias/my-aws/secretsmanager")
    ),
    violating("empty", res(SECRET, kmsKeyId="")),
    violating(
        "a replica without one",
        res(SECRET, kmsKeyId="k", replicas=[{"region": "eu-west-1"}]),
        says="replicas[0]",
    ),
    violating("a replica, aws-native", res(NATIVE_SECRET, kmsKeyId="k", replicaRegions=[{"region": "x"}])),
    absent_fails("AWS's key", res(SECRET), says="`kmsKeyId` names no"),
    absent_fails("aws-native", res(NATIVE_SECRET)),
    unknown("the replicas", res(SECRET, kmsKeyId="k", replicas=UNKNOWN)),
    unknown("a key that nothing explains", res(SECRET, kmsKeyId=UNKNOWN)),
    unknown_fails("the replicas, under AWS's key", res(SECRET, replicas=UNKNOWN)),
]

MUTATION = mutation(added(res(SECRET, "open", description="x")))
