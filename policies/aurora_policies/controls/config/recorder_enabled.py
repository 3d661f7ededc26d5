"""Without a record of how a database was configured, nobody can say when it stopped being compliant."""

from ...model import Stack, to_texts
from ...model.config import ConfigAggregator, ConfigRecorder, ConfigRecorderStatus
from ..control import PASS, Severity, Status, Verdict, all_of, control, fail, is_true


def _records_databases(recorder: ConfigRecorder) -> Verdict:
    if recorder.all_supported.get(True):
        return PASS
    types = recorder.resource_types.as_(to_texts).get([])
    if any(kind.startswith("AWS::RDS::") for kind in types) or recorder.exclusions.is_set:
        return PASS
    return fail("`recordingGroup` leaves out AWS::RDS resources.", recorder.all_supported)


def _every_region(aggregator: ConfigAggregator) -> Verdict:
    if aggregator.account_source.is_absent and aggregator.organization_source.is_absent:
        return fail("The aggregator has no source.")
    every_region = aggregator.account_all_regions.get(False) or aggregator.organization_all_regions.get(False)
    return PASS if every_region else fail("`allRegions` is not true.", aggregator.account_all_regions)


@control(
    title="AWS Config records every resource type, and is on",
    severity=Severity.MEDIUM,
    topic="compliance",
    source="https://docs.aws.amazon.com/config/latest/developerguide/select-resources.html",
    remediation=(
        "Record all supported types with global ones, and set isEnabled on the recorder status; in "
        "place, and records are billed."
    ),
)
def recorder_enabled(item: ConfigRecorder | ConfigRecorderStatus | ConfigAggregator, stack: Stack) -> Verdict:
    if isinstance(item, ConfigRecorderStatus):
        return is_true(item.enabled)
    if isinstance(item, ConfigAggregator):
        return _every_region(item)
    verdict = all_of(lambda: _records_databases(item), lambda: is_true(item.global_types))
    if verdict.status is Status.FAIL or item.is_native:
        return verdict
    if not stack.all(ConfigRecorderStatus):
        return fail("No recorder status of this stack turns the recorder on.")
    return verdict
