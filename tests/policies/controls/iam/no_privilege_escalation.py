"""Cases of iam-no-privilege-escalation."""

from tests.policies.cases import (
    UNKNOWN,
    added,
    compliant,
    mutation,
    res,
    unknown,
    unknown_fails,
    violating,
)
from tests.policies.controls.iam._policies import (
    ACCOUNT,
    POLICY,
    allows,
    document,
    forms,
    policy,
    statement,
)

CASES = [
    # Its message is about the document, and a statement that is not known may deny.
    *(
        case
        for case in forms(statement("iam:UpdateLoginProfile"), statement("lambda:CreateFunction", "s3"))
        if case.says not in ("statement 2", '"Open"') and case.shows != "one statement beside an open one"
    ),
    unknown(
        "a statement that may deny",
        res(POLICY, policy=document(UNKNOWN, statement("iam:UpdateLoginProfile"))),
    ),
    compliant(
        "checkov CKV_AWS_107: nothing to pass",
        allows(["lambda:CreateFunction", "lambda:CreateEventSourceMapping", "dynamodb:CreateTable"]),
    ),
    compliant("one's own key", allows("iam:CreateAccessKey", "arn:aws:iam::*:user/${aws:username}")),
    compliant("one role", allows(["iam:PassRole", "ec2:RunInstances"], f"arn:aws:iam::{ACCOUNT}:role/app")),
    compliant(
        "one role, and servers at will",
        policy(statement("iam:PassRole", f"arn:aws:iam::{ACCOUNT}:role/app"), statement("ec2:RunInstances")),
    ),
    compliant("any role, and nothing to run", allows("iam:PassRole")),
    compliant(
        "denied in the same policy",
        policy(statement("iam:Create*"), statement("iam:Create*", "*", effect="Deny")),
    ),
    compliant(
        "under a condition",
        allows(
            "iam:AttachRolePolicy", "*", ArnEquals={"iam:PolicyARN": f"arn:aws:iam::{ACCOUNT}:policy/app"}
        ),
    ),
    compliant(
        "what the settings accept",
        allows("ssm:StartSession"),
        settings={"allowedActions": ["ssm:StartSession"]},
    ),
    compliant("describing", allows(["iam:Get*", "iam:List*", "rds:Describe*"])),
    violating("checkov CKV_AWS_286", allows(["iam:UpdateLoginProfile"]), says="iam:UpdateLoginProfile"),
    violating(
        "trivy AWS-0353: taking a permissions boundary away",
        allows("iam:DeleteRolePermissionsBoundary"),
        says="iam:DeleteRolePermissionsBoundary",
    ),
    violating("trivy AWS-0352: changing who is trusted", allows("iam:UpdateAssumeRolePolicy")),
    compliant(
        "the boundary of one user",
        allows("iam:DeleteUserPermissionsBoundary", f"arn:aws:iam::{ACCOUNT}:user/app"),
    ),
    violating("everything of IAM", allows("iam:*"), says="and"),
    violating("everything", allows("*")),
    violating("prowler: putting policies", allows("iam:Put*")),
    violating("every role", allows("iam:PutRolePolicy", f"arn:aws:iam::{ACCOUNT}:role/*")),
    violating(
        "any role to a server",
        allows(["iam:PassRole", "ec2:RunInstances"]),
        says="iam:PassRole + ec2:RunInstances",
    ),
    violating(
        "any role to a function, in two statements",
        policy(statement("iam:PassRole"), statement(["lambda:CreateFunction", "lambda:InvokeFunction"])),
    ),
    violating(
        "any role to a database",
        policy(
            statement("iam:PassRole"),
            statement("rds:AddRoleToDBCluster", f"arn:aws:rds:eu-central-1:{ACCOUNT}:cluster:orders"),
        ),
        says="rds:AddRoleToDBCluster",
    ),
    violating("somebody else's function", allows("lambda:UpdateFunctionCode")),
    violating(
        "denied elsewhere only",
        policy(
            statement("iam:CreateAccessKey"),
            statement("iam:CreateAccessKey", f"arn:aws:iam::{ACCOUNT}:user/root", effect="Deny"),
        ),
    ),
    violating(
        "denied under a condition only",
        policy(
            statement("iam:CreateAccessKey"),
            statement("iam:*", "*", effect="Deny", Bool={"aws:MultiFactorAuthPresent": "false"}),
        ),
    ),
    unknown_fails(
        "a statement beside an open one",
        res(POLICY, policy=document(statement(UNKNOWN, "*"), statement("iam:PutRolePolicy"))),
    ),
]

MUTATION = mutation(added(allows("iam:PutRolePolicy")))
