"""Cases of cloudtrail-bucket-hardened."""

from tests.policies.cases import (
    UNKNOWN,
    absent_not_applicable,
    absent_passes,
    added,
    compliant,
    external,
    mutation,
    ref,
    res,
    unknown,
    violating,
)

TRAIL = "aws:cloudtrail/trail:Trail"
NATIVE = "aws-native:cloudtrail:Trail"
NATIVE_BUCKET = "aws-native:s3:Bucket"

BUCKET = res("aws:s3/bucket:Bucket", "logs", bucket="trail-logs")
BLOCKED = res(
    "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
    "b",
    bucket=ref(BUCKET),
    blockPublicAcls=True,
    blockPublicPolicy=True,
    ignorePublicAcls=True,
    restrictPublicBuckets=True,
)
OPEN = res("aws:s3/bucketAcl:BucketAcl", "a", bucket=ref(BUCKET), acl="public-read")
SUBJECT = res(TRAIL, s3BucketName=ref(BUCKET))

CASES = [
    compliant("blocked", SUBJECT, BUCKET, BLOCKED),
    compliant("found by name", res(TRAIL, s3BucketName="trail-logs"), BUCKET, BLOCKED),
    compliant(
        "aws-native",
        res(NATIVE, s3BucketName="n"),
        res(
            NATIVE_BUCKET,
            "n",
            bucketName="n",
            accessControl="PublicRead",
            publicAccessBlockConfiguration={"ignorePublicAcls": True},
        ),
    ),
    compliant("an open ACL that is ignored", SUBJECT, BUCKET, BLOCKED, OPEN),
    compliant(
        "trivy AWS-0161: a private ACL",
        res(TRAIL, s3BucketName="trail-logs"),
        res(BUCKET.type, "logs", bucket="trail-logs", acl="private"),
    ),
    violating("an open ACL", SUBJECT, BUCKET, OPEN, says="public-read"),
    violating(
        "an open ACL of the bucket's own",
        res(TRAIL, s3BucketName="trail-logs"),
        res(BUCKET.type, "logs", bucket="trail-logs", acl="public-read-write"),
    ),
    violating(
        "trivy AWS-0161: every AWS account, aws-native",
        res(NATIVE, s3BucketName="n"),
        res(NATIVE_BUCKET, "n", bucketName="n", accessControl="AuthenticatedRead"),
    ),
    absent_passes("no block and no ACL, for new buckets are private", SUBJECT, BUCKET),
    unknown("the ACL", SUBJECT, BUCKET, res(OPEN.type, "a", bucket=ref(BUCKET), acl=UNKNOWN)),
    external("a bucket of another stack", res(TRAIL, s3BucketName="elsewhere"), BUCKET),
    absent_not_applicable("no bucket, which the API refuses", res(TRAIL)),
]

MUTATION = mutation(added(SUBJECT, BUCKET, OPEN))
