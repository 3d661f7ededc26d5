"""Cases of sg-description."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    changed,
    compliant,
    mutation,
    res,
    unknown_passes,
    violating,
)
from tests.policies.controls.sg._samples import (
    GROUP,
    NATIVE,
)

CASES = [
    compliant("what it is for", res(GROUP, description="Database of the shop")),
    compliant("aws-native", res(NATIVE, groupDescription="Database of the shop")),
    violating("the provider's default", res(GROUP, description="Managed by Pulumi"), says="tells nothing"),
    violating("Terraform's default", res(GROUP, description="Managed by Terraform")),
    violating("a blank", res(GROUP, description=" ")),
    violating("an empty text, aws-native", res(NATIVE, groupDescription="")),
    absent_fails("no description", res(GROUP), says="`description` is not set"),
    absent_fails("no description, aws-native", res(NATIVE), says="`groupDescription`"),
    unknown_passes("built from an output", res(GROUP, description=UNKNOWN)),
]

MUTATION = mutation(changed(GROUP, description="Managed by Pulumi"))
