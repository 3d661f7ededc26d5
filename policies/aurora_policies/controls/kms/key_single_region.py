"""The material of a multi-Region key leaves its Region, and whoever holds a replica can decrypt there.

An Aurora global database needs none: each of its clusters has a key of its own Region."""

from dataclasses import dataclass

from ...model import Stack
from ...model.kms import KmsKey, ReplicaKey
from ...model.rds import GlobalCluster
from ..control import PASS, Severity, Verdict, control, fail, setting


@dataclass(frozen=True)
class MultiRegion:
    allow_multi_region: bool = setting(False, "Whether multi-Region keys are accepted.")


@control(
    title="KMS key stays in its Region",
    severity=Severity.LOW,
    topic="data-protection",
    source="https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-overview.html",
    remediation=(
        "Leave multiRegion out; it cannot be changed on an existing key, so move the data to a new single-Region key."
    ),
)
def key_single_region(key: KmsKey, stack: Stack, settings: MultiRegion) -> Verdict:
    if settings.allow_multi_region or not key.multi_region.get(False):
        return PASS
    if any(stack.all(kind) for kind in (ReplicaKey, GlobalCluster)):
        return PASS
    return fail(
        "`multiRegion` is true, and neither a replica key nor a global cluster in this stack needs it.",
        key.multi_region,
    )
