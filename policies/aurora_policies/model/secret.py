"""AWS Secrets Manager resources."""

from .resource import Anything, Flag, Number, Tags, Text, View


class Secret(View):
    """A secret; in aws-native perhaps with its value."""

    TYPES = ("aws:secretsmanager/secret:Secret", "aws-native:secretsmanager:Secret")
    NOUN = "secret"

    secret_name = Text("name")
    description = Text("description")
    kind = Text("type")  # of a secret that another company's service rotates
    kms_key_id = Text("kmsKeyId")
    replicas = Anything("replicas", native="replicaRegions")
    policy = Anything("policy", native=None)
    recovery_window = Number("recoveryWindowInDays", native=None)
    owning_service = Text("owningService")
    rotation_function = Text("rotationLambdaArn")  # of pulumi-aws 5, before rotations were resources
    secret_string = Text("secretString")
    tags = Tags("tags")


class SecretVersion(View):
    """A version of a secret, with its value."""

    TYPES = ("aws:secretsmanager/secretVersion:SecretVersion",)
    NOUN = "secret version"

    secret = Text("secretId")
    secret_string = Text("secretString")
    secret_binary = Text("secretBinary")
    secret_string_write_only = Text("secretStringWo")


class SecretRotation(View):
    """The schedule by which a secret is rotated."""

    TYPES = (
        "aws:secretsmanager/secretRotation:SecretRotation",
        "aws-native:secretsmanager:RotationSchedule",
    )
    NOUN = "secret rotation"

    secret = Text("secretId")
    enabled = Flag("rotationEnabled")
    after_days = Number("rotationRules.automaticallyAfterDays")
    schedule = Text("rotationRules.scheduleExpression")
    function = Text("rotationLambdaArn")
    hosted = Anything("hostedRotationLambda")
    hosted_subnets = Text("hostedRotationLambda.vpcSubnetIds")


class SecretPolicy(View):
    """The resource policy of a secret, attached apart from it."""

    TYPES = (
        "aws:secretsmanager/secretPolicy:SecretPolicy",
        "aws-native:secretsmanager:ResourcePolicy",
    )
    NOUN = "secret policy"

    secret = Text("secretArn", native="secretId")
    policy = Anything("policy", native="resourcePolicy")
    block_public_policy = Flag("blockPublicPolicy")


class SecretTargetAttachment(View):
    """What tells a secret which database it opens; its id stands for the secret."""

    TYPES = ("aws-native:secretsmanager:SecretTargetAttachment",)
    NOUN = "secret target attachment"

    secret = Text("secretId")
