"""Without a policy of its own a key gets the default one, which leaves everything to the IAM policies of the account;
nobody has decided who may use it."""

from ...model import PolicyDocument, Stack, Statement
from ...model.kms import KEYS, ExternalKey, KeyPolicy, KmsKey, ReplicaKey
from ..control import PASS, Severity, Verdict, control, each, fail, unknown


def _names_someone(statement: Statement) -> Verdict:
    if statement.principals or statement.not_principals:
        return PASS
    return fail(f"In `{statement.path}`, {statement.position} names no principal.", statement.path)


@control(
    title="KMS key has a policy that names who may use it",
    severity=Severity.LOW,
    topic="data-protection",
    source="https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html",
    remediation="Set policy (aws-native: keyPolicy), or attach an aws:kms/keyPolicy:KeyPolicy; the change is in place.",
)
def key_policy_defined(key: KmsKey | ReplicaKey | ExternalKey, stack: Stack) -> Verdict:
    if key.policy.is_unknown:
        return PASS
    document = PolicyDocument.of(key.policy)
    if document is not None:
        return each(document.statements, _names_someone)
    if stack.referrers(key, KeyPolicy, KeyPolicy.key, among=KEYS):
        return PASS
    if stack.undecided_referrers(KEYS, KeyPolicy, KeyPolicy.key):
        return unknown(
            "a key policy of this stack may be this key's: its `keyId` is not known before the update"
        )
    return fail(
        f"`{key.policy.path}` is not set, and no key policy of this stack is attached to the key.", key.policy
    )
