"""Who read the record of who did what, or deleted of it, leaves a trace only in the bucket's own access log."""

from ...model import Stack
from ...model.cloudtrail import Trail
from ...model.s3 import Bucket, BucketLogging
from ..control import PASS, Severity, Verdict, control, fail, not_applicable


@control(
    title="Bucket of the trail logs access to itself",
    severity=Severity.LOW,
    topic="logging-and-monitoring",
    source="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html",
    remediation="Give the bucket an access log in another bucket (aws.s3.BucketLogging); in place.",
)
def bucket_access_logged(trail: Trail, stack: Stack) -> Verdict:
    bucket = stack.follow(trail.bucket, Bucket).only()
    if bucket is None:
        return not_applicable("the trail names no bucket")
    inline = (bucket.logging, bucket.classic_logging)
    if any(value.is_set for value in inline) or stack.referrers(bucket, BucketLogging, "bucket"):
        return PASS
    return fail(f"Bucket `{bucket.name}` has no access log.")
