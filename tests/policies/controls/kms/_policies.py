"""Key policies for the cases of the KMS controls."""

import json
from typing import Any

KEY = "aws:kms/key:Key"
NATIVE_KEY = "aws-native:kms:Key"
REPLICA = "aws:kms/replicaKey:ReplicaKey"
EXTERNAL = "aws:kms/externalKey:ExternalKey"
KEY_POLICY = "aws:kms/keyPolicy:KeyPolicy"

ROOT = {"AWS": "arn:aws:iam::123456789012:root"}
ADMIN = {"AWS": "arn:aws:iam::123456789012:role/key-admin"}
APP = {"AWS": "arn:aws:iam::123456789012:role/app"}


def statement(
    principal: Any, action: Any = "kms:*", /, effect: str = "Allow", **condition: Any
) -> dict[str, Any]:
    """A statement of a key policy; keywords are the operators of its condition."""
    made = {"Effect": effect, "Principal": principal, "Action": action, "Resource": "*"}
    return {**made, "Condition": condition} if condition else made


def document(*statements: Any) -> dict[str, Any]:
    """A key policy as an object."""
    return {"Version": "2012-10-17", "Statement": list(statements)}


def policy(*statements: Any) -> str:
    """A key policy as JSON."""
    return json.dumps(document(*statements))


DEFAULT = statement(ROOT)
