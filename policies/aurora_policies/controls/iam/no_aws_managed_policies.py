"""AWS's own policies are written for every customer: they allow more than one database needs, and change unasked."""

from dataclasses import dataclass

from ...model import Stack, Value
from ...model.iam import GivesManagedPolicies
from ..control import PASS, Severity, Verdict, control, each, fail, setting
from ._managed import aws_policy, not_own


@dataclass(frozen=True)
class Allowed:
    allowed_policies: tuple[str, ...] = setting(
        (
            "AmazonRDSDirectoryServiceAccess",
            "AmazonRDSEnhancedMonitoringRole",
            "AmazonRDSPerformanceInsightsReadOnly",
            "AmazonRDSReadOnlyAccess",
        ),
        "Names of the AWS managed policies that may be attached.",
    )


def _judge(value: Value[object], settings: Allowed) -> Verdict:
    policy = aws_policy(value)
    name = policy.rpartition("/")[2]
    if not policy or {policy, name} & set(settings.allowed_policies):
        return PASS
    return fail(f"`{value.path}` gives the AWS managed policy {policy}.", value)


@control(
    title="Policies are the account's own, not AWS's",
    severity=Severity.LOW,
    topic="iam",
    source="rds-security-iam-awsmanpol",
    remediation=(
        "Attach a policy of your own, or list AWS's in the setting allowedPolicies; the change is in place."
    ),
)
def no_aws_managed_policies(attachment: GivesManagedPolicies, stack: Stack, settings: Allowed) -> Verdict:
    return each(not_own(attachment, stack), lambda value: _judge(value, settings))
