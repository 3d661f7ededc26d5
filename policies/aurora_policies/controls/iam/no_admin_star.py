"""Whoever holds a policy that allows everything can read, change and delete every database, and hand that on."""

from ...model import Statement
from ...model.iam import IdentityPolicy
from ..control import PASS, Severity, Verdict, control, fail
from ._statements import each_allowing, where


def _judge(statement: Statement) -> Verdict:
    if not statement.covers_every_action:
        return PASS
    return fail(f"{where(statement)} allows every action of every service.", statement.path)


@control(
    title="IAM policy does not allow every action",
    severity=Severity.CRITICAL,
    topic="iam",
    source="security_iam_id-based-policy-examples",
    remediation="Name the actions that are needed, and their resources; the change is in place.",
    equivalents=(
        "securityhub:IAM.1",
        "config:IAM_POLICY_NO_STATEMENTS_WITH_ADMIN_ACCESS",
        "controltower:CT.IAM.PR.1",
        "controltower:CT.IAM.PR.2",
        "checkov:CKV2_AWS_40",
        "checkov:CKV_AWS_1",
        "checkov:CKV_AWS_49",
        "checkov:CKV_AWS_62",
        "checkov:CKV_AWS_63",
        "prowler:iam_aws_attached_policy_no_administrative_privileges",
        "prowler:iam_customer_attached_policy_no_administrative_privileges",
        "prowler:iam_customer_unattached_policy_no_administrative_privileges",
        "prowler:iam_inline_policy_no_administrative_privileges",
        "trivy:AWS-0057",
        "cdk-nag:IAMPolicyNoStatementsWithAdminAccess",
        "cdk-nag:IAMNoWildcardPermissions",
        "cdk-nag:IAMPolicyNoStatementsWithFullAccess",
        "cdk-nag:LambdaStarPermissions",
        "cfn-guard:IAM_MANAGEDPOLICY_NO_STATEMENTS_WITH_FULL_ACCESS",
        "cfn-guard:IAM_POLICY_NO_STATEMENTS_WITH_ADMIN_ACCESS",
        "cfn-guard:IAM_POLICY_NO_STATEMENTS_WITH_FULL_ACCESS",
        "cfn-guard:IAM_ROLE_NO_WILDCARD_ACTIONS_ON_PERMISSIONS",
        "cfn_nag:F3",
        "cfn_nag:F4",
        "cfn_nag:F5",
        "cloudsploit:iam/iamRolePolicies",
        "cloudsploit:lambda/lambdaAdminPrivileges",
        "hashicorp-cis:iam-no-admin-privileges-allowed-by-policies",
        "hashicorp-fsbp:iam-no-admin-privileges-allowed-by-policies",
        "hashicorp-fsbp:iam-policy-no-statements-with-full-access",
        "regula:FG_R00092",
        "scoutsuite:iam-managed-policy-allows-full-privileges",
        "steampipe:iam_custom_policy_unattached_no_star_star",
        "steampipe:iam_inline_policy_no_administrative_privileges",
        "steampipe:iam_policy_all_attached_no_star_star",
        "steampipe:iam_policy_custom_attached_no_star_star",
        "steampipe:iam_policy_no_star_star",
        "terrascan:AC_AWS_0143",
        "terrascan:AC_AWS_0144",
        "terrascan:AC_AWS_0147",
        "terrascan:AC_AWS_0474",
    ),
)
def no_admin_star(policy: IdentityPolicy) -> Verdict:
    return each_allowing(policy, _judge)
