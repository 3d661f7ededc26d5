"""Property values as they travel between program, engine and pack.

A protobuf `Struct` becomes a plain `dict`. Four things have no JSON form and keep Pulumi's: an unknown
is the string `UNKNOWN`; a secret, a resource reference and an output value are objects whose
`SIGNATURE` key says which of them they are (pulumi/sdk/go/common/resource/properties.go).
"""

import math
from collections.abc import Mapping
from typing import Any

from google.protobuf import struct_pb2

UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9"
SIGNATURE = "4dabf18193072939515e22adb298388d"
SECRET = "1b47061264138c4ac30d75fd1eb44270"
RESOURCE = "5cf8f73096256a8f31e491e813e4eb8e"
OUTPUT_VALUE = "d0e6a833031e9bbcd3f4e8bde6ca49a4"

Properties = dict[str, Any]


def from_struct(struct: struct_pb2.Struct) -> Properties:
    """The properties of a request. Text with an unknown inside it is itself unknown; whole numbers are `int`."""
    return {key: _from_value(value) for key, value in struct.fields.items()}


def _from_value(value: struct_pb2.Value) -> Any:
    kind = value.WhichOneof("kind")
    if kind == "string_value":
        return UNKNOWN if UNKNOWN in value.string_value else value.string_value
    if kind == "struct_value":
        return from_struct(value.struct_value)
    if kind == "list_value":
        return [_from_value(item) for item in value.list_value.values]
    if kind == "number_value":
        return int(value.number_value) if value.number_value.is_integer() else value.number_value
    return value.bool_value if kind == "bool_value" else None


def not_finite(value: Any) -> str | None:
    """The path of a number in `value` that has no JSON form (NaN or an infinity), or None when there is none."""
    if isinstance(value, float):
        return None if math.isfinite(value) else ""
    items = (
        [(f".{key}", item) for key, item in value.items()]
        if isinstance(value, dict)
        else [(f"[{place}]", item) for place, item in enumerate(value)]
        if isinstance(value, list)
        else []
    )
    for key, item in items:
        if (path := not_finite(item)) is not None:
            return f"{key}{path}"
    return None


def to_struct(properties: Mapping[str, Any]) -> struct_pb2.Struct:
    """The protobuf form of `properties`."""
    struct = struct_pb2.Struct()
    struct.update(properties)
    return struct


def secret(value: Any) -> Any:
    """`value` marked as secret, once."""
    return value if is_signed(value, SECRET) else {SIGNATURE: SECRET, "value": value}


def reveal(value: Any) -> Any:
    """`value` with every secret mark in it taken off."""
    if is_signed(value, SECRET):
        return reveal(value.get("value"))
    if isinstance(value, dict):
        return {key: reveal(item) for key, item in value.items()}
    if isinstance(value, list):
        return [reveal(item) for item in value]
    return value


def is_signed(value: Any, signature: str) -> bool:
    """Whether `value` is an object of the kind that `signature` names."""
    return isinstance(value, dict) and value.get(SIGNATURE) == signature


def has_unknown(value: Any) -> bool:
    """Whether an unknown is `value` or anywhere inside it."""
    if isinstance(value, dict):
        return any(has_unknown(item) for item in value.values())
    if isinstance(value, list):
        return any(has_unknown(item) for item in value)
    return bool(value == UNKNOWN)


def has_secret(value: Any) -> bool:
    """Whether a secret is `value` or anywhere inside it."""
    if is_signed(value, SECRET):
        return True
    if isinstance(value, dict):
        return any(has_secret(item) for item in value.values())
    return isinstance(value, list) and any(has_secret(item) for item in value)


def resolved(value: Any) -> Any:
    """`value` as the engine keeps it: a resource reference is its id (a component's, its URN), and an
    output value is what it holds."""
    if is_signed(value, RESOURCE):
        return (value["id"] or UNKNOWN) if "id" in value else value.get("urn")
    if is_signed(value, OUTPUT_VALUE):
        held = resolved(value["value"]) if "value" in value else UNKNOWN
        return secret(held) if value.get("secret") else held
    if isinstance(value, dict):
        return {key: resolved(item) for key, item in value.items()}
    if isinstance(value, list):
        return [resolved(item) for item in value]
    return value
