"""A service-linked role lets an AWS service act in the account; whoever may make any of them lets in any service."""

from ...model import Statement
from ...model.iam import IdentityPolicy
from ...model.policy_document import all_hold
from ..control import PASS, Severity, Verdict, control, fail
from ._statements import each_allowing, where


def _judge(statement: Statement) -> Verdict:
    if not all_hold(
        lambda: statement.covers("iam:CreateServiceLinkedRole"),
        # Everything of everything is iam-no-admin-star's.
        lambda: not statement.covers_every_action,
        lambda: statement.covers_every("iam", "role/aws-service-role/"),
        lambda: not statement.is_limited_by("iam:AWSServiceName"),
    ):
        return PASS
    return fail(
        f"{where(statement)} allows iam:CreateServiceLinkedRole for every service: no condition on"
        " iam:AWSServiceName names one.",
        statement.path,
    )


@control(
    title="IAM policy makes service-linked roles of named services only",
    severity=Severity.MEDIUM,
    topic="service-linked-roles",
    source="UsingWithRDS.IAM.ServiceLinkedRoles",
    remediation=(
        "Add the condition StringLike iam:AWSServiceName = rds.amazonaws.com, and set Resource to"
        " arn:<partition>:iam::*:role/aws-service-role/rds.amazonaws.com/AWSServiceRoleForRDS; in place."
    ),
)
def service_linked_role_scoped(policy: IdentityPolicy) -> Verdict:
    return each_allowing(policy, _judge)
