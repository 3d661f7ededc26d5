"""A policy on all resources reaches databases that nobody thought of, and those made later.

Actions that know no resources, and those that only look on, have to be allowed on `*`; they are left out, and so
are statements that a condition narrows, for example to a tag or a Region.
"""

import re
from dataclasses import dataclass

from ...model import Statement
from ...model.iam import IdentityPolicy
from ...model.policy_document import all_hold, matches
from ..control import PASS, Severity, Verdict, control, fail, setting
from ._statements import each_allowing, where

# Actions without resource types in the service authorization reference, and the listing and describing ones.
_WITHOUT_RESOURCES = (
    "*:List*",
    "application-autoscaling:Describe*",
    "autoscaling:Describe*",
    "cloudtrail:DescribeTrails",
    "cloudtrail:LookupEvents",
    "cloudwatch:DescribeAlarms*",
    "cloudwatch:GetMetric*",
    "cloudwatch:PutMetricData",
    "compute-optimizer:Get*",
    "config:Describe*",
    "config:SelectResourceConfig",
    "ec2messages:*",
    "ecr-public:GetAuthorizationToken",
    "ecr:GetAuthorizationToken",
    "health:Describe*",
    "iam:GenerateCredentialReport",
    "iam:GetAccount*",
    "iam:GetCredentialReport",
    "kms:CreateKey",
    "kms:DescribeCustomKeyStores",
    "kms:GenerateRandom",
    "lambda:GetAccountSettings",
    "logs:*LogDelivery",
    "logs:CreateLogGroup",
    "logs:DescribeLogGroups",
    "logs:DescribeQueries",
    "logs:DescribeResourcePolicies",
    "logs:GetQueryResults",
    "logs:PutResourcePolicy",
    "logs:StopQuery",
    "logs:TestMetricFilter",
    "pricing:*",
    "rds:Describe*",
    "rds:ModifyCertificates",
    "s3:GetAccountPublicAccessBlock",
    "secretsmanager:BatchGetSecretValue",
    "secretsmanager:GetRandomPassword",
    "servicequotas:Get*",
    "ssm:DescribeInstanceInformation",
    "ssm:DescribeParameters",
    "ssm:UpdateInstanceInformation",
    "ssmmessages:*",
    "sts:DecodeAuthorizationMessage",
    "sts:GetCallerIdentity",
    "sts:GetServiceBearerToken",
    "sts:GetSessionToken",
    "support:*",
    "tag:Get*",
    "xray:Get*",
    "xray:PutTelemetryRecords",
    "xray:PutTraceSegments",
)

# What the patterns above take in and should not.
_WITH_RESOURCES = (
    "s3:ListBucket",
    "s3:ListBucketMultipartUploads",
    "s3:ListBucketVersions",
    "s3:ListMultipartUploadParts",
    "secretsmanager:ListSecretVersionIds",
)

# EC2's describing actions know no resources, but for those that tell of one attribute of one thing.
_EC2_DESCRIBES = re.compile("ec2:Describe[a-z]+(?<!Attribute)", re.IGNORECASE)


@dataclass(frozen=True)
class WildcardResource:
    allowed_actions: tuple[str, ...] = setting(
        (), "Further actions, with `*` as a wildcard, that may be allowed on all resources."
    )


def _needs_none(action: str, allowed: tuple[str, ...]) -> bool:
    if any(matches(pattern, action) for pattern in allowed) or _EC2_DESCRIBES.fullmatch(action):
        return True
    if any(matches(action, one) for one in _WITH_RESOURCES):
        return False
    return any(matches(pattern, action) for pattern in _WITHOUT_RESOURCES)


def _on_resources(statement: Statement, settings: WildcardResource) -> list[str]:
    return statement.actions_where(lambda action: not _needs_none(action, settings.allowed_actions))


def _judge(statement: Statement, settings: WildcardResource) -> Verdict:
    if statement.has("NotResource") or not all_hold(
        lambda: statement.covers_every_resource,
        lambda: bool(_on_resources(statement, settings)),
        lambda: not statement.is_restricted(),
    ):
        return PASS
    actions = _on_resources(statement, settings)
    return fail(f"{where(statement)} allows {statement.quoted(actions)} on all resources.", statement.path)


@control(
    title="IAM policy names the resources that it is about",
    severity=Severity.LOW,
    topic="iam",
    source="security_iam_id-based-policy-examples",
    remediation=(
        "Name the ARNs in Resource, or narrow the statement by a condition such as aws:ResourceTag; in place."
    ),
)
def no_wildcard_resource(policy: IdentityPolicy, settings: WildcardResource) -> Verdict:
    return each_allowing(policy, lambda statement: _judge(statement, settings))
