"""Cases of iam-no-assume-any-role."""

from tests.policies.cases import UNKNOWN, added, compliant, mutation, res, unknown, unknown_passes, violating
from tests.policies.controls.iam._policies import ACCOUNT, POLICY, allows, document, forms, statement

ROLE_ARN = f"arn:aws:iam::{ACCOUNT}:role/deploy"
ANY_ACCOUNT = "arn:aws:iam::*:role/eks-terraform-*"

CASES = [
    *forms(statement("sts:AssumeRole"), statement("sts:AssumeRole", ROLE_ARN)),
    compliant("prowler: a user's ARN", allows("sts:AssumeRole", "arn:aws:iam::123456789012:user/JohnDoe")),
    compliant(
        "roles of one account by a prefix", allows("sts:AssumeRole", f"arn:aws:iam::{ACCOUNT}:role/deploy-*")
    ),
    compliant(
        "roles of the organization",
        allows("sts:AssumeRole", "*", StringEquals={"aws:ResourceOrgID": "o-1234567890"}),
    ),
    compliant("prowler: another service", allows("logs:*")),
    compliant(
        "roles of any account, if the settings accept it",
        allows("sts:AssumeRole", ANY_ACCOUNT),
        settings={"anyAccount": False},
    ),
    violating("prowler: everything of STS", allows("sts:*")),
    violating(
        "prowler: a wildcard for the account", allows("sts:AssumeRole", ANY_ACCOUNT), says="any account"
    ),
    violating("prowler: one of several", allows("sts:AssumeRole", [ROLE_ARN, "*"]), says="every role"),
    violating("every role of an account", allows("sts:AssumeRole", f"arn:aws:iam::{ACCOUNT}:role/*")),
    violating("everything", allows("*")),
    unknown("the role", res(POLICY, policy=document(statement("sts:AssumeRole", UNKNOWN)))),
    unknown_passes(
        "the resource of something else", res(POLICY, policy=document(statement("rds:x", UNKNOWN)))
    ),
]

MUTATION = mutation(added(allows("sts:AssumeRole")))
