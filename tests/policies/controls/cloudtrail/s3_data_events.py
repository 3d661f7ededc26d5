"""Cases of cloudtrail-s3-data-events."""

from typing import Any

from tests.policies.cases import UNKNOWN, absent_fails, added, compliant, mutation, res, unknown, violating

TRAIL = "aws:cloudtrail/trail:Trail"
NATIVE = "aws-native:cloudtrail:Trail"


def basic(kind: object = "AWS::S3::Object", **more: object) -> dict[str, Any]:
    return {"dataResources": [{"type": kind, "values": ["arn:aws:s3"]}], **more}


def advanced(**fields: list[str]) -> dict[str, Any]:
    chosen = {"eventCategory": ["Data"], **fields}
    return {
        "fieldSelectors": [
            {"field": name.replace("_", "."), "equals": values} for name, values in chosen.items()
        ]
    }


OBJECTS = ["AWS::S3::Object"]

CASES = [
    compliant("every event", res(TRAIL, eventSelectors=[basic(readWriteType="All")])),
    compliant(
        "beside another selector, aws-native",
        res(NATIVE, eventSelectors=[basic("AWS::DynamoDB::Table"), basic()]),
    ),
    compliant("advanced", res(TRAIL, advancedEventSelectors=[advanced(resources_type=OBJECTS)])),
    violating("tables only", res(TRAIL, eventSelectors=[basic("AWS::DynamoDB::Table")]), says="S3 objects"),
    violating("management events only", res(TRAIL, eventSelectors=[{"includeManagementEvents": True}])),
    violating("writes only", res(TRAIL, eventSelectors=[basic(readWriteType="WriteOnly")])),
    violating(
        "advanced, functions only",
        res(TRAIL, advancedEventSelectors=[advanced(resources_type=["AWS::Lambda::Function"])]),
    ),
    violating(
        "advanced, writes only",
        res(TRAIL, advancedEventSelectors=[advanced(resources_type=OBJECTS, readOnly=["false"])]),
    ),
    absent_fails("data events are off at first", res(TRAIL)),
    unknown("from configuration", res(TRAIL, eventSelectors=[basic(UNKNOWN)])),
    unknown("all selectors", res(TRAIL, eventSelectors=UNKNOWN)),
]

MUTATION = mutation(added(res(TRAIL)))
