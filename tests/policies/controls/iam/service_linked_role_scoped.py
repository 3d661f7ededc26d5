"""Cases of iam-service-linked-role-scoped."""

from tests.policies.cases import UNKNOWN, added, compliant, mutation, res, unknown, violating
from tests.policies.controls.iam._policies import POLICY, allows, document, forms, policy, statement

ACTION = "iam:CreateServiceLinkedRole"
RDS_ROLE = "arn:aws:iam::*:role/aws-service-role/rds.amazonaws.com/AWSServiceRoleForRDS"
FOR_RDS = {"StringLike": {"iam:AWSServiceName": "rds.amazonaws.com"}}

CASES = [
    *forms(statement(ACTION), statement(ACTION, RDS_ROLE)),
    compliant("as the guide has it", allows(ACTION, RDS_ROLE, **FOR_RDS)),
    compliant("by the condition alone", allows(ACTION, "*", **FOR_RDS)),
    compliant("everything is iam-no-admin-star's", allows("*")),
    compliant("other actions", allows("iam:CreateRole")),
    violating("everything of IAM", allows("iam:*")),
    violating(
        "any service's role",
        allows(ACTION, "arn:aws:iam::123456789012:role/aws-service-role/*"),
        says="iam:AWSServiceName",
    ),
    violating("any role", allows("iam:Create*", "arn:aws-us-gov:iam::*:role/*")),
    violating(
        "a condition that names no service", allows(ACTION, "*", StringLike={"iam:AWSServiceName": "*"})
    ),
    violating(
        "a condition that leaves one out",
        allows(ACTION, "*", StringNotEquals={"iam:AWSServiceName": "ec2.amazonaws.com"}),
    ),
    violating("all but some actions", policy({"Effect": "Allow", "NotAction": "rds:*", "Resource": "*"})),
    unknown("the role", res(POLICY, policy=document(statement(ACTION, UNKNOWN)))),
]

MUTATION = mutation(added(allows(ACTION)))
