"""Anyone who may publish to the topic can send false alarms, and anyone who may subscribe reads the alarms."""

from ...model import PolicyDocument, Statement
from ...model.sns import Topic, TopicPolicy
from ..control import PASS, Severity, Verdict, all_of, control, each, fail


def _judge(statement: Statement, path: str) -> Verdict:
    if not statement.allows:
        return PASS
    where = f"{statement.position.capitalize()} in `{path}`"

    def who() -> Verdict:
        if statement.is_for_everyone and not (
            statement.is_limited_to_known_callers or statement.is_limited_by("sns:Endpoint")
        ):
            return fail(f"{where} allows anyone, and no condition limits who calls.", path)
        return PASS

    def what() -> Verdict:
        if statement.has("NotAction"):
            return fail(f"{where} allows every action except those in NotAction.", path)
        return PASS

    return all_of(who, what)


@control(
    title="SNS topic policy must not be public",
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
