"""Alarms about a database are the business of the account that runs it, and of the accounts it has chosen.

What admits everyone, sns-topic-policy-not-public reports. The topic's own account is taken from its ARN where the
policy resource names it, and from the statements' own resources."""

from dataclasses import dataclass

from ...model import PolicyDocument, Statement
from ...model.sns import Topic, TopicPolicy
from ..control import PASS, Severity, Verdict, control, each, fail, setting


@dataclass(frozen=True)
class TrustedAccounts:
    """Accounts that a topic may admit."""

    allowed_accounts: tuple[str, ...] = setting((), "Twelve-digit ids of the accounts that may be admitted.")


def _own_accounts(topic: Topic | TopicPolicy) -> set[str]:
    """The topic's account, where the ARN that the policy resource or a statement gives is known."""
    arns = [topic.value("arn"), topic.value("topicArn")]
    known = [str(arn.get("")) for arn in arns if not arn.is_unknown]
    document = PolicyDocument.of(topic.policy)
    for statement in document.statements if document else ():
        known += [resource for resource in statement.resources if ":sns:" in resource]
    return {parts[4] for arn in known if len(parts := arn.split(":")) > 5}


@control(
    title="SNS topic policy admits no foreign account",
    severity=Severity.MEDIUM,
    topic="infrastructure-security",
    source="https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html",
    remediation="Remove the foreign principal, or list its account in the setting allowedAccounts; in place.",
)
def topic_policy_no_cross_account(topic: Topic | TopicPolicy, settings: TrustedAccounts) -> Verdict:
    document = PolicyDocument.of(topic.policy)
    if document is None:
        return PASS

    def judge(statement: Statement) -> Verdict:
        if not statement.allows or statement.is_for_everyone:
            return PASS
        where = f"{statement.position.capitalize()} in `{topic.policy.path}`"
        accounts = {principal.account for principal in statement.principals if principal.account}
        foreign = sorted(accounts - set(settings.allowed_accounts) - _own_accounts(topic))
        if foreign:
            return fail(f"{where} admits account {', '.join(foreign)}.", topic.policy)
        return PASS

    return each(document.statements, judge)
