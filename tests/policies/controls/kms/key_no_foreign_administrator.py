"""Cases of kms-key-no-foreign-administrator."""

from tests.policies.cases import (
    UNKNOWN,
    absent_passes,
    changed,
    compliant,
    mutation,
    res,
    secret,
    unknown,
    violating,
)

from ._policies import DEFAULT, KEY, KEY_POLICY, NATIVE_KEY, document, policy, statement

FOREIGN = {"AWS": "arn:aws:iam::210987654321:root"}
OWN = {"arn": "arn:aws:kms:eu-central-1:123456789012:key/x"}

CASES = [
    compliant("the own account", res(KEY, policy=policy(DEFAULT))),
    compliant("another account's use", res(KEY, policy=policy(DEFAULT, statement(FOREIGN, "kms:Decrypt")))),
    compliant("another account's role", res(KEY, policy=policy(DEFAULT, statement(
        {"AWS": "arn:aws:iam::210987654321:role/backup"})))),
    compliant("one that the settings trust", res(KEY, policy=policy(DEFAULT, statement(FOREIGN))),
              settings={"trustedAccounts": ["210987654321"]}),
    violating("another account beside the own", res(KEY, policy=policy(DEFAULT, statement(FOREIGN))), says="2109"),
    violating("in one statement", res(KEY, policy=policy(statement({"AWS": ["123456789012", "210987654321"]})))),
    violating("known to be another's", res(KEY, policy=policy(statement(FOREIGN)), **OWN), says="account 2109"),
    violating("aws-native", res(NATIVE_KEY, keyPolicy=document(DEFAULT, statement(FOREIGN)))),
    violating("a policy of its own", res(KEY_POLICY, keyId="k", policy=policy(DEFAULT, statement(FOREIGN)))),
    violating("a secret policy", res(KEY, policy=secret(policy(DEFAULT, statement(FOREIGN)))), says="[secret]"),
    absent_passes("the default policy", res(KEY)),
    unknown("a document made of outputs", res(KEY, policy=UNKNOWN)),
]  # fmt: skip

MUTATION = mutation(changed(KEY, policy=policy(DEFAULT, statement(FOREIGN))))
