"""Cases of guardduty-rds-protection."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    added,
    compliant,
    mutation,
    ref,
    res,
    unknown,
    violating,
)

DETECTOR = "aws:guardduty/detector:Detector"
FEATURE = "aws:guardduty/detectorFeature:DetectorFeature"
ORGANIZATION = "aws:guardduty/organizationConfigurationFeature:OrganizationConfigurationFeature"
SUBJECT = res(DETECTOR)


def feature(status: object, name: str = "RDS_LOGIN_EVENTS") -> object:
    return res(FEATURE, "feature", detectorId=ref(SUBJECT), name=name, status=status)


CASES = [
    compliant("on", SUBJECT, feature("ENABLED")),
    compliant(
        "on for the organization",
        SUBJECT,
        res(ORGANIZATION, "o", detectorId=ref(SUBJECT), name="RDS_LOGIN_EVENTS", autoEnable="ALL"),
    ),
    compliant(
        "on, aws-native",
        res("aws-native:guardduty:Detector", features=[{"name": "RDS_LOGIN_EVENTS", "status": "ENABLED"}]),
    ),
    violating("off", SUBJECT, feature("DISABLED"), says="DISABLED"),
    violating("another feature", SUBJECT, feature("ENABLED", "S3_DATA_EVENTS")),
    violating(
        "another detector's",
        SUBJECT,
        res(FEATURE, "f", detectorId="other", name="RDS_LOGIN_EVENTS", status="ENABLED"),
    ),
    absent_fails("nothing said", SUBJECT),
    unknown("from configuration", SUBJECT, feature(UNKNOWN)),
]

MUTATION = mutation(added(SUBJECT))
