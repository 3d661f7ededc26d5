"""Cases of kms-key-rotation-period."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    absent_passes,
    changed,
    compliant,
    mutation,
    res,
    unknown,
    violating,
)

from ._policies import KEY, NATIVE_KEY

CASES = [
    compliant("a year", res(KEY, rotationPeriodInDays=365.0)),
    compliant("the shortest", res(KEY, rotationPeriodInDays="90")),
    compliant("aws-native", res(NATIVE_KEY, rotationPeriodInDays=180)),
    compliant("as the settings allow", res(KEY, rotationPeriodInDays=730.0), settings={"maximumDays": 730}),
    violating("a day more than a year", res(KEY, rotationPeriodInDays=366.0), says="366"),
    violating("aws-native", res(NATIVE_KEY, rotationPeriodInDays=2560)),
    violating("over the settings' maximum", res(KEY, rotationPeriodInDays=180), settings={"maximumDays": 90}),
    absent_passes("KMS rotates every 365 days", res(KEY, enableKeyRotation=True)),
    absent_fails("KMS's own period is over the settings' maximum", res(KEY), settings={"maximumDays": 90}),
    unknown("the period", res(KEY, rotationPeriodInDays=UNKNOWN)),
]

MUTATION = mutation(changed(KEY, rotationPeriodInDays=2560))
