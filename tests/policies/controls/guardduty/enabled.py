"""Cases of guardduty-enabled."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    absent_passes,
    added,
    compliant,
    mutation,
    res,
    unknown,
    violating,
)

DETECTOR = "aws:guardduty/detector:Detector"
ORGANIZATION = "aws:guardduty/organizationConfiguration:OrganizationConfiguration"

CASES = [
    compliant("on", res(DETECTOR, enable=True)),
    compliant("on, aws-native", res("aws-native:guardduty:Detector", enable=True)),
    violating("off", res(DETECTOR, enable=False)),
    violating("off, aws-native", res("aws-native:guardduty:Detector", enable=False)),
    absent_passes("the provider turns it on", res(DETECTOR)),
    compliant("an organization", res(ORGANIZATION, autoEnableOrganizationMembers="NEW")),
    compliant("an organization, provider 5", res(ORGANIZATION, autoEnable=True)),
    violating("checkov CKV2_AWS_3", res(ORGANIZATION, autoEnableOrganizationMembers="NONE"), says="NONE"),
    violating("its flag is off", res(ORGANIZATION, autoEnable=False), says="autoEnable"),
    absent_fails("an organization that says nothing", res(ORGANIZATION)),
    unknown(
        "from configuration, of an organization", res(ORGANIZATION, autoEnableOrganizationMembers=UNKNOWN)
    ),
    unknown("from configuration", res(DETECTOR, enable=UNKNOWN)),
]

MUTATION = mutation(added(res(DETECTOR, enable=False)))
