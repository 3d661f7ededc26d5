"""People know a key by its alias; a bare id is easily mistaken, and easily deleted."""

from ...model import Stack
from ...model.kms import Alias, KmsKey
from ..control import PASS, Severity, Verdict, control, fail, unknown


@control(
    title="KMS key has an alias",
    severity=Severity.LOW,
    topic="best-practices",
    source="https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html",
    remediation="Add an aws:kms/alias:Alias whose targetKeyId is the key; nothing else changes.",
)
def alias_present(key: KmsKey, stack: Stack) -> Verdict:
    undecided = False
    for alias in stack.all(Alias):
        reference = stack.follow(alias.key, KmsKey)
        if any(found.urn == key.urn for found in reference.found):
            return PASS
        undecided = undecided or (alias.key.is_unknown and not reference.found)
    if undecided:
        return unknown(
            "an alias of this stack may be the key's: its `targetKeyId` is not known before the update"
        )
    return fail("No alias of this stack names the key.")
