"""Cases of iam-no-passrole-wildcard."""

from tests.policies.cases import UNKNOWN, added, compliant, mutation, res, unknown, unknown_passes, violating
from tests.policies.controls.iam._policies import ACCOUNT, POLICY, allows, document, forms, policy, statement

ROLE_ARN = f"arn:aws:iam::{ACCOUNT}:role/monitoring"
TO_RDS = {"StringEquals": {"iam:PassedToService": "monitoring.rds.amazonaws.com"}}
STRICT = {"requirePassedToService": True}

CASES = [
    *forms(statement("iam:PassRole"), statement("iam:PassRole", ROLE_ARN)),
    compliant(
        "cfn-guard: some roles", allows("iam:PassRole", "arn:aws:iam::111122223333:role/EC2-roles-for-XYZ-*")
    ),
    compliant(
        "cfn-guard: any role, to one service", allows(["iam:PassRole", "s3:ListBuckets"], "*", **TO_RDS)
    ),
    compliant("roles by tag", allows("iam:PassRole", "*", StringEquals={"iam:ResourceTag/app": "orders"})),
    compliant("reading roles", allows("iam:GetRole")),
    compliant("strict: one role to one service", allows("iam:PassRole", ROLE_ARN, **TO_RDS), settings=STRICT),
    violating("cfn_nag F38 and F39", allows(["iam:PassRole", "s3:ListBuckets"]), says="on all roles"),
    violating("trivy AWS-0342", allows("iam:Pass*", ["*"])),
    violating("everything", allows("*")),
    violating("everything of IAM", allows("iam:*")),
    violating("every role of an account", allows("iam:PassRole", f"arn:aws:iam::{ACCOUNT}:role/*")),
    violating("every role, in China", allows("iam:PassRole", "arn:aws-cn:iam::*:role/*")),
    violating("to any service", allows("iam:PassRole", "*", StringLike={"iam:PassedToService": "*"})),
    violating(
        "to one service, if it says so",
        allows("iam:PassRole", "*", StringEqualsIfExists={"iam:PassedToService": "rds.amazonaws.com"}),
    ),
    violating(
        "not to one service",
        allows("iam:PassRole", "*", StringNotEquals={"iam:PassedToService": "ec2.amazonaws.com"}),
    ),
    violating(
        "everything but some actions", policy({"Effect": "Allow", "NotAction": "rds:*", "Resource": "*"})
    ),
    violating(
        "strict: to any service",
        allows("iam:PassRole", ROLE_ARN),
        settings=STRICT,
        says="iam:PassedToService",
    ),
    unknown("the role", res(POLICY, policy=document(statement("iam:PassRole", UNKNOWN)))),
    unknown_passes(
        "the resource of something else", res(POLICY, policy=document(statement("rds:x", UNKNOWN)))
    ),
]

MUTATION = mutation(added(allows("iam:PassRole")))
