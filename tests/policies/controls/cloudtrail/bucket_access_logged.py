"""Cases of cloudtrail-bucket-access-logged."""

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
    unknown_passes,
    violating,
)

TRAIL = "aws:cloudtrail/trail:Trail"
NATIVE = "aws-native:cloudtrail:Trail"
NATIVE_BUCKET = "aws-native:s3:Bucket"
LOGGING = "aws:s3/bucketLogging:BucketLogging"

BUCKET = res("aws:s3/bucket:Bucket", "logs", bucket="trail-logs")
OTHER = res("aws:s3/bucket:Bucket", "access", bucket="access-logs")
SUBJECT = res(TRAIL, s3BucketName=ref(BUCKET))

CASES = [
    compliant("logged", SUBJECT, BUCKET, res(LOGGING, "l", bucket=ref(BUCKET), targetBucket="access")),
    compliant(
        "logged by a property, and found by name",
        res(TRAIL, s3BucketName="trail-logs"),
        res(BUCKET.type, "logs", bucket="trail-logs", logging={"targetBucket": "access"}),
    ),
    compliant(
        "aws-native",
        res(NATIVE, s3BucketName="n"),
        res(
            NATIVE_BUCKET,
            "n",
            bucketName="n",
            loggingConfiguration={"destinationBucketName": "access"},
        ),
    ),
    violating(
        "another bucket is logged",
        SUBJECT,
        BUCKET,
        OTHER,
        res(LOGGING, "l", bucket=ref(OTHER), targetBucket="access"),
        says="access log",
    ),
    violating("aws-native", res(NATIVE, s3BucketName="n"), res(NATIVE_BUCKET, "n", bucketName="n")),
    absent_fails("no log, also where the bucket is private", SUBJECT, BUCKET),
    unknown("the bucket", res(TRAIL, s3BucketName=UNKNOWN), BUCKET),
    unknown_passes(
        "where the log goes", SUBJECT, BUCKET, res(LOGGING, "l", bucket=ref(BUCKET), targetBucket=UNKNOWN)
    ),
    external("a bucket of another stack", res(TRAIL, s3BucketName="elsewhere"), BUCKET),
    absent_not_applicable("no bucket, which the API refuses", res(TRAIL)),
]

MUTATION = mutation(added(SUBJECT, BUCKET))
