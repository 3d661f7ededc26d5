"""Cases of iam-no-service-wildcard."""

from tests.policies.cases import UNKNOWN, added, compliant, mutation, res, unknown, unknown_passes, violating
from tests.policies.controls.iam._policies import CLUSTER, POLICY, allows, document, forms, statement

WIDE = statement("rds:*", CLUSTER)
PARTIAL = {"partial": True}

CASES = [
    *forms(WIDE, statement("rds:Describe*")),
    compliant("everything is iam-no-admin-star's", allows("*")),
    compliant("a part of a service", allows(["rds:Describe*", "rds:List*"])),
    compliant("a service that the settings accept", allows("xray:*"), settings={"allowedServices": ["XRay"]}),
    violating(
        "prowler iam_policy_no_full_access_to_cloudtrail", allows("cloudtrail:*"), says="`cloudtrail:*`"
    ),
    violating("trivy AWS-0345", allows(["s3:*"])),
    violating("with many stars", allows("rds:**")),
    violating("in capitals", allows("RDS:*")),
    violating("strict: in part", allows("rds:Describe*"), settings=PARTIAL),
    violating("strict: one character", allows("rds:DeleteDBCluste?"), settings=PARTIAL),
    compliant("strict: no wildcard", allows("rds:DescribeDBClusters"), settings=PARTIAL),
    unknown("an action", res(POLICY, policy=document(statement([UNKNOWN, "rds:DescribeDBClusters"])))),
    unknown_passes(
        "the resource", res(POLICY, policy=document(statement("rds:DescribeDBClusters", UNKNOWN)))
    ),
]

MUTATION = mutation(added(allows("rds:*", CLUSTER)))
