"""Cases of kms-alias-present."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    compliant,
    external,
    mutation,
    ref,
    removed,
    res,
    unknown,
    violating,
)

from ._policies import KEY, NATIVE_KEY

ALIAS = "aws:kms/alias:Alias"
SUBJECT = res(KEY)
NATIVE = res(NATIVE_KEY)
OTHER = res(KEY, "other")

CASES = [
    compliant("an alias", SUBJECT, res(ALIAS, "a", name="alias/orders", targetKeyId=ref(SUBJECT))),
    compliant("by name", res(KEY, keyId="1234"), res(ALIAS, "a", name="alias/orders", targetKeyId="1234")),
    compliant("aws-native", NATIVE, res("aws-native:kms:Alias", "a", targetKeyId=ref(NATIVE))),
    violating("another key's", SUBJECT, OTHER, res(ALIAS, "a", targetKeyId=ref(OTHER)), says="No alias"),
    violating("an alias of a key elsewhere", SUBJECT, res(ALIAS, "a", targetKeyId="elsewhere")),
    absent_fails("no alias", SUBJECT),
    absent_fails("aws-native", NATIVE),
    unknown("the key of an alias", SUBJECT, res(ALIAS, "a", targetKeyId=UNKNOWN)),
    external(
        "the key of an alias, aws-native", NATIVE, res("aws-native:kms:Alias", "a", targetKeyId=UNKNOWN)
    ),
]

MUTATION = mutation(removed(ALIAS))
