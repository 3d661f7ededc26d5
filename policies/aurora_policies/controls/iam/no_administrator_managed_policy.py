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
)
def no_administrator_managed_policy(
    attachment: GivesManagedPolicies, stack: Stack, settings: Administrators
) -> Verdict:
    return each(not_own(attachment, stack), lambda value: _judge(value, settings))
