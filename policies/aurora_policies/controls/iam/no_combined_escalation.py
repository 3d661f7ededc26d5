"""Policies that are harmless alone can together let their holder gain more than they give.

One policy passes any role, another starts a server: the holder runs code as any role. What one policy alone allows is
reported where it is written.
"""

from ...model import PolicyDocument, Stack
from ...model.iam import Identity, policies_of
from ..control import PASS, Severity, Verdict, control, fail
from ._escalation import Escalation, shown, ways


@control(
    title="Policies of one identity must not together let it escalate privileges",
    severity=Severity.HIGH,
    topic="iam",
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
    remediation=(
        "Name the roles that may be passed in Resource of iam:PassRole, or remove one of the policies; in place."
    ),
)
def no_combined_escalation(identity: Identity, stack: Stack, settings: Escalation) -> Verdict:
    policies = list(policies_of(identity, stack))
    if len(policies) < 2:
        return PASS
    documents = [document for policy in policies if (document := PolicyDocument.of(policy)) is not None]
    together = ways([one for document in documents for one in document.statements], settings)
    alone = {way for document in documents for way in ways(document.statements, settings)}
    found = [way for way in together if not any(part <= _parts(way) for part in map(_parts, alone))]
    if not found:
        return PASS
    return fail(
        f"The {len(documents)} policies of {identity.name} together let their holder gain permissions that they do not"
        f" give by {shown(found)}."
    )


def _parts(way: str) -> set[str]:
    return set(way.split(" + "))
