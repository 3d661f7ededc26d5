"""Keys, snapshots, secrets and roles that outsiders may use are found, whoever opened them."""

from ...model import Stack
from ...model.access_analyzer import AccessAnalyzer
from ..control import PASS, Scope, Severity, Verdict, control, fail


@control(
    title="IAM Access Analyzer is on",
    severity=Severity.LOW,
    scope=Scope.ACCOUNT,
    topic="iam",
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-getting-started.html",
    remediation="Add an aws.accessanalyzer.Analyzer; external access analysis is free.",
    opt_in="It belongs to the account, not to a database stack.",
)
def enabled(stack: Stack) -> Verdict:
    return PASS if stack.all(AccessAnalyzer) else fail("This stack has no access analyzer.")
