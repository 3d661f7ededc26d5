"""Outsiders can forge or read the audit trail if anyone may write to a log group or subscribe to it."""

from ...model import PolicyDocument, Statement
from ...model.log_group import LogDestinationPolicy, LogGroup, LogResourcePolicy
from ..control import PASS, Severity, Verdict, control, each, fail


def _judge(statement: Statement, path: str) -> Verdict:
    if statement.allows and statement.is_for_everyone and not statement.is_limited_to_known_callers:
        return fail(
            f"{statement.position.capitalize()} in `{path}` allows anyone, and no condition limits who calls.",
            path,
        )
    return PASS


@control(
    title="Log resource and destination policies must not be public",
    severity=Severity.HIGH,
    topic="logging-and-monitoring",
    source="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-identity-based-access-control-cwl.html",
    remediation=(
        "Name the principals in the policy, or limit the statement with a condition on aws:SourceAccount"
        " or aws:PrincipalOrgID."
    ),
)
def not_public(policy: LogResourcePolicy | LogDestinationPolicy | LogGroup) -> Verdict:
    document = PolicyDocument.of(policy.policy)
    if document is None:
        return PASS
    return each(document.statements, lambda statement: _judge(statement, policy.policy.path))
