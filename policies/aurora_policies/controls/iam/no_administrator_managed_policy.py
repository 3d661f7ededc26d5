"""AWS's own administrator policies allow everything, or everything of IAM or RDS, and AWS may widen them."""

from dataclasses import dataclass

from ...model import Stack, Value
from ...model.iam import GivesManagedPolicies
from ..control import PASS, Severity, Verdict, control, each, fail, setting
from ._managed import aws_policy, not_own


@dataclass(frozen=True)
class Administrators:
    refused_policies: tuple[str, ...] = setting(
        (
            "AdministratorAccess",
            "AdministratorAccess-Amplify",
            "AdministratorAccess-AWSElasticBeanstalk",
            "AmazonRDSFullAccess",
            "IAMFullAccess",
            "PowerUserAccess",
        ),
        "Names of the AWS managed policies that nobody may have.",
    )


def _judge(value: Value[object], settings: Administrators) -> Verdict:
    name = aws_policy(value).rpartition("/")[2]
    if name.lower() not in {refused.lower() for refused in settings.refused_policies}:
        return PASS
    return fail(f"`{value.path}` gives the AWS managed policy {name}.", value)


@control(
    title="No AWS managed administrator policy is attached",
    severity=Severity.HIGH,
    topic="iam",
    source="rds-security-iam-awsmanpol",
    remediation="Attach a policy of your own with the actions that are needed; the change is in place.",
    equivalents=(
        "checkov:CKV2_AWS_56",
        "checkov:CKV_AWS_274",
        "checkov:CKV_AWS_275",
        "prowler:iam_group_administrator_access_policy",
        "prowler:iam_role_administratoraccess_policy",
        "prowler:iam_user_administrator_access_policy",
        "cfn-guard:IAM_ROLE_ADMINISTRATOR_ACCESS_POLICY_RULE",
        "cfn-guard:IAM_ROLE_ELEVATED_MANAGED_POLICY_RULE",
        "cfn_nag:W43",
        "cfn_nag:W44",
        "cloudsploit:iam/iamUserAdmins",
        "steampipe:iam_role_no_administrator_access_policy_attached",
    ),
)
def no_administrator_managed_policy(
    attachment: GivesManagedPolicies, stack: Stack, settings: Administrators
) -> Verdict:
    return each(not_own(attachment, stack), lambda value: _judge(value, settings))
