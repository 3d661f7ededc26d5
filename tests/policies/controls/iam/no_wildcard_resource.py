"""Cases of iam-no-wildcard-resource."""

from tests.policies.cases import UNKNOWN, added, compliant, mutation, res, unknown, unknown_passes, violating
from tests.policies.controls.iam._policies import CLUSTER, POLICY, allows, document, forms, statement

OPEN = statement("rds:ModifyDBCluster")

CASES = [
    *forms(OPEN, statement("rds:ModifyDBCluster", CLUSTER)),
    compliant(
        "describing and listing", allows(["rds:Describe*", "kms:ListAliases", "logs:DescribeLogGroups"])
    ),
    compliant("checkov CKV_AWS_356: no resource to name", allows("s3:ListAllMyBuckets")),
    compliant("EC2's describing, action by action", allows(["ec2:DescribeInstances", "ec2:DescribeVpcs"])),
    compliant("checkov CKV_AWS_290: traces", allows(["xray:PutTelemetryRecords", "xray:PutTraceSegments"])),
    compliant(
        "checkov CKV_AWS_356: under a condition",
        allows(["kms:GenerateDataKey", "kms:Decrypt"], "*", ArnEquals={"aws:SourceArn": "arn"}),
    ),
    compliant("by tag", allows("rds:ModifyDBCluster", "*", StringEquals={"aws:ResourceTag/app": "orders"})),
    compliant(
        "an action that the settings accept",
        allows("rds:ModifyDBCluster"),
        settings={"allowedActions": ["rds:Modify*"]},
    ),
    compliant("all of one kind", allows("s3:ListBucket", "arn:aws:s3:::*")),
    violating("checkov CKV_AWS_355", allows("ec2:Describe*"), says="`ec2:Describe*`"),
    violating("checkov CKV_AWS_356", allows("s3:Describe*")),
    violating(
        "cfn-guard: with an action that needs none",
        allows(["s3:GetObject", "s3:GetBucketLocation", "s3:ListBucket"]),
    ),
    violating("an EC2 attribute", allows("ec2:DescribeInstanceAttribute")),
    violating("everything", allows("*")),
    violating("one of the resources", allows("rds:ModifyDBCluster", [CLUSTER, "*"])),
    violating("an ARN of wildcards", allows("rds:ModifyDBCluster", "arn:aws:*:*:*:*")),
    violating(
        "a condition that narrows nothing",
        allows("rds:ModifyDBCluster", "*", StringLike={"aws:ResourceTag/app": "*"}),
    ),
    violating(
        "a condition of TLS only", allows("rds:ModifyDBCluster", "*", Bool={"aws:SecureTransport": "true"})
    ),
    unknown("the resource", res(POLICY, policy=document(statement("rds:ModifyDBCluster", UNKNOWN)))),
    unknown_passes(
        "the action on a named resource", res(POLICY, policy=document(statement(UNKNOWN, CLUSTER)))
    ),
    unknown_passes(
        "the resource of a listing", res(POLICY, policy=document(statement("rds:Describe*", UNKNOWN)))
    ),
]

MUTATION = mutation(added(allows("rds:ModifyDBCluster")))
