"""Whoever is about to disable or delete a key reads its description to learn what depends on it."""

from ...model.kms import KmsKey
from .._descriptions import Length, is_telling
from ..control import Severity, Verdict, control


@control(
    title="KMS key says what it is for",
    severity=Severity.LOW,
    topic="best-practices",
    source="https://docs.aws.amazon.com/kms/latest/APIReference/API_UpdateKeyDescription.html",
    remediation="Set description to what the key encrypts; the change is in place.",
)
def key_description(key: KmsKey, settings: Length) -> Verdict:
    return is_telling(key.description, settings.minimum_length)
