"""A snapshot that is copied without its tags belongs to nobody, and rules that go by tags pass it over."""

from ...model.rds import SnapshotCopy
from ..control import PASS, Severity, Verdict, control, is_true


@control(
    title="Snapshot copy carries tags",
    severity=Severity.LOW,
    topic="resilience",
    source="aurora-copy-snapshot",
    remediation="Set copyTags to true, which makes a new copy, or give the copy tags of its own; in place.",
)
def snapshot_copy_tags(copy: SnapshotCopy) -> Verdict:
    return PASS if copy.tags.is_set else is_true(copy.copy_tags)
