"""What an application needs to connect."""

from collections.abc import Mapping
from typing import Any

from pulumi import Output

from ..support import connection as handle
from .args import AppAccessArgs

TLS_MODES = {"aurora-postgresql": "verify-full", "aurora-mysql": "VERIFY_IDENTITY"}
"""What a client sets to check the certificate and the host name of the database."""


def environment(database: handle.Connection, spec: AppAccessArgs) -> Output[Mapping[str, str]]:
    users = spec.get("db_users", ())
    values: dict[str, Any] = {
        "DB_HOST": database.writer_host,
        "DB_READER_HOST": database.reader_host,
        "DB_PORT": database.port.apply(str),
        "DB_NAME": database.database,
        "DB_USER": users[0] if len(users) == 1 else None,
        "DB_AUTHENTICATION": "iam" if users else None,
        "DB_REGION": database.region,
        "DB_TLS_MODE": database.engine.apply(lambda engine: TLS_MODES[engine]),
        "DB_CLUSTER_ARN": database.cluster_arn if spec.get("data_api") else None,
    }
    return Output.all(**values).apply(
        lambda known: {key: value for key, value in known.items() if value is not None}
    )
