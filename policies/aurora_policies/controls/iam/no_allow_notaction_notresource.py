"""Allowing everything but a list allows what was forgotten, and what AWS adds later."""

from ...model import PolicyDocument, Statement
from ...model.iam import IdentityPolicy, Role
from ..control import PASS, Severity, Verdict, all_of, control, each, fail
from ._statements import each_allowing, where


def _judge(statement: Statement) -> Verdict:
    elements = [name for name in ("NotAction", "NotResource") if statement.has(name)]
    if not elements:
        return PASS
    return fail(
        f"{where(statement)} allows everything but what {' and '.join(elements)} lists.", statement.path
    )


def _judge_trust(role: Role) -> Verdict:
    document = PolicyDocument.of(role.trust)
    if document is None:
        return PASS
    return each(document.statements, lambda statement: _judge(statement) if statement.allows else PASS)


@control(
    title="IAM policy allows what it lists, not everything but that",
    severity=Severity.MEDIUM,
    topic="iam",
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html",
    remediation=(
        "List the actions in Action and the resources in Resource; keep NotAction and NotResource for statements"
        " that deny. The change is in place."
    ),
)
def no_allow_notaction_notresource(policy: IdentityPolicy) -> Verdict:
    role = Role.of(policy.resource)
    if role is None:
        return each_allowing(policy, _judge)
    return all_of(lambda: each_allowing(policy, _judge), lambda: _judge_trust(role))
