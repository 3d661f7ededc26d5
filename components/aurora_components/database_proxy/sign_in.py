"""How the proxy signs in to the cluster."""

import pulumi_aws as aws

from ..support import connection as handle
from ..support.aws import Location, Statement
from ..support.db_users import user_arn
from ..support.enums import Engine
from .args import ClientPasswordAuth, DatabaseProxyArgs
from .validation import PASSWORD_AUTHS, is_end_to_end


def sign_in(cluster: handle.Connection, spec: DatabaseProxyArgs) -> Statement:
    return {
        "Sid": "SignIn",
        "Effect": "Allow",
        "Action": "rds-db:connect",
        "Resource": [user_arn(cluster, user) for user in spec.get("db_users", ())],
    }


def read_secrets(cluster: handle.Connection, location: Location, spec: DatabaseProxyArgs) -> list[Statement]:
    return [
        {
            "Sid": "ReadSecrets",
            "Effect": "Allow",
            "Action": "secretsmanager:GetSecretValue",
            "Resource": list(spec.get("secret_arns", {}).values()),
        },
        {
            "Sid": "DecryptSecrets",
            "Effect": "Allow",
            "Action": "kms:Decrypt",
            "Resource": [cluster.kms_key_arn, *spec.get("secret_kms_key_arns", {}).values()],
            "Condition": {"StringEquals": {"kms:ViaService": location.via_service("secretsmanager")}},
        },
    ]


def auths(spec: DatabaseProxyArgs) -> list[aws.rds.ProxyAuthArgs] | None:
    if is_end_to_end(spec):
        return None
    default = PASSWORD_AUTHS[Engine(spec["engine"])][0]
    password_auth = ClientPasswordAuth(spec.get("client_password_auth_type", default))
    return [
        aws.rds.ProxyAuthArgs(
            auth_scheme="SECRETS",
            iam_auth="REQUIRED",
            description=f"Database user {key}",
            secret_arn=secret_arn,
            client_password_auth_type=password_auth.value,
        )
        for key, secret_arn in spec.get("secret_arns", {}).items()
    ]
