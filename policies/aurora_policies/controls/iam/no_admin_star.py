"""Whoever holds a policy that allows everything can read, change and delete every database, and hand that on."""

from ...model import Statement
from ...model.iam import IdentityPolicy
from ..control import PASS, Severity, Verdict, control, fail
from ._statements import each_allowing, where


def _judge(statement: Statement) -> Verdict:
    if not statement.covers_every_action:
        return PASS
    return fail(f"{where(statement)} allows every action of every service.", statement.path)


@control(
    title="IAM policy does not allow every action",
    severity=Severity.CRITICAL,
    topic="iam",
    source="security_iam_id-based-policy-examples",
    remediation="Name the actions that are needed, and their resources; the change is in place.",
)
def no_admin_star(policy: IdentityPolicy) -> Verdict:
    return each_allowing(policy, _judge)
