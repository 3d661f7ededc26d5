"""The shorter the period, the less data one version of the key material protects; KMS takes 365 days unasked."""

from dataclasses import dataclass

from ...model.kms import KmsKey
from ..control import Fix, Severity, Verdict, at_most, control, setting


@dataclass(frozen=True)
class Period:
    maximum_days: int = setting(
        365, "Most days between two rotations of the key material.", minimum=90, maximum=2560
    )


@control(
    title="KMS key is rotated within the longest period allowed",
    severity=Severity.LOW,
    topic="data-protection",
    source="https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html",
    remediation="Lower rotationPeriodInDays to the maximum or less; the change is in place.",
    fix=Fix(KmsKey.rotation_period, lambda settings: settings.maximum_days),
)
def key_rotation_period(key: KmsKey, settings: Period) -> Verdict:
    return at_most(key.rotation_period, settings.maximum_days, absent=365)
