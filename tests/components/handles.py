"""Connection handles for the tests of the components that read one, and a reader of policies."""

import asyncio
import json
from collections.abc import Callable
from typing import Any

import pytest
from pulumi import Output

from aurora_components.support import connection
from tests.components.recording import ACCOUNT

CLUSTER: dict[str, Any] = {
    "kind": "cluster",
    "partition": "aws",
    "account": ACCOUNT,
    "region": "eu-central-1",
    "engine": "aurora-postgresql",
    "cluster_identifier": "orders",
    "cluster_arn": f"arn:aws:rds:eu-central-1:{ACCOUNT}:cluster:orders",
    "cluster_resource_id": "cluster-ABC123",
    "writer_host": "orders.cluster-abc.eu-central-1.rds.amazonaws.com",
    "reader_host": "orders.cluster-ro-abc.eu-central-1.rds.amazonaws.com",
    "port": 5433,
    "database": "orders",
    "security_group_id": "sg-database",
    "kms_key_arn": f"arn:aws:kms:eu-central-1:{ACCOUNT}:key/storage",
    "secret_arn": f"arn:aws:secretsmanager:eu-central-1:{ACCOUNT}:secret:rds!cluster-1-abcdef",
    "admin_username": "aurora_admin",
    "iam_auth": True,
    "data_api": False,
    "instance_identifiers": ["orders-one", "orders-two"],
}

PROXY: dict[str, Any] = {
    **CLUSTER,
    "kind": "proxy",
    "proxy_resource_id": "prx-0123456789abcdef0",
    "writer_host": "orders.proxy-abc.eu-central-1.rds.amazonaws.com",
    "reader_host": None,
    "port": 5432,
    "security_group_id": "sg-proxy",
    "secret_arn": None,
}


def text(**overrides: Any) -> str:
    """The handle of a cluster as JSON: as it comes from another stack or language."""
    return json.dumps({"v": connection.VERSION, **CLUSTER, **overrides})


def proxy_text(**overrides: Any) -> str:
    """The handle of a proxy as JSON."""
    return json.dumps({"v": connection.VERSION, **PROXY, **overrides})


def local(**overrides: Any) -> Output[str]:
    """The handle of a cluster of the same program. Call it inside the program."""
    return connection.encode(**{**CLUSTER, **overrides})


def statements(document: Any) -> dict[str, dict[str, Any]]:
    """The statements of a policy by their `Sid`."""
    parsed = json.loads(document)
    assert parsed["Version"] == "2012-10-17"
    found = {statement["Sid"]: statement for statement in parsed["Statement"]}
    assert len(found) == len(parsed["Statement"]), "two statements share a Sid"
    return found


def failure(run: Callable[[], Any]) -> str:
    """What `run` fails with. What it left unfinished is ended, so that it cannot reach the next test."""
    with pytest.raises(Exception) as caught:
        run()
    loop = asyncio.get_event_loop()
    pending = asyncio.all_tasks(loop)
    for task in pending:
        task.cancel()
    loop.run_until_complete(asyncio.gather(*pending, return_exceptions=True))
    return str(caught.value)
