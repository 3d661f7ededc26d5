"""AWS KMS resources."""

from .resource import Anything, Flag, Number, Tags, Text, View


class KmsKey(View):
    """A customer-managed KMS key."""

    TYPES = ("aws:kms/key:Key", "aws-native:kms:Key")
    IDENTITIES = ("arn", "keyId", "id")
    NOUN = "KMS key"

    description = Text("description")
    rotation = Flag("enableKeyRotation")
    rotation_period = Number("rotationPeriodInDays")
    spec = Text("customerMasterKeySpec", native="keySpec")
    usage = Text("keyUsage")
    custom_key_store = Text("customKeyStoreId", native=None)
    origin = Text("origin", native="origin")
    policy = Anything("policy", native="keyPolicy")
    deletion_window = Number("deletionWindowInDays", native="pendingWindowInDays")
    enabled = Flag("isEnabled", native="enabled")
    multi_region = Flag("multiRegion")
    bypass_lockout_check = Flag("bypassPolicyLockoutSafetyCheck")
    tags = Tags("tags")

    @property
    def is_symmetric(self) -> bool:
        return (self.spec.get("SYMMETRIC_DEFAULT") or "SYMMETRIC_DEFAULT").upper() == "SYMMETRIC_DEFAULT"


class ReplicaKey(View):
    """A replica, in another Region, of a multi-Region key."""

    TYPES = ("aws:kms/replicaKey:ReplicaKey", "aws-native:kms:ReplicaKey")
    IDENTITIES = ("arn", "keyId", "id")
    NOUN = "KMS replica key"

    description = Text("description")
    policy = Anything("policy", native="keyPolicy")
    primary_key = Text("primaryKeyArn")
    deletion_window = Number("deletionWindowInDays", native="pendingWindowInDays")
    enabled = Flag("enabled")
    bypass_lockout_check = Flag("bypassPolicyLockoutSafetyCheck", native=None)


class KeyPolicy(View):
    """A key policy attached apart from its key."""

    TYPES = ("aws:kms/keyPolicy:KeyPolicy",)
    NOUN = "KMS key policy"

    key = Text("keyId")
    policy = Anything("policy")
    bypass_lockout_check = Flag("bypassPolicyLockoutSafetyCheck")
