"""Cases of kms-key-no-bypass-policy-lockout."""

from tests.policies.cases import (
    UNKNOWN,
    absent_passes,
    changed,
    compliant,
    mutation,
    not_applicable,
    res,
    unknown,
    violating,
)

from ._policies import DEFAULT, EXTERNAL, KEY, KEY_POLICY, NATIVE_KEY, REPLICA, policy

CASES = [
    compliant("said", res(KEY, bypassPolicyLockoutSafetyCheck=False)),
    compliant("aws-native", res(NATIVE_KEY, bypassPolicyLockoutSafetyCheck=False)),
    violating("bypassed", res(KEY, bypassPolicyLockoutSafetyCheck=True), says="must be false"),
    violating("said in words", res(KEY, bypassPolicyLockoutSafetyCheck="true")),
    violating("aws-native", res(NATIVE_KEY, bypassPolicyLockoutSafetyCheck=True)),
    violating("a replica", res(REPLICA, bypassPolicyLockoutSafetyCheck=True)),
    violating("imported material", res(EXTERNAL, bypassPolicyLockoutSafetyCheck=True)),
    violating(
        "a policy of its own",
        res(KEY_POLICY, keyId=UNKNOWN, policy=policy(DEFAULT), bypassPolicyLockoutSafetyCheck=True),
    ),
    absent_passes("the check is on unless bypassed", res(KEY)),
    unknown("the flag", res(KEY, bypassPolicyLockoutSafetyCheck=UNKNOWN)),
    not_applicable("a replica, aws-native, has no such flag", res("aws-native:kms:ReplicaKey")),
]

MUTATION = mutation(changed(KEY, bypassPolicyLockoutSafetyCheck=True))
