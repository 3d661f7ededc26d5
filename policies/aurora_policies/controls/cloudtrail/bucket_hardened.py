"""The record of who did what must not be readable by everyone."""

from ...model import Stack
from ...model.cloudtrail import Trail
from ...model.s3 import Bucket, BucketAcl, PublicAccessBlock
from ..control import PASS, Severity, Verdict, control, decide, every, none_of, not_applicable

_OPEN_ACLS = (
    "public-read",
    "public-read-write",
    "authenticated-read",
    "authenticatedread",
    "publicread",
    "publicreadwrite",
)


def _is_private(bucket: Bucket, stack: Stack) -> Verdict:
    blocks = stack.referrers(bucket, PublicAccessBlock, "bucket")
    if any(block.ignore_public_acls.get(False) for block in blocks) or bucket.ignores_public_acls.get(False):
        return PASS
    acls = [bucket.acl, *(acl.acl for acl in stack.referrers(bucket, BucketAcl, "bucket"))]
    return every([decide(none_of, acl, _OPEN_ACLS, "others read the trail") for acl in acls])


@control(
    title="Bucket of the trail is private",
    severity=Severity.HIGH,
    topic="infrastructure-security",
    source="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html",
    remediation=(
        "Block public access to the bucket (aws.s3.BucketPublicAccessBlock) and remove its open ACL; in place."
    ),
)
def bucket_hardened(trail: Trail, stack: Stack) -> Verdict:
    bucket = stack.follow(trail.bucket, Bucket).only()
    if bucket is None:
        return not_applicable("the trail names no bucket")
    return _is_private(bucket, stack)
