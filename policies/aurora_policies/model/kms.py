"""AWS KMS resources."""

import re
from typing import Any

from .resource import Anything, Flag, Number, Tags, Text, Texts, View
from .values import Value


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
    external_store_key = Text("xksKeyId", native=None)
    origin = Text("origin")
    policy = Anything("policy", native="keyPolicy")
    deletion_window = Number("deletionWindowInDays", native="pendingWindowInDays")
    enabled = Flag("isEnabled", native="enabled")
    multi_region = Flag("multiRegion")
    bypass_lockout_check = Flag("bypassPolicyLockoutSafetyCheck")
    tags = Tags("tags")

    @property
    def is_symmetric(self) -> bool:
        """Whether it is a symmetric encryption key, as all keys are that do not say otherwise."""
        spec = self.spec.get("SYMMETRIC_DEFAULT") or "SYMMETRIC_DEFAULT"
        usage = self.usage.get("ENCRYPT_DECRYPT") or "ENCRYPT_DECRYPT"
        return spec.upper() == "SYMMETRIC_DEFAULT" and usage.upper() == "ENCRYPT_DECRYPT"

    @property
    def is_aws_managed(self) -> bool:
        """Whether it is a key of AWS that the program looks up: its policy has an id such as `auto-rds-2`."""
        return _is_aws_managed(self.policy)

    @property
    def is_from_kms(self) -> bool:
        """Whether KMS itself made the key material and keeps it: neither imported nor in a custom key store."""
        if self.is_native:
            return (self.origin.get("AWS_KMS") or "AWS_KMS").upper() == "AWS_KMS"
        return self.custom_key_store.is_absent and self.external_store_key.is_absent


def _is_aws_managed(policy: Value[Any]) -> bool:
    text = policy.raw
    return isinstance(text, str) and re.search(r'"Id"\s*:\s*"auto-', text) is not None


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

    @property
    def is_aws_managed(self) -> bool:
        """AWS manages no such key."""
        return False


class ExternalKey(View):
    """A key whose material the customer imports, or its replica in another Region."""

    TYPES = ("aws:kms/externalKey:ExternalKey", "aws:kms/replicaExternalKey:ReplicaExternalKey")
    IDENTITIES = ("arn", "keyId", "id")
    NOUN = "KMS key with imported material"

    description = Text("description")
    policy = Anything("policy")
    spec = Text("keySpec")
    usage = Text("keyUsage")
    deletion_window = Number("deletionWindowInDays")
    enabled = Flag("enabled")
    multi_region = Flag("multiRegion")
    bypass_lockout_check = Flag("bypassPolicyLockoutSafetyCheck")
    tags = Tags("tags")

    @property
    def is_aws_managed(self) -> bool:
        """AWS manages no such key."""
        return False


class KeyPolicy(View):
    """A key policy attached apart from its key."""

    TYPES = ("aws:kms/keyPolicy:KeyPolicy",)
    NOUN = "KMS key policy"

    key = Text("keyId")
    policy = Anything("policy")
    bypass_lockout_check = Flag("bypassPolicyLockoutSafetyCheck")


class Alias(View):
    """A name for a KMS key."""

    TYPES = ("aws:kms/alias:Alias", "aws-native:kms:Alias")
    IDENTITIES = ("name", "aliasName", "arn", "id")
    NOUN = "KMS alias"

    key = Text("targetKeyId")


class Grant(View):
    """A grant: permission to use a KMS key, beside its policy."""

    TYPES = ("aws:kms/grant:Grant",)
    NOUN = "KMS grant"

    key = Text("keyId")
    grantee = Text("granteePrincipal")
    operations = Texts("operations")
    constraints = Anything("constraints")


AnyKey = KmsKey | ReplicaKey | ExternalKey
KEYS: tuple[type[AnyKey], ...] = (KmsKey, ReplicaKey, ExternalKey)
PolicyHolder = KmsKey | ReplicaKey | ExternalKey | KeyPolicy
