"""Whoever finds a secret during an incident must learn from it what it opens, not by using it."""

from dataclasses import dataclass

from ...model.secretsmanager import Secret
from ..control import PASS, Severity, Verdict, control, fail, setting

# What tools write where nobody described the secret.
_PLACEHOLDERS = ("managed by pulumi", "managed by terraform")


@dataclass(frozen=True)
class Length:
    minimum_length: int = setting(6, "Fewest characters that can say anything.", minimum=1, maximum=100)


@control(
    title="Secret says what it is for",
    severity=Severity.LOW,
    topic="best-practices",
    source="https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html",
    remediation="Set description to what the secret opens; the change is in place.",
    equivalents=("pulumi:aws-secretsmanager-secret-missing-description",),
)
def description(secret: Secret, settings: Length) -> Verdict:
    if secret.description.is_unknown:
        return PASS
    text = (secret.description.get("") or "").strip()
    if not text:
        return fail("`description` is not set.", secret.description)
    if text.lower().rstrip(".") in _PLACEHOLDERS or len(text) < settings.minimum_length:
        return fail(
            f"`description` is {secret.description.shown()}, which tells nothing.", secret.description
        )
    return PASS
