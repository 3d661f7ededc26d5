"""People know a key by its alias; a bare id is easily mistaken, and easily deleted."""

from ...model import Stack
from ...model.kms import KEYS, Alias, KmsKey
from ..control import PASS, Severity, Verdict, control, fail, unknown


@control(
    title="KMS key has an alias",
    severity=Severity.LOW,
    topic="best-practices",
    source="https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html",
    remediation="Add an aws:kms/alias:Alias whose targetKeyId is the key; nothing else changes.",
)
def alias_present(key: KmsKey, stack: Stack) -> Verdict:
    if stack.referrers(key, Alias, Alias.key, among=KEYS):
        return PASS
    if stack.undecided_referrers(KEYS, Alias, Alias.key):
        return unknown(
            "an alias of this stack may be the key's: its `targetKeyId` is not known before the update"
        )
    return fail("No alias of this stack names the key.")
