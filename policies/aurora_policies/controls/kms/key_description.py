"""Whoever is about to disable or delete a key reads its description to learn what depends on it."""

from dataclasses import dataclass

from ...model.kms import KmsKey
from ..control import PASS, Severity, Verdict, control, fail, setting

# What tools write where nobody described the key.
_PLACEHOLDERS = ("managed by pulumi", "managed by terraform")


@dataclass(frozen=True)
class Length:
    minimum_length: int = setting(6, "Fewest characters that can say anything.", minimum=1, maximum=100)


@control(
    title="KMS key says what it is for",
    severity=Severity.LOW,
    topic="best-practices",
    source="https://docs.aws.amazon.com/kms/latest/APIReference/API_UpdateKeyDescription.html",
    remediation="Set description to what the key encrypts; the change is in place.",
    equivalents=(
        "pulumi:aws-kms-key-missing-description",
        "pulumi:awsnative-kms-key-missing-description",
    ),
)
def key_description(key: KmsKey, settings: Length) -> Verdict:
    if key.description.is_unknown:
        return PASS
    text = (key.description.get("") or "").strip()
    if not text:
        return fail("`description` is not set.", key.description)
    if text.lower().rstrip(".") in _PLACEHOLDERS or len(text) < settings.minimum_length:
        return fail(f"`description` is {key.description.shown()}, which tells nothing.", key.description)
    return PASS
