"""The record of who did what must not be readable by everyone, and reading it leaves a trace itself."""

from ...model import Stack
from ...model.cloudtrail import Trail
from ...model.s3 import Bucket, BucketAcl, BucketLogging, PublicAccessBlock
from ..control import PASS, Severity, Verdict, all_of, control, decide, every, fail, none_of, not_applicable

_OPEN_ACLS = ("public-read", "public-read-write", "authenticated-read", "publicread", "publicreadwrite")


def _is_private(bucket: Bucket, stack: Stack) -> Verdict:
    blocks = stack.referrers(bucket, PublicAccessBlock, "bucket")
    if any(block.ignore_public_acls.get(False) for block in blocks) or bucket.ignores_public_acls.get(False):
        return PASS
    acls = [bucket.acl, *(acl.acl for acl in stack.referrers(bucket, BucketAcl, "bucket"))]
    return every([decide(none_of, acl, _OPEN_ACLS, "others read the trail") for acl in acls])


def _is_logged(bucket: Bucket, stack: Stack) -> Verdict:
    inline = (bucket.logging, bucket.classic_logging)
    if any(value.is_set for value in inline) or stack.referrers(bucket, BucketLogging, "bucket"):
        return PASS
    return fail(f"Bucket `{bucket.name}` has no access log.")


@control(
    title="Bucket of the trail is private and logs access to itself",
    severity=Severity.HIGH,
    topic="infrastructure-security",
    source="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html",
    remediation="Block public access to the bucket and give it an access log; both are in place.",
    equivalents=(
        "securityhub:CloudTrail.6",
        "securityhub:CloudTrail.7",
        "prowler:cloudtrail_bucket_requires_mfa_delete",
        "prowler:cloudtrail_logs_s3_bucket_access_logging_enabled",
        "prowler:cloudtrail_logs_s3_bucket_is_not_publicly_accessible",
        "trivy:AWS-0161",
        "trivy:AWS-0163",
        "cloudsploit:cloudtrail/cloudtrailBucketAccessLogging",
        "cloudsploit:cloudtrail/cloudtrailBucketPrivate",
        "hashicorp-cis:cloudtrail-bucket-access-logging-enabled",
        "hashicorp-cis:cloudtrail-logs-bucket-not-public",
        "regula:FG_R00028",
        "regula:FG_R00031",
        "steampipe:cloudtrail_bucket_not_public",
        "steampipe:cloudtrail_s3_logging_enabled",
        "steampipe:cloudtrail_trail_bucket_mfa_enabled",
    ),
)
def bucket_hardened(trail: Trail, stack: Stack) -> Verdict:
    bucket = stack.follow(trail.bucket, Bucket).only()
    if bucket is None:
        return not_applicable("the trail names no bucket")
    return all_of(lambda: _is_private(bucket, stack), lambda: _is_logged(bucket, stack))
