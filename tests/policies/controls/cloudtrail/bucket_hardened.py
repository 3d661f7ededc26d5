"""Cases of cloudtrail-bucket-hardened."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    absent_not_applicable,
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

BUCKET = res("aws:s3/bucket:Bucket", "logs", bucket="trail-logs")
LOGGED = res("aws:s3/bucketLogging:BucketLogging", "l", bucket=ref(BUCKET), targetBucket="access")
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
    compliant("blocked and logged", SUBJECT, BUCKET, BLOCKED, LOGGED),
    compliant("found by name", res(TRAIL, s3BucketName="trail-logs"), BUCKET, BLOCKED, LOGGED),
    compliant(
        "aws-native",
        res(NATIVE, s3BucketName="n"),
        res(
            "aws-native:s3:Bucket",
            "n",
            bucketName="n",
            loggingConfiguration={"destinationBucketName": "access"},
            publicAccessBlockConfiguration={
                "blockPublicAcls": True,
                "blockPublicPolicy": True,
                "ignorePublicAcls": True,
                "restrictPublicBuckets": True,
            },
        ),
    ),
    compliant("an open ACL that is ignored", SUBJECT, BUCKET, BLOCKED, LOGGED, OPEN),
    violating("an open ACL", SUBJECT, BUCKET, LOGGED, OPEN, says="public-read"),
    violating("not logged", SUBJECT, BUCKET, BLOCKED, says="access log"),
    absent_fails("no block, which new accounts have anyway, and no log", SUBJECT, BUCKET),
    unknown("the ACL", SUBJECT, BUCKET, LOGGED, res(OPEN.type, "a", bucket=ref(BUCKET), acl=UNKNOWN)),
    external("a bucket of another stack", res(TRAIL, s3BucketName="elsewhere"), BUCKET),
    absent_not_applicable("no bucket, which the API refuses", res(TRAIL)),
]

MUTATION = mutation(added(SUBJECT, BUCKET, BLOCKED))
