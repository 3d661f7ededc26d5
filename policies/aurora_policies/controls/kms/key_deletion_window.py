"""While a deleted key waits, its deletion can be called off; after that, everything it encrypts is lost for good.

A cluster whose key is gone recovers from nothing but a backup under another key."""

from dataclasses import dataclass

from ...model.kms import ExternalKey, KmsKey, ReplicaKey
from ..control import Fix, Severity, Verdict, at_least, control, setting


@dataclass(frozen=True)
class Window:
    minimum_days: int = setting(
        30, "Fewest days a deleted key waits before it is gone.", minimum=7, maximum=30
    )


@control(
    title="KMS key waits long enough before it is deleted",
    severity=Severity.MEDIUM,
    topic="data-protection",
    source="Overview.Encryption.Keys",
    remediation=(
        "Set deletionWindowInDays (aws-native: pendingWindowInDays) to the minimum or more, or leave it out for 30"
        " days; the change is in place."
    ),
    fix=Fix(KmsKey.deletion_window, lambda settings: settings.minimum_days),
)
def key_deletion_window(key: KmsKey | ReplicaKey | ExternalKey, settings: Window) -> Verdict:
    return at_least(key.deletion_window, settings.minimum_days, absent=30)
