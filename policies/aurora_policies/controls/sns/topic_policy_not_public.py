"""A topic that anyone may publish to raises false alarms at will; one that anyone may subscribe to tells them."""

from ...model import PolicyDocument, Statement
from ...model.policy_document import LIMITING_KEYS
from ...model.sns import Topic, TopicPolicy
from ..control import PASS, Severity, Verdict, all_of, control, each, fail


def _judge(statement: Statement, path: str) -> Verdict:
    if not statement.allows:
        return PASS
    where = f"{statement.position.capitalize()} in `{path}`"

    def who() -> Verdict:
        if statement.is_for_everyone and not statement.is_limited_by("sns:Endpoint", *LIMITING_KEYS):
            return fail(f"{where} admits anyone.", path)
        return PASS

    def what() -> Verdict:
        if statement.has("NotAction"):
            return fail(f"{where} allows every action but those in NotAction.", path)
        return PASS

    return all_of(who, what)


@control(
    title="SNS topic policy is not open to everyone",
    severity=Severity.HIGH,
    topic="infrastructure-security",
    source="https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html",
    remediation=(
        "Name the principals, or limit the statement by aws:SourceAccount or aws:PrincipalOrgID; in place."
    ),
)
def topic_policy_not_public(topic: Topic | TopicPolicy) -> Verdict:
    document = PolicyDocument.of(topic.policy)
    if document is None:
        return PASS
    return each(document.statements, lambda statement: _judge(statement, topic.policy.path))
