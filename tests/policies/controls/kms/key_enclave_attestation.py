"""Cases of kms-key-enclave-attestation."""

from tests.policies.cases import (
    UNKNOWN,
    absent_not_applicable,
    added,
    compliant,
    mutation,
    not_applicable,
    res,
    unknown,
    violating,
)

from ._policies import ADMIN, APP, DEFAULT, EXTERNAL, KEY, KEY_POLICY, NATIVE_KEY, document, policy, statement

IMAGE = "kms:RecipientAttestation:ImageSha384"
ATTESTED = statement(APP, ["kms:Decrypt"], StringEqualsIgnoreCase={IMAGE: "ab" * 48})
RUN = statement(ADMIN, ["kms:Describe*", "kms:Put*", "kms:ScheduleKeyDeletion"])
REFUSED = statement("*", ["kms:Decrypt", "kms:GenerateDataKey*"], effect="Deny", Null={IMAGE: "true"})
DEBUG = statement(APP, "kms:Decrypt", StringEquals={"kms:RecipientAttestation:PCR0": "0" * 96})

CASES = [
    compliant("attested use and administration", res(KEY, policy=policy(ATTESTED, RUN))),
    compliant("every way past attestation is denied", res(KEY, policy=policy(DEFAULT, ATTESTED, REFUSED))),
    compliant("aws-native", res(NATIVE_KEY, keyPolicy=document(ATTESTED, RUN))),
    violating(
        "a second way in",
        res(KEY, policy=policy(ATTESTED, statement(APP, "kms:Decrypt"))),
        says="statement 2",
    ),
    violating(
        "prowler kms_key_enclave_attestation_bypassable_path: IAM decides",
        res(KEY, policy=policy(DEFAULT, ATTESTED)),
    ),
    violating("zeros, which is debug mode", res(KEY, policy=policy(DEBUG)), says="debug"),
    violating(
        "a tagged key without attestation",
        res(KEY, tags={"enclave-key": "true"}, policy=policy(statement(APP, "kms:Decrypt"))),
    ),
    violating(
        "any measurement", res(KEY, policy=policy(statement(APP, "kms:Decrypt", StringLike={IMAGE: "*"})))
    ),
    violating("imported material", res(EXTERNAL, policy=policy(DEFAULT, ATTESTED))),
    violating("a policy of its own", res(KEY_POLICY, keyId=UNKNOWN, policy=policy(DEFAULT, ATTESTED))),
    absent_not_applicable("no policy", res(KEY)),
    not_applicable("an ordinary key", res(KEY, policy=policy(DEFAULT))),
    unknown("a document made of outputs", res(KEY, policy=UNKNOWN)),
]

MUTATION = mutation(added(res(KEY, "enclave", policy=policy(DEFAULT, ATTESTED))))
