"""The secrets of password accounts, in AWS Secrets Manager."""

import json
import secrets
import string
from typing import Any

from .change import AccountsError

PASSWORD_LENGTH = 40

_ALPHABET = string.ascii_letters + string.digits
"""Characters that no URL, shell or connection string has to escape; 40 of them hold 238 bits."""

CURRENT = "AWSCURRENT"
PENDING = "AWSPENDING"

Value = dict[str, Any]
"""What a secret holds, in AWS's own keys: engine, host, port, dbname, username, password; and account."""


def new_password() -> str:
    """A random password."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(PASSWORD_LENGTH))


class SecretStore:
    """AWS Secrets Manager, as far as accounts need it. Errors say what to change."""

    def __init__(self) -> None:
        import boto3  # part of the Lambda runtime
        from botocore.config import Config

        config = Config(connect_timeout=5, read_timeout=10, retries={"max_attempts": 2, "mode": "standard"})
        self._client = boto3.client("secretsmanager", config=config)

    def read(self, secret: str, stage: str = CURRENT, version: str | None = None) -> Value | None:
        """Value of a secret's version; None when there is none yet."""
        chosen = {"VersionId": version} if version else {}
        try:
            answer = self._call("get_secret_value", SecretId=secret, VersionStage=stage, **chosen)
        except _Missing:
            return None
        try:
            value = json.loads(answer["SecretString"])
        except (KeyError, ValueError):
            value = None
        if not isinstance(value, dict) or not {"username", "password"} <= value.keys():
            raise AccountsError(
                f"{secret}: holds no JSON with username and password; put one there, or remove its value"
            )
        return value

    def write(self, secret: str, value: Value, stage: str = CURRENT, version: str | None = None) -> None:
        """Store a new version of a secret."""
        token = {"ClientRequestToken": version} if version else {}
        self._call(
            "put_secret_value",
            SecretId=secret,
            SecretString=json.dumps(value),
            VersionStages=[stage],
            **token,
        )

    def versions(self, secret: str) -> dict[str, list[str]]:
        """Version -> its stages."""
        answer = self._call("describe_secret", SecretId=secret)
        return dict(answer.get("VersionIdsToStages", {}))

    def make_current(self, secret: str, version: str, instead_of: str | None) -> None:
        """Move the stage AWSCURRENT to a version."""
        former = {"RemoveFromVersionId": instead_of} if instead_of else {}
        self._call(
            "update_secret_version_stage",
            SecretId=secret,
            VersionStage=CURRENT,
            MoveToVersionId=version,
            **former,
        )

    def _call(self, operation: str, **arguments: Any) -> dict[str, Any]:
        from botocore.exceptions import ClientError, ConnectionError, HTTPClientError

        try:
            return dict(getattr(self._client, operation)(**arguments))
        except ClientError as error:
            code, text = error.response["Error"]["Code"], error.response["Error"].get("Message", "")
            if code == "ResourceNotFoundException" and operation == "get_secret_value":
                raise _Missing from None
            raise AccountsError(
                f"{arguments['SecretId']}: Secrets Manager refuses {operation}: {code}: {text}"
            ) from None
        except (ConnectionError, HTTPClientError) as error:
            raise AccountsError(
                f"cannot reach Secrets Manager ({type(error).__name__}): the function has no internet, so its VPC "
                "needs the interface endpoint secretsmanager, which lets the function's security group in on port 443"
            ) from None


class _Missing(Exception):
    pass
