"""Cases of sg-no-launch-wizard."""

from tests.policies.cases import (
    UNKNOWN,
    absent_passes,
    changed,
    compliant,
    mutation,
    res,
    unknown,
    violating,
)
from tests.policies.controls.sg._samples import (
    GROUP,
    NATIVE,
)

CASES = [
    compliant("a name of its own", res(GROUP, name="shop-database")),
    compliant("aws-native", res(NATIVE, groupName="shop-database")),
    violating("the wizard's", res(GROUP, name="launch-wizard-1"), says="`name`"),
    violating("the wizard's, whatever the case", res(GROUP, name="Launch-Wizard-2")),
    violating("by prefix", res(GROUP, namePrefix="launch-wizard-"), says="`namePrefix`"),
    violating("aws-native", res(NATIVE, groupName="launch-wizard-1"), says="`groupName`"),
    absent_passes("Pulumi makes the name", res(GROUP)),
    unknown("from configuration", res(GROUP, name=UNKNOWN)),
]

MUTATION = mutation(changed(GROUP, name="launch-wizard-1"))
