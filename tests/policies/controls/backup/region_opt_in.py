"""Cases of backup-region-opt-in."""

from tests.policies.cases import (
    UNKNOWN,
    absent_not_applicable,
    added,
    compliant,
    mutation,
    res,
    unknown,
    violating,
)

SETTINGS = "aws:backup/regionSettings:RegionSettings"

CASES = [
    compliant("in", res(SETTINGS, resourceTypeOptInPreference={"Aurora": True, "EBS": False})),
    compliant("in, as a word", res(SETTINGS, resourceTypeOptInPreference={"Aurora": "true"})),
    violating(
        "out", res(SETTINGS, resourceTypeOptInPreference={"Aurora": False, "RDS": True}), says="Aurora"
    ),
    absent_not_applicable("another service", res(SETTINGS, resourceTypeOptInPreference={"EBS": False})),
    absent_not_applicable("nothing", res(SETTINGS)),
    unknown("from configuration", res(SETTINGS, resourceTypeOptInPreference={"Aurora": UNKNOWN})),
    unknown("all of it", res(SETTINGS, resourceTypeOptInPreference=UNKNOWN)),
]

MUTATION = mutation(added(res(SETTINGS, resourceTypeOptInPreference={"Aurora": False})))
