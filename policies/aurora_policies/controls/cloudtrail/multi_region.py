"""Somebody who means harm works in the Region that nobody looks at."""

from ...model.cloudtrail import Trail
from ..control import Severity, Verdict, all_of, control, is_true


@control(
    title="Trail records every Region and the global services",
    severity=Severity.MEDIUM,
    topic="logging-and-monitoring",
    source="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/receive-cloudtrail-log-files-from-multiple-regions.html",
    remediation="Set isMultiRegionTrail to true and leave includeGlobalServiceEvents on; in place.",
)
def multi_region(trail: Trail) -> Verdict:
    return all_of(
        lambda: is_true(trail.multi_region),
        lambda: is_true(trail.global_events, absent=True),
    )
