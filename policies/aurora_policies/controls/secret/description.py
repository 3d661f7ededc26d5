"""Whoever finds a secret during an incident must learn from it what it opens, not by using it."""

from ...model.secret import Secret
from .._descriptions import Length, is_telling
from ..control import Severity, Verdict, control


@control(
    title="Secret says what it is for",
    severity=Severity.LOW,
    topic="best-practices",
    source="https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html",
    remediation="Set description to what the secret opens; the change is in place.",
)
def description(secret: Secret, settings: Length) -> Verdict:
    return is_telling(secret.description, settings.minimum_length)
