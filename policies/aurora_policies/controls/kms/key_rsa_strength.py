"""RSA keys of 2048 bits are on their way out; data encrypted today has to stay closed for longer than they will."""

from ...model.kms import ExternalKey, KmsKey
from ..control import PASS, Severity, Verdict, control, fail, not_applicable


@control(
    title="RSA key that encrypts has more than 2048 bits",
    severity=Severity.LOW,
    topic="data-protection",
    source="https://docs.aws.amazon.com/kms/latest/developerguide/symm-asymm-choose-key-spec.html",
    remediation=(
        "Make a key with customerMasterKeySpec (aws-native and imported keys: keySpec) RSA_3072 or RSA_4096; the"
        " spec of a key cannot be changed."
    ),
)
def key_rsa_strength(key: KmsKey | ExternalKey) -> Verdict:
    spec = (key.spec.get("SYMMETRIC_DEFAULT") or "SYMMETRIC_DEFAULT").upper()
    if not spec.startswith("RSA_"):
        return not_applicable("not an RSA key")
    if (key.usage.get("ENCRYPT_DECRYPT") or "ENCRYPT_DECRYPT").upper() != "ENCRYPT_DECRYPT":
        return not_applicable("an RSA key that does not encrypt")
    if spec == "RSA_2048":
        return fail(f"`{key.spec.path}` is {key.spec.shown()}, and the key encrypts.", key.spec)
    return PASS
