"""Secrets and their policies for the cases of the secret controls."""

import json
from typing import Any

SECRET = "aws:secretsmanager/secret:Secret"
NATIVE_SECRET = "aws-native:secretsmanager:Secret"
VERSION = "aws:secretsmanager/secretVersion:SecretVersion"
ROTATION = "aws:secretsmanager/secretRotation:SecretRotation"
NATIVE_ROTATION = "aws-native:secretsmanager:RotationSchedule"
POLICY = "aws:secretsmanager/secretPolicy:SecretPolicy"
NATIVE_POLICY = "aws-native:secretsmanager:ResourcePolicy"

APP = {"AWS": "arn:aws:iam::123456789012:role/app"}


def statement(
    principal: Any, /, effect: str = "Allow", action: Any = "secretsmanager:GetSecretValue", **condition: Any
) -> dict[str, Any]:
    """A statement of a secret's policy; keywords are the operators of its condition."""
    made = {"Effect": effect, "Principal": principal, "Action": action, "Resource": "*"}
    return {**made, "Condition": condition} if condition else made


def document(*statements: Any) -> dict[str, Any]:
    """A secret's policy as an object."""
    return {"Version": "2012-10-17", "Statement": list(statements)}


def policy(*statements: Any) -> str:
    """A secret's policy as JSON."""
    return json.dumps(document(*statements))
