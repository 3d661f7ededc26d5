"""Cases of kms-key-enabled."""

from tests.policies.cases import UNKNOWN, absent_passes, changed, compliant, mutation, res, unknown, violating

from ._policies import EXTERNAL, KEY, NATIVE_KEY, REPLICA

CASES = [
    compliant("said", res(KEY, isEnabled=True)),
    compliant("aws-native", res(NATIVE_KEY, enabled=True)),
    violating("disabled", res(KEY, isEnabled=False), says="`isEnabled` is false"),
    violating("said in words", res(KEY, isEnabled="false")),
    violating("aws-native", res(NATIVE_KEY, enabled=False), says="`enabled` is false"),
    violating("a replica", res(REPLICA, enabled=False)),
    violating("imported material", res(EXTERNAL, enabled=False)),
    absent_passes("keys are made enabled", res(KEY)),
    absent_passes("aws-native", res(NATIVE_KEY)),
    unknown("the flag", res(KEY, isEnabled=UNKNOWN)),
]

MUTATION = mutation(changed(KEY, isEnabled=False))
