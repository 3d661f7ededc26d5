"""Cases of kms-key-description."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    changed,
    compliant,
    mutation,
    res,
    secret,
    unknown,
    unknown_passes,
    violating,
)

from ._policies import KEY, NATIVE_KEY

CASES = [
    compliant("described", res(KEY, description="Orders database")),
    compliant("aws-native", res(NATIVE_KEY, description="Orders database")),
    compliant("a secret text is a description too", res(KEY, description=secret("Orders"))),
    violating("empty", res(KEY, description="")),
    violating("blank", res(KEY, description="  ")),
    violating("a word too short to say anything", res(KEY, description="key"), says="tells nothing"),
    compliant("as short as is allowed", res(KEY, description="key"), settings={"minimumLength": 3}),
    violating("what the tool wrote", res(KEY, description="Managed by Pulumi"), says="tells nothing"),
    absent_fails("no description", res(KEY), says="`description` is not set"),
    absent_fails("aws-native", res(NATIVE_KEY)),
    unknown("something that is no text", res(KEY, description=["x"])),
    unknown_passes("whatever it will say", res(KEY, description=UNKNOWN)),
]

MUTATION = mutation(changed(KEY, drop=("description",)))
