"""A topic that anyone may publish to raises false alarms at will; one that anyone may subscribe to tells them."""

from ...model import PolicyDocument, Statement
from ...model.policy_document import LIMITING_KEYS
from ...model.sns import Topic, TopicPolicy
from ..control import PASS, Severity, Verdict, control, each, fail


def _judge(statement: Statement, path: str) -> Verdict:
    if not statement.allows:
        return PASS
    where = f"{statement.position.capitalize()} in `{path}`"
    if statement.is_for_everyone and not statement.is_limited_by("sns:Endpoint", *LIMITING_KEYS):
        return fail(f"{where} admits anyone.", path)
    if statement.not_actions:
        return fail(f"{where} allows every action but those in NotAction.", path)
    return PASS


@control(
    title="SNS topic policy is not open to everyone",
    severity=Severity.HIGH,
    topic="infrastructure-security",
    source="https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html",
    remediation=(
        "Name the principals, or limit the statement by aws:SourceAccount or aws:PrincipalOrgID; in place."
    ),
    equivalents=(
        "securityhub:SNS.4",
        "config:SNS_TOPIC_NO_PUBLIC_ACCESS",
        "checkov:CKV_AWS_169",
        "checkov:CKV_AWS_283",
        "prowler:sns_topics_not_publicly_accessible",
        "cfn-guard:SNS_TOPICPOLICY_NO_ALLOW_PLUS_NOTPRINCIPAL",
        "cfn-guard:SNS_TOPICPOLICY_NO_ALLOW_PLUS_NOT_ACTION",
        "cfn-guard:SNS_TOPICPOLICY_NO_WILDCARD_PRINCIPAL",
        "cfn_nag:F18",
        "cfn_nag:F8",
        "cfn_nag:W19",
        "cloudsploit:sns/topicPolicies",
        "hashicorp-fsbp:sns-topic-access-policies-should-not-allow-public-access",
        "kics:sns_topic_is_publicly_accessible",
        "kics:sns_topic_publicity_has_allow_and_not_action_simultaneously",
        "mondoo:sns-no-public-access",
        "scoutsuite:sns-topic-world-policy",
        "steampipe-terraform:sns_topic_policy_restrict_public_access",
        "steampipe:sns_topic_policy_prohibit_public_access",
        "steampipe:sns_topic_policy_prohibit_publishing_access",
        "steampipe:sns_topic_policy_prohibit_subscription_access",
        "terrascan:AC_AWS_0385",
    ),
)
def topic_policy_not_public(topic: Topic | TopicPolicy) -> Verdict:
    document = PolicyDocument.of(topic.policy)
    if document is None:
        return PASS
    return each(document.statements, lambda statement: _judge(statement, topic.policy.path))
