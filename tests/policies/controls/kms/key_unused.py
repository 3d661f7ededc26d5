"""Cases of kms-key-unused."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    added,
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

from ._policies import KEY, KEY_POLICY, NATIVE_KEY, REPLICA

SUBJECT = res(KEY)
NATIVE = res(NATIVE_KEY)
NAMED = res(KEY, arn="arn:aws:kms:eu-central-1:123456789012:key/1234")
ALIAS = res("aws:kms/alias:Alias", "alias", name="alias/orders", targetKeyId=ref(SUBJECT))

CASES = [
    compliant("a cluster", SUBJECT, cluster("db", kmsKeyId=ref(SUBJECT))),
    compliant("by its ARN", NAMED, cluster("db", kmsKeyId=NAMED.properties["arn"])),
    compliant("by its alias", SUBJECT, ALIAS, cluster("db", kmsKeyId="alias/orders")),
    compliant("by its alias's ARN", SUBJECT, ALIAS, cluster("db", kmsKeyId=ref(ALIAS))),
    compliant("a replica", SUBJECT, res(REPLICA, "r", primaryKeyArn=ref(SUBJECT))),
    compliant("aws-native", NATIVE, native_cluster("db", kmsKeyId=ref(NATIVE))),
    violating("its own policy only", SUBJECT, res(KEY_POLICY, "p", keyId=ref(SUBJECT), policy=UNKNOWN)),
    violating(
        "another key is used", NAMED, cluster("db", kmsKeyId="arn:aws:kms:eu-central-1:123456789012:key/9")
    ),
    absent_fails("a key alone", SUBJECT, says="Nothing in this stack"),
    absent_fails("aws-native", NATIVE),
    unknown("an alias that others may use", SUBJECT, ALIAS),
    external(
        "an alias of the same key and a cluster of another", SUBJECT, ALIAS, cluster("db", kmsKeyId=UNKNOWN)
    ),
]

MUTATION = mutation(added(res(KEY, "idle")))
