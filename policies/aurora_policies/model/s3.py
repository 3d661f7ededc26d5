"""Amazon S3 buckets, as far as they hold audit logs."""

from .resource import Anything, Flag, Text, View


class Bucket(View):
    """An S3 bucket."""

    TYPES = ("aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2", "aws-native:s3:Bucket")
    IDENTITIES = ("bucket", "bucketName", "id", "arn")
    NOUN = "bucket"

    acl = Text("acl", native="accessControl")
    logging = Anything("loggings", native="loggingConfiguration")
    classic_logging = Anything("logging", native="loggingConfiguration")
    ignores_public_acls = Flag("ignorePublicAcls", native="publicAccessBlockConfiguration.ignorePublicAcls")


class BucketAcl(View):
    """The ACL of a bucket, apart from it."""

    TYPES = ("aws:s3/bucketAcl:BucketAcl", "aws:s3/bucketAclV2:BucketAclV2")
    NOUN = "bucket ACL"

    bucket = Text("bucket")
    acl = Text("acl")


class BucketLogging(View):
    """The access logging of a bucket, apart from it."""

    TYPES = ("aws:s3/bucketLogging:BucketLogging", "aws:s3/bucketLoggingV2:BucketLoggingV2")
    NOUN = "bucket logging"

    bucket = Text("bucket")


class PublicAccessBlock(View):
    """The public access block of a bucket."""

    TYPES = ("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",)
    NOUN = "public access block"

    bucket = Text("bucket")
    ignore_public_acls = Flag("ignorePublicAcls")
