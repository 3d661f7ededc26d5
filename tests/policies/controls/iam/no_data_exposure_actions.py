"""Cases of iam-no-data-exposure-actions."""

from tests.policies.cases import UNKNOWN, added, compliant, mutation, res, unknown, unknown_passes, violating
from tests.policies.controls.iam._policies import CLUSTER, POLICY, allows, document, forms, policy, statement

FOR_AWS = {"Bool": {"kms:GrantIsForAWSResource": "true"}}

CASES = [
    *forms(statement("secretsmanager:GetSecretValue"), statement("ecr:GetAuthorizationToken")),
    compliant(
        "checkov CKV_AWS_107: tokens of a registry",
        allows(["ecr:GetAuthorizationToken", "ecr-public:GetAuthorizationToken"]),
    ),
    compliant(
        "checkov CKV_AWS_107: making things",
        allows(["lambda:CreateFunction", "lambda:CreateEventSourceMapping", "dynamodb:CreateTable"]),
    ),
    compliant(
        "checkov CKV_AWS_287: all denied to outsiders",
        policy(
            statement(
                ["*"],
                "*",
                effect="Deny",
                NotIpAddress={"aws:SourceIp": "1.2.3.4/16"},
                Bool={"aws:ViaAWSService": "false"},
            )
        ),
    ),
    compliant("checkov CKV_AWS_290: one bucket", allows("s3:*", "arn:aws:s3:::bucket")),
    compliant("one cluster", allows(["rds:ModifyDBCluster", "rds:DeleteDBCluster"], CLUSTER)),
    compliant("by tag", allows("rds:DeleteDBCluster", "*", StringEquals={"aws:ResourceTag/app": "orders"})),
    compliant("grants for AWS services", allows("kms:CreateGrant", "*", **FOR_AWS)),
    compliant(
        "what the settings leave out",
        allows("s3:GetObject"),
        settings={"sensitiveActions": ["rds:DeleteDBCluster"]},
    ),
    violating(
        "checkov CKV_AWS_107", allows(["s3:GetObject", "iam:CreateAccessKey"]), says="iam:CreateAccessKey"
    ),
    violating("checkov CKV_AWS_108", allows(["ssm:GetParametersByPath", "secretsmanager:GetSecretValue"])),
    violating("checkov CKV_AWS_109", allows("iam:*")),
    violating("checkov CKV_AWS_111", allows("s3:*")),
    violating("sharing snapshots", allows("rds:ModifyDBClusterSnapshotAttribute")),
    violating("exporting snapshots", allows("rds:Start*")),
    violating("opening keys", allows("kms:Put*"), says="kms:PutKeyPolicy"),
    violating("deleting databases", allows(["rds:Del*"])),
    violating(
        "everything but some databases",
        policy({"Effect": "Allow", "Action": "rds:DeleteDBCluster", "NotResource": CLUSTER}),
    ),
    violating(
        "everything but some actions",
        policy({"Effect": "Allow", "NotAction": "iam:*", "Resource": "*"}),
        says="more",
    ),
    violating(
        "grants for anyone", allows("kms:CreateGrant", "*", Bool={"kms:GrantIsForAWSResource": "false"})
    ),
    violating(
        "a key policy beside grants for AWS",
        allows(["kms:CreateGrant", "kms:PutKeyPolicy"], "*", **FOR_AWS),
        says="allows kms:PutKeyPolicy on",
    ),
    unknown("the resource", res(POLICY, policy=document(statement("rds:DeleteDBCluster", UNKNOWN)))),
    unknown_passes(
        "the resource of a listing", res(POLICY, policy=document(statement("rds:Describe*", UNKNOWN)))
    ),
    unknown_passes("the actions on one cluster", res(POLICY, policy=document(statement(UNKNOWN, CLUSTER)))),
]

MUTATION = mutation(added(allows("rds:DeleteDBCluster")))
