"""Who created, changed and deleted a database is a management event: a trail of data events alone does not know."""

from typing import Any

from ...model import Value, to_flag, to_text, to_texts
from ...model.cloudtrail import Trail
from ..control import PASS, Severity, Verdict, control, decide, fail, one_of, some


def _complete(selector: Value[Any]) -> Verdict:
    if not selector.at("includeManagementEvents", to_flag).get(True):
        return fail("records no management events")
    return one_of(selector.at("readWriteType", to_text), ("All",), absent="All")


def _advanced(selectors: Value[Any]) -> Verdict:
    for selector in selectors.items():
        for field in selector.at("fieldSelectors").items():
            is_category = field.at("field", to_text).get() == "eventCategory"
            if is_category and "Management" in field.at("equals", to_texts).get([]):
                return PASS
    return fail("No advanced selector has the event category Management.", selectors)


@control(
    title="Trail records every management event",
    severity=Severity.LOW,
    topic="logging-and-monitoring",
    source="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-management-events-with-cloudtrail.html",
    remediation=(
        "Leave out eventSelectors, or give one with includeManagementEvents true and readWriteType All; "
        "in place."
    ),
)
def management_and_data_events(trail: Trail) -> Verdict:
    if trail.advanced_event_selectors.is_set:
        return _advanced(trail.advanced_event_selectors)
    if trail.event_selectors.is_absent:
        return PASS
    return some(
        (decide(_complete, selector) for selector in trail.event_selectors.items()),
        otherwise=fail("No selector records all management events.", trail.event_selectors),
    )
