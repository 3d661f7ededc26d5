"""The connection handle: one JSON string that says how to reach a cluster or a proxy.

A component cannot take another component of the same package as an argument, and a typed reference would pin
a provider version. A string crosses languages, stack references and SSM parameters. It holds names, ARNs and
hosts; never a secret value.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any, cast

import pulumi
from pulumi import Input, Output, Resource

from .aws import json_text

VERSION = 1
"""Version of the handle's layout, its field `v`."""


@dataclass(frozen=True)
class Connection:
    """The fields of a handle. Each has the same name in the JSON."""

    kind: Output[str]
    """`cluster` or `proxy`."""
    partition: Output[str]
    """`aws`, `aws-cn`, `aws-us-gov`..."""
    account: Output[str]
    """Account id, 12 digits."""
    region: Output[str]
    """Region of the cluster."""
    engine: Output[str]
    """`aurora-postgresql` or `aurora-mysql`."""
    cluster_identifier: Output[str]
    cluster_arn: Output[str]
    cluster_resource_id: Output[str]
    """`cluster-...`: constant for the life of the cluster, what `rds-db:connect` names."""
    proxy_resource_id: Output[str | None]
    """`prx-...` of a proxy, else null."""
    proxy_name: Output[str | None]
    """Name of a proxy, else null."""
    writer_host: Output[str]
    reader_host: Output[str | None]
    port: Output[int]
    database: Output[str | None]
    security_group_id: Output[str]
    """The group in front of this endpoint: of the cluster, or of the proxy."""
    kms_key_arn: Output[str]
    secret_arn: Output[str | None]
    """ARN of the admin secret, never its value; null when there is none."""
    admin_username: Output[str | None]
    """The admin user, which applications must not connect as."""
    iam_auth: Output[bool]
    data_api: Output[bool]
    instance_identifiers: Output[Sequence[str]]
    """The declared instances, for event subscriptions."""
    accounts: Output[Sequence[str] | None]
    """Accounts that sign in with IAM, where a DatabaseAccounts declares them; null where none does."""
    members: Sequence[Resource] = ()
    """What must exist before the cluster can be used (its instances). Not in the JSON: there, its own
    dependencies say the same."""


NAMES = tuple(field.name for field in fields(Connection) if field.name != "members")

_FIELDS = "_connection"
"""Attribute of a handle made in this program that holds its fields."""

_NULLABLE = {
    "proxy_resource_id": None,
    "proxy_name": None,
    "reader_host": None,
    "database": None,
    "secret_arn": None,
    "admin_username": None,
    "instance_identifiers": (),
    "accounts": None,
}


def encode(members: Sequence[Resource] = (), **values: Input[Any]) -> Output[str]:
    """The handle made of `values`, one for each field of `Connection`.

    `members` are resources that must exist before anybody uses the handle: the instances of the cluster.
    Fields that may be absent may be left out. Give `cluster_arn` built from the identifier: it is then known
    at preview.

    Raises `TypeError` for a field that is unknown or missing.
    """
    unknown = sorted(set(values) - set(NAMES))
    missing = sorted(set(NAMES) - set(values) - set(_NULLABLE))
    if unknown or missing:
        raise TypeError(f"connection handle: unknown fields {unknown}, missing fields {missing}")
    complete = {**_NULLABLE, **values}
    outputs: dict[str, Any] = {name: Output.from_input(complete[name]) for name in NAMES}
    text = json_text({"v": VERSION, **outputs})
    # A URN is known at preview, so waiting for the members takes nothing away from what is known.
    handle = Output.all(text, *(member.urn for member in members)).apply(lambda values: str(values[0]))
    # In a preview the string is unknown as soon as one field is. A sibling in the same program still gets the
    # fields, so that policies can judge what is built from them.
    vars(handle)[_FIELDS] = Connection(**outputs, members=tuple(members))
    return handle


def decode(handle: Input[str]) -> Connection:
    """The fields of `handle`.

    A handle that is not JSON of the known version fails when it becomes known, with what to do about it.
    """
    if isinstance(handle, Output) and _FIELDS in vars(handle):
        return cast(Connection, vars(handle)[_FIELDS])
    values: Output[dict[str, Any]] = Output.from_input(handle).apply(_parse)
    outputs: dict[str, Any] = {name: values[name] for name in NAMES}
    return Connection(**outputs)


def _parse(text: str) -> dict[str, Any]:
    try:
        value = json.loads(text)
    except json.JSONDecodeError:
        value = None
    if not isinstance(value, dict) or value.get("v") != VERSION:
        raise pulumi.RunError(
            "connection: not a connection handle of version "
            f"{VERSION}; give the `connection` output of an AuroraCluster or a DatabaseProxy unchanged"
        )
    missing = sorted(set(NAMES) - set(value) - set(_NULLABLE))
    if missing:
        raise pulumi.RunError(
            f"connection: the handle has no {', '.join(missing)}; give the `connection` output of an "
            "AuroraCluster or a DatabaseProxy unchanged"
        )
    return {**_NULLABLE, **{name: value[name] for name in NAMES if name in value}}
