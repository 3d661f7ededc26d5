"""Who read or overwrote an object, such as an exported snapshot, only data events tell, which are off at first."""

from typing import Any

from ...model import Value, to_text, to_texts
from ...model.cloudtrail import Trail
from ..control import PASS, Severity, Verdict, control, decide, fail, one_of, some

_OBJECT = "AWS::S3::Object"


def _basic(selector: Value[Any]) -> Verdict:
    kinds = {resource.at("type", to_text).get("") for resource in selector.at("dataResources").items()}
    if _OBJECT not in kinds:
        return fail("records no events of S3 objects")
    return one_of(selector.at("readWriteType", to_text), ("All",), absent="All")


def _advanced(selector: Value[Any]) -> Verdict:
    fields = list(selector.at("fieldSelectors").items())
    wanted = {
        field.at("field", to_text).get(): field.at("equals", to_texts).get([])
        for field in fields
        if field.at("equals").is_set
    }
    if _OBJECT not in wanted.get("resources.type", []):
        return fail("records no events of S3 objects")
    return PASS if "readOnly" not in wanted else fail("records only some events of S3 objects")


@control(
    title="Trail records what is done to S3 objects",
    severity=Severity.LOW,
    topic="logging-and-monitoring",
    source="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html",
    remediation=(
        "Give an event selector with a data resource of type AWS::S3::Object and readWriteType All; in place, and "
        "data events are billed."
    ),
    opt_in="data events are billed, and those of objects seldom tell about a database",
)
def s3_data_events(trail: Trail) -> Verdict:
    selectors, judge = trail.event_selectors, _basic
    if trail.advanced_event_selectors.is_set:
        selectors, judge = trail.advanced_event_selectors, _advanced
    return some(
        (decide(judge, selector) for selector in selectors.items()),
        otherwise=fail("No selector records all events of S3 objects.", selectors),
    )
