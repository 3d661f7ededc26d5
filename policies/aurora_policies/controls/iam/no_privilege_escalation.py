"""Some actions let their holder gain more than they were given: write their own policy, or run code as another role.

Only actions on all resources of their kind count, and not those that a condition narrows or the same policy denies.
iam-no-combined-escalation judges the policies of one role, user or group together.
"""

from ...model import PolicyDocument
from ...model.iam import IdentityPolicy
from ..control import PASS, Severity, Verdict, control, fail
from ._escalation import Escalation, shown, ways
from ._statements import each_document


def _judge(document: PolicyDocument, settings: Escalation) -> Verdict:
    if not (found := ways(document.statements, settings)):
        return PASS
    return fail(
        f"`{document.path}` lets its holder gain permissions that it does not give by {shown(found)}.",
        document.path,
    )


@control(
    title="IAM policies must not let their holder escalate privileges",
    severity=Severity.HIGH,
    topic="iam",
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
    remediation=(
        "Remove the action, or name its resources; name the roles that may be passed. The change is in place."
    ),
)
def no_privilege_escalation(policy: IdentityPolicy, settings: Escalation) -> Verdict:
    return each_document(policy, lambda document: _judge(document, settings))
