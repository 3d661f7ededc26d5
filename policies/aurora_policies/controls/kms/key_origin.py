"""Material that KMS makes never leaves it; imported material has a copy elsewhere, and someone has to keep it safe and
import it again before it expires."""

from ...model.kms import ExternalKey, KmsKey
from ..control import PASS, Severity, Verdict, control, fail


@control(
    title="KMS made the key material itself",
    severity=Severity.LOW,
    topic="data-protection",
    source="https://docs.aws.amazon.com/kms/latest/developerguide/key-store-overview.html",
    remediation="Make a key without imported material or custom key store; the origin of a key cannot be changed.",
    opt_in="some organizations must bring their own key material",
)
def key_origin(key: KmsKey | ExternalKey) -> Verdict:
    if isinstance(key, ExternalKey):
        return fail("The key material is imported.")
    if key.is_from_kms:
        return PASS
    if key.is_native:
        return fail(f'`origin` is {key.origin.shown()}; it must be "AWS_KMS".', key.origin)
    return fail("`customKeyStoreId` puts the key in a custom key store.", key.custom_key_store)
