"""Findings of the deployed databases come together in one place, judged by AWS's own standard."""

from ...model import Stack
from ...model.securityhub import SecurityHub, SecurityHubStandard
from ..control import PASS, Scope, Severity, Verdict, control, fail


@control(
    title="Security Hub is on with the foundational standard",
    severity=Severity.MEDIUM,
    scope=Scope.ACCOUNT,
    topic="compliance",
    source="https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-settingup.html",
    remediation=(
        "Add aws.securityhub.Account and a StandardsSubscription for aws-foundational-security-best-"
        "practices; billed by check."
    ),
    opt_in="It belongs to the account, not to a database stack.",
)
def enabled(stack: Stack) -> Verdict:
    hubs = stack.all(SecurityHub)
    if not hubs:
        return fail("This stack turns Security Hub on nowhere.")
    if any(hub.default_standards.get(True) for hub in hubs):
        return PASS
    standards = [standard.standard.get("") for standard in stack.all(SecurityHubStandard)]
    if any("foundational-security-best-practices" in arn for arn in standards):
        return PASS
    return fail("Security Hub is on without the standard aws-foundational-security-best-practices.")
