"""Cases of secret-description."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    added,
    compliant,
    mutation,
    res,
    secret,
    unknown,
    unknown_passes,
    violating,
)

from ._secrets import NATIVE_SECRET, SECRET

CASES = [
    compliant("described", res(SECRET, description="Application user of the orders database")),
    compliant("aws-native", res(NATIVE_SECRET, description="Application user")),
    compliant("a secret text is a description too", res(SECRET, description=secret("Orders application"))),
    violating("empty", res(SECRET, description="")),
    violating("blank", res(SECRET, description=" ")),
    violating("a word too short to say anything", res(SECRET, description="abc"), says="tells nothing"),
    compliant("as short as is allowed", res(SECRET, description="abc"), settings={"minimumLength": 3}),
    violating("what the tool wrote", res(SECRET, description="Managed by Pulumi"), says="tells nothing"),
    absent_fails("no description", res(SECRET), says="`description` is not set"),
    absent_fails("aws-native", res(NATIVE_SECRET)),
    unknown("something that is no text", res(SECRET, description={"a": 1.0})),
    unknown_passes("whatever it will say", res(SECRET, description=UNKNOWN)),
]

MUTATION = mutation(added(res(SECRET, "nameless")))
