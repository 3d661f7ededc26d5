"""Every AWS account can assume a role whose trust policy is public, and use its permissions."""

import re

from ...model import PolicyDocument, Statement
from ...model.iam import Role
from ..control import PASS, Severity, Verdict, all_of, control, each, fail
from ._statements import where


def _who(statement: Statement) -> Verdict:
    if statement.has("NotPrincipal"):
        return fail(f"{where(statement)} trusts everyone except those in NotPrincipal.", statement.path)
    if statement.is_for_everyone and not statement.is_limited_to_known_callers:
        weak = (
            "and its condition does not limit who calls"
            if statement.has("Condition")
            else "and it has no condition"
        )
        return fail(f"{where(statement)} trusts anyone: its principal is a wildcard {weak}.", statement.path)
    return PASS


def _what(statement: Statement) -> Verdict:
    wide = statement.actions_where(lambda action: re.search(r"(^|:)[*?]*\*$", action) is not None)
    if wide:
        return fail(
            f"{where(statement)} allows {statement.quoted(wide)}; name sts:AssumeRole or what else is needed.",
            statement.path,
        )
    return PASS


def _judge(statement: Statement) -> Verdict:
    if not statement.allows:
        return PASS
    return all_of(lambda: _who(statement), lambda: _what(statement))


@control(
    title="IAM role must not trust everyone",
    severity=Severity.CRITICAL,
    topic="iam",
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html",
    remediation=(
        "Name the principals, or limit the statement by aws:PrincipalOrgID or aws:PrincipalArn; allow"
        " sts:AssumeRole alone. The change is in place."
    ),
)
def trust_policy_not_public(role: Role) -> Verdict:
    document = PolicyDocument.of(role.trust)
    return PASS if document is None else each(document.statements, _judge)
