"""Cases of iam-policy-unattached."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    added,
    compliant,
    mutation,
    ref,
    res,
    unknown,
    unknown_passes,
    violating,
)
from tests.policies.controls.iam._policies import ATTACHMENT, NATIVE_POLICY, POLICY, ROLE

ARN = "arn:aws:iam::123456789012:policy/app"
OWN = res(POLICY, policy="{}")
NAMED = res(POLICY, policy="{}", arn=ARN)
NATIVE = res(NATIVE_POLICY)

CASES = [
    compliant("attached", OWN, res(ATTACHMENT, "x", role="app", policyArn=ref(OWN))),
    compliant("attached by its ARN", NAMED, res(ATTACHMENT, "x", role="app", policyArn=ARN)),
    compliant("in a role's list", OWN, res(ROLE, "r", managedPolicyArns=[ref(OWN)])),
    compliant("a boundary", OWN, res(ROLE, "r", permissionsBoundary=ref(OWN))),
    compliant(
        "aws-native, attached", NATIVE, res("aws-native:iam:Role", "r", managedPolicyArns=[ref(NATIVE)])
    ),
    compliant("aws-native, which names its roles", res(NATIVE_POLICY, roles=["app"])),
    violating("another is attached", NAMED, res(ATTACHMENT, "x", role="app", policyArn=f"{ARN}-2")),
    violating("aws-native, with an empty list", res(NATIVE_POLICY, roles=[])),
    absent_fails("nothing attaches it", OWN, says="subject"),
    unknown_passes("aws-native, which roles", res(NATIVE_POLICY, roles=UNKNOWN)),
    unknown("a policy that may be this one", OWN, res(ATTACHMENT, "x", role="app", policyArn=UNKNOWN)),
]

MUTATION = mutation(added(OWN))
