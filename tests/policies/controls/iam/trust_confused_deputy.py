"""Cases of iam-trust-confused-deputy."""

from typing import Any

from tests.policies.cases import (
    UNKNOWN,
    absent_passes,
    added,
    compliant,
    mutation,
    res,
    unknown,
    unknown_fails,
    unknown_passes,
    violating,
)
from tests.policies.controls.iam._policies import ACCOUNT, NATIVE_ROLE, ROLE, document, role, trusts

RDS = {"Service": "rds.amazonaws.com"}
SAGEMAKER = {"Service": "sagemaker.amazonaws.com"}
OTHER = "210987654321"
ROOT = {"AWS": f"arn:aws:iam::{OTHER}:root"}
BY_ACCOUNT = {"StringEquals": {"aws:SourceAccount": ACCOUNT}}
BY_ARN = {"ArnLike": {"aws:SourceArn": f"arn:aws:rds:eu-central-1:{ACCOUNT}:cluster:orders"}}
OWN = {"arn": f"arn:aws:iam::{ACCOUNT}:role/app"}
GITHUB = {"Federated": f"arn:aws:iam::{ACCOUNT}:oidc-provider/token.actions.githubusercontent.com"}
SUBJECT = "token.actions.githubusercontent.com:sub"


def github(**condition: Any) -> Any:
    return role(trusts(GITHUB, "sts:AssumeRoleWithWebIdentity", **condition))


def web(provider: str, **condition: Any) -> Any:
    return role(trusts({"Federated": provider}, "sts:AssumeRoleWithWebIdentity", **condition))


def oidc(host: str, **condition: Any) -> Any:
    return web(f"arn:aws:iam::{ACCOUNT}:oidc-provider/{host}", **condition)


def saml(**condition: Any) -> Any:
    provider = {"Federated": f"arn:aws:iam::{ACCOUNT}:saml-provider/corp"}
    return role(trusts(provider, "sts:AssumeRoleWithSAML", **condition))


def signed(how: str) -> Any:
    return {"ForAnyValue:StringLike": {f"{COGNITO}:amr": how}}


COGNITO = "cognito-identity.amazonaws.com"
EKS = "oidc.eks.eu-central-1.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF".lower()
POOL = {f"{COGNITO}:aud": "eu-central-1:11111111-2222-3333-4444-555555555555"}

CASES = [
    compliant("a service for one account", role(trusts(RDS, **BY_ACCOUNT))),
    compliant("a service for one cluster", role(trusts(RDS, **BY_ARN))),
    compliant(
        "a service for the organization", role(trusts(RDS, StringEquals={"aws:SourceOrgID": "o-1234567890"}))
    ),
    compliant("EC2, which does not tell for whom", role(trusts({"Service": "ec2.amazonaws.com"}))),
    compliant("checkov CKV_AWS_61: ECS tasks", role(trusts({"Service": "ecs-tasks.amazonaws.com"}))),
    compliant(
        "an account with an external id", role(trusts(ROOT, StringEquals={"sts:ExternalId": "orders"}))
    ),
    compliant("an account with MFA", role(trusts(ROOT, Bool={"aws:MultiFactorAuthPresent": "true"}))),
    compliant(
        "an account, but some roles of it",
        role(trusts(ROOT, ArnLike={"aws:PrincipalArn": f"arn:aws:iam::{OTHER}:role/deploy-*"})),
    ),
    compliant(
        "an account that the settings trust", role(trusts(ROOT)), settings={"trustedAccounts": [OTHER]}
    ),
    compliant("the own account, by the role's ARN", role(trusts({"AWS": ACCOUNT}), **OWN)),
    compliant("a role of the own account", role(trusts({"AWS": f"arn:aws:iam::{ACCOUNT}:role/ci"}), **OWN)),
    compliant("GitHub, one repository", github(StringLike={SUBJECT: "repo:acme/orders:*"})),
    compliant(
        "the tokens of an enterprise",
        github(StringLike={"token.actions.githubusercontent.com/acme:sub": "repo:acme/orders:*"}),
    ),
    compliant("denied", role({**trusts(RDS), "Effect": "Deny"})),
    compliant("prowler: tagging only", role(trusts(SAGEMAKER, "sts:TagSession"))),
    compliant("aws-native", res(NATIVE_ROLE, assumeRolePolicyDocument=document(trusts(RDS, **BY_ACCOUNT)))),
    violating("RDS for anyone", role(trusts(RDS)), says="`rds.amazonaws.com` whoever it acts for"),
    violating("Enhanced Monitoring for anyone", role(trusts({"Service": "monitoring.rds.amazonaws.com"}))),
    violating("snapshot export, in China", role(trusts({"Service": "export.rds.amazonaws.com.cn"}))),
    violating("backups for anyone", role(trusts({"Service": ["ec2.amazonaws.com", "backup.amazonaws.com"]}))),
    violating("a region of a service", role(trusts({"Service": "logs.eu-central-1.amazonaws.com"}))),
    violating(
        "a service of the settings",
        role(trusts({"Service": "dms.amazonaws.com"})),
        settings={"services": ["dms"]},
    ),
    violating(
        "prowler: a wildcard for the account",
        role(trusts(SAGEMAKER, ArnLike={"aws:SourceArn": "arn:aws:sagemaker:*:*:*"})),
    ),
    violating(
        "prowler: any source, of a service that need not say",
        role(trusts({"Service": "ec2.amazonaws.com"}, StringLike={"aws:SourceAccount": "*"})),
    ),
    violating(
        "prowler: a bucket, whose ARN has no account",
        role(trusts(SAGEMAKER, ArnLike={"aws:SourceArn": "arn:aws:s3:::orders"})),
    ),
    violating(
        "prowler: the caller's organization",
        role(trusts(SAGEMAKER, "sts:A*Role", StringEquals={"aws:PrincipalOrgID": "o-1234567890"})),
    ),
    violating(
        "if the source is given", role(trusts(RDS, StringEqualsIfExists={"aws:SourceAccount": ACCOUNT}))
    ),
    violating("checkov CKV_AWS_61", role(trusts({"AWS": "123123123123"})), says="`123123123123`"),
    violating("checkov CKV_AWS_61: by its root", role(trusts(ROOT))),
    violating(
        "another account's role, known to be another's",
        role(trusts({"AWS": f"arn:aws:iam::{OTHER}:role/deploy"}), **OWN),
    ),
    violating("any external id", role(trusts(ROOT, StringLike={"sts:ExternalId": "*"}))),
    violating(
        "checkov CKV_AWS_393: any repository",
        github(StringEquals={"token.actions.githubusercontent.com:aud": "sts.amazonaws.com"}),
        says="any repository",
    ),
    violating("checkov CKV_AWS_393: a wildcard for the owner", github(StringLike={SUBJECT: "repo:*"})),
    violating(
        "GitLab, any project", oidc("gitlab.com", StringEquals={"gitlab.com:aud": "https://gitlab.com"})
    ),
    violating("GitLab, any group", oidc("gitlab.com", StringLike={"gitlab.com:sub": "project_path:*"})),
    violating("any OIDC provider without a condition", oidc("id.example.com/x"), says="every identity"),
    violating("EKS, any service account", oidc(EKS, StringEquals={f"{EKS}:aud": "sts.amazonaws.com"})),
    violating("EKS, any namespace", oidc(EKS, StringLike={f"{EKS}:sub": "system:serviceaccount:*:app"})),
    compliant(
        "GitLab, one project", oidc("gitlab.com", StringLike={"gitlab.com:sub": "project_path:acme/orders:*"})
    ),
    compliant("EKS, one account", oidc(EKS, StringEquals={f"{EKS}:sub": "system:serviceaccount:app:app"})),
    violating("Cognito, any pool", web(COGNITO), says="any pool"),
    violating("Cognito, guests too", web(COGNITO, StringEquals=POOL), says="guests"),
    violating(
        "Cognito, guests",
        web(COGNITO, StringEquals=POOL, **signed("unauthenticated")),
    ),
    compliant(
        "Cognito, signed in",
        web(COGNITO, StringEquals=POOL, **signed("authenticated")),
    ),
    violating("SAML, any audience", saml(), says="SAML:aud"),
    compliant("SAML, AWS", saml(StringEquals={"SAML:aud": "https://signin.aws.amazon.com/saml"})),
    unknown("guard's stand-in for the own account", role(trusts({"AWS": f"arn:aws:iam::{ACCOUNT}:root"}))),
    violating("aws-native", res(NATIVE_ROLE, assumeRolePolicyDocument=document(trusts(RDS)))),
    absent_passes("no trust policy, which the provider refuses", res(ROLE)),
    unknown("the trust policy", res(ROLE, assumeRolePolicy=UNKNOWN)),
    unknown("the principal", res(ROLE, assumeRolePolicy=document(trusts({"Service": UNKNOWN})))),
    unknown(
        "whether an account is another",
        role(trusts({"AWS": f"arn:aws:iam::{OTHER}:role/deploy"})),
        says="trustedAccounts",
    ),
    unknown_passes(
        "the account it acts for",
        res(ROLE, assumeRolePolicy=document(trusts(RDS, StringEquals={"aws:SourceAccount": UNKNOWN}))),
    ),
    unknown_fails(
        "one of the services",
        res(ROLE, assumeRolePolicy=document(trusts({"Service": [UNKNOWN, "rds.amazonaws.com"]}))),
    ),
]

MUTATION = mutation(added(role(trusts(RDS))))
