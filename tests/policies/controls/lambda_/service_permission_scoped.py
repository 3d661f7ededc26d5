"""Cases of lambda-service-permission-scoped."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    added,
    compliant,
    mutation,
    not_applicable,
    res,
    unknown,
    unknown_passes,
    violating,
)

PERMISSION = "aws:lambda/permission:Permission"
NATIVE = "aws-native:lambda:Permission"
ARN = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:db"

CASES = [
    compliant(
        "a service for one source", res(PERMISSION, principal="secretsmanager.amazonaws.com", sourceArn=ARN)
    ),
    compliant(
        "a service for one account",
        res(PERMISSION, principal="s3.amazonaws.com", sourceAccount="123456789012"),
    ),
    compliant(
        "a service within an organization",
        res(PERMISSION, principal="sns.amazonaws.com", principalOrgId="o-1"),
    ),
    compliant("aws-native", res(NATIVE, principal="sns.amazonaws.com", sourceArn=ARN)),
    violating("trivy AWS-0067: a blank source", res(PERMISSION, principal="sns.amazonaws.com", sourceArn="")),
    violating("a service in China", res(PERMISSION, principal="s3.amazonaws.com.cn")),
    violating("aws-native", res(NATIVE, principal="s3.amazonaws.com"), says="sourceArn"),
    absent_fails(
        "trivy AWS-0067 and regula FG_R00499: a service for every account",
        res(PERMISSION, principal="sns.amazonaws.com"),
        says="sourceArn",
    ),
    unknown("who may", res(PERMISSION, principal=UNKNOWN)),
    unknown_passes(
        "a source not known yet is a source",
        res(PERMISSION, principal="sns.amazonaws.com", sourceArn=UNKNOWN),
    ),
    not_applicable("an account", res(PERMISSION, principal="123456789012")),
    not_applicable("everyone, whom lambda-not-public judges", res(PERMISSION, principal="*")),
]

MUTATION = mutation(added(res(PERMISSION, principal="sns.amazonaws.com")))
