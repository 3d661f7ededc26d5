"""Cases of cloudtrail-management-and-data-events."""

from tests.policies.cases import UNKNOWN, absent_passes, added, compliant, mutation, res, unknown, violating

TRAIL = "aws:cloudtrail/trail:Trail"
NATIVE = "aws-native:cloudtrail:Trail"

MANAGEMENT = {"fieldSelectors": [{"field": "eventCategory", "equals": ["Management"]}]}
DATA = {"fieldSelectors": [{"field": "eventCategory", "equals": ["Data"]}]}

CASES = [
    compliant(
        "all of them", res(TRAIL, eventSelectors=[{"includeManagementEvents": True, "readWriteType": "All"}])
    ),
    compliant("advanced", res(TRAIL, advancedEventSelectors=[DATA, MANAGEMENT])),
    compliant("all of them, aws-native", res(NATIVE, eventSelectors=[{"includeManagementEvents": True}])),
    violating("data events only", res(TRAIL, eventSelectors=[{"includeManagementEvents": False}])),
    violating("writes only", res(TRAIL, eventSelectors=[{"readWriteType": "WriteOnly"}])),
    violating("advanced, data only", res(TRAIL, advancedEventSelectors=[DATA]), says="Management"),
    absent_passes("all management events are the default", res(TRAIL)),
    unknown("from configuration", res(TRAIL, eventSelectors=[{"includeManagementEvents": UNKNOWN}])),
]

MUTATION = mutation(added(res(TRAIL, eventSelectors=[{"readWriteType": "WriteOnly"}])))
