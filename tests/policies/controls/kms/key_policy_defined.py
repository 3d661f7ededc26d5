"""Cases of kms-key-policy-defined."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    changed,
    compliant,
    external,
    mutation,
    ref,
    res,
    unknown,
    unknown_passes,
    violating,
)

from ._policies import APP, DEFAULT, EXTERNAL, KEY, KEY_POLICY, NATIVE_KEY, REPLICA, document, policy

PLAIN = res(KEY, description="plain")
NAMED = res(KEY, description="named", keyId="1234abcd")

CASES = [
    compliant("inline", res(KEY, policy=policy(DEFAULT))),
    compliant("aws-native", res(NATIVE_KEY, keyPolicy=document(DEFAULT))),
    compliant("attached", PLAIN, res(KEY_POLICY, "p", keyId=ref(PLAIN), policy=UNKNOWN)),
    compliant("attached by name", NAMED, res(KEY_POLICY, "p", keyId="1234abcd", policy=policy(DEFAULT))),
    compliant(
        "everyone but one is a principal too",
        res(KEY, policy=document({"Effect": "Deny", "NotPrincipal": APP, "Action": "kms:*"})),
    ),
    violating("attached to another key", PLAIN, res(KEY_POLICY, "p", keyId="other", policy=policy(DEFAULT))),
    violating(
        "terrascan AC_AWS_0481: a statement without a principal",
        res(KEY, policy=policy(DEFAULT, {"Effect": "Allow", "Action": "kms:*", "Resource": "*"})),
        says="statement 2 names no principal",
    ),
    violating("an empty document", res(KEY, policy="")),
    absent_fails("the default policy", res(KEY), says="`policy` is not set"),
    absent_fails("aws-native", res(NATIVE_KEY), says="`keyPolicy` is not set"),
    absent_fails("a replica has no policy of its primary", res(REPLICA, primaryKeyArn=UNKNOWN)),
    absent_fails("imported material", res(EXTERNAL)),
    unknown_passes("a document made of outputs", res(KEY, policy=UNKNOWN)),
    unknown("no JSON", res(KEY, policy="{")),
    external(
        "a key policy of a key that is not known yet",
        PLAIN,
        res(KEY_POLICY, "p", keyId=UNKNOWN, policy=UNKNOWN),
    ),
]

MUTATION = mutation(changed(KEY, drop=("policy",)))
