"""The statements of an application's IAM policy."""

from collections.abc import Sequence

from pulumi import Input, Output

from ..support import connection as handle
from ..support.arguments import refuse
from ..support.aws import Statement
from .args import AppAccessArgs

DATA_API_ACTIONS = (
    "rds-data:BatchExecuteStatement",
    "rds-data:BeginTransaction",
    "rds-data:CommitTransaction",
    "rds-data:ExecuteStatement",
    "rds-data:RollbackTransaction",
)


def _admin_secret(name: str, database: handle.Connection) -> Output[str]:
    def known_arn(secret_arn: str | None) -> str:
        if secret_arn is None:
            message = "this connection has no admin secret; give secret_arns instead"
            refuse("AppAccess", name, "read_admin_secret", message)
        return secret_arn

    return database.secret_arn.apply(known_arn)


def permission_statements(
    name: str,
    database: handle.Connection,
    user_arns: Output[Sequence[str]],
    via_secrets: Output[str],
    spec: AppAccessArgs,
) -> list[Statement]:
    statements: list[Statement] = []
    if spec.get("db_users"):
        statements.append(
            {"Sid": "SignIn", "Effect": "Allow", "Action": "rds-db:connect", "Resource": user_arns}
        )
    if spec.get("data_api"):
        statements.append(
            {
                "Sid": "RunSql",
                "Effect": "Allow",
                "Action": list(DATA_API_ACTIONS),
                "Resource": database.cluster_arn,
            }
        )
    secrets: list[Input[str]] = list(spec.get("secret_arns", {}).values())
    if spec.get("read_admin_secret"):
        secrets.append(_admin_secret(name, database))
    if secrets:
        statements += [
            {
                "Sid": "ReadSecrets",
                "Effect": "Allow",
                "Action": ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"],
                "Resource": secrets,
            },
            {
                "Sid": "DecryptSecrets",
                "Effect": "Allow",
                "Action": "kms:Decrypt",
                "Resource": [database.kms_key_arn, *spec.get("secret_kms_key_arns", {}).values()],
                "Condition": {
                    "StringEquals": {
                        "kms:ViaService": via_secrets,
                        "kms:EncryptionContext:SecretARN": secrets,
                    }
                },
            },
        ]
    return statements
