"""A role that anyone may take on gives what it may do to every AWS account of the world."""

import re

from ...model import PolicyDocument, Statement
from ...model.iam import Role
from ..control import PASS, Severity, Verdict, control, each, fail
from ._statements import where


def _judge(statement: Statement) -> Verdict:
    if not statement.allows:
        return PASS
    if statement.has("NotPrincipal"):
        return fail(f"{where(statement)} trusts everyone but those in NotPrincipal.", statement.path)
    if statement.is_for_everyone and not statement.is_limited_by():
        weak = (
            "its condition does not tie the caller down"
            if statement.has("Condition")
            else "without a condition"
        )
        return fail(f"{where(statement)} trusts anyone: its principal is a wildcard, {weak}.", statement.path)
    wide = statement.actions_where(lambda action: re.search(r"(^|:)[*?]*\*$", action) is not None)
    if wide:
        return fail(
            f"{where(statement)} allows {statement.quoted(wide)}; name sts:AssumeRole or what else is needed.",
            statement.path,
        )
    return PASS


@control(
    title="IAM role is not trusted to everyone",
    severity=Severity.CRITICAL,
    topic="iam",
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html",
    remediation=(
        "Name the principals, or limit the statement by aws:PrincipalOrgID or aws:PrincipalArn; allow"
        " sts:AssumeRole alone. The change is in place."
    ),
    equivalents=(
        "checkov:CKV_AWS_283",
        "checkov:CKV_AWS_60",
        "cfn-guard:IAM_ROLE_NO_ALLOW_PLUS_NOT_PRINCIPAL",
        "cfn-guard:IAM_ROLE_NO_FULL_ACCESS_ON_TRUST_POLICY",
        "cfn_nag:F2",
        "cfn_nag:F6",
        "kics:iam_policy_grants_assumerole_permission_across_all_services",
        "regula:FG_R00219",
        "scoutsuite:iam-assume-role-policy-allows-all",
    ),
)
def trust_policy_not_public(role: Role) -> Verdict:
    document = PolicyDocument.of(role.trust)
    return PASS if document is None else each(document.statements, _judge)
