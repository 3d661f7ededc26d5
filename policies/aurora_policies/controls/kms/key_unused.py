"""A key nobody uses costs money, hides the ones that matter and invites a deletion that hits the wrong one."""

from ...model import Stack
from ...model.kms import KEYS, Alias, KeyPolicy, KmsKey
from ..control import PASS, Severity, Verdict, control, fail, unknown


@control(
    title="KMS key is used by something",
    severity=Severity.LOW,
    topic="best-practices",
    source="https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys-determining-usage.html",
    remediation="Encrypt something with the key, or remove it while its deletion window still lets you come back.",
)
def key_unused(key: KmsKey, stack: Stack) -> Verdict:
    aliases = stack.referrers(key, Alias, Alias.key, among=KEYS)
    policies = stack.referrers(key, KeyPolicy, KeyPolicy.key, among=KEYS)
    if stack.is_referenced(key, (*aliases, *policies)) or any(map(stack.is_referenced, aliases)):
        return PASS
    if aliases:
        return unknown("nothing in this stack uses the key, but others may by its alias")
    return fail("Nothing in this stack uses the key.")
