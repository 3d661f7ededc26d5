"""From the engine's wire format to the model: unknowns, secrets, options and dependencies."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from google.protobuf import json_format
from pulumi.runtime import rpc

from ..model import UNKNOWN, Options, Provider, Resource, Secret, Stack
from ..model.values import reveal

_SIGNATURE = rpc._special_sig_key
_SECRET = rpc._special_secret_sig
_OUTPUT_VALUE = rpc._special_output_value_sig

# How an unknown value of each type is written on the wire.
_SENTINELS = frozenset(
    {
        "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
        "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
        "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
        "030794c1-ac77-496b-92df-f27374a8bd58",
        "e48ece36-62e2-4504-bad9-02848725956a",
        "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
    }
)


def decode_value(wire: Any) -> Any:
    """Return a wire value as plain data with `UNKNOWN` and `Secret` markers."""
    if isinstance(wire, str):
        return UNKNOWN if wire in _SENTINELS or rpc.UNKNOWN in wire else wire
    if isinstance(wire, list):
        return [decode_value(item) for item in wire]
    if isinstance(wire, dict):
        signature = wire.get(_SIGNATURE)
        if signature == _SECRET:
            return Secret(decode_value(wire.get("value")))
        if signature == _OUTPUT_VALUE:
            content = decode_value(wire["value"]) if "value" in wire else UNKNOWN
            return Secret(content) if wire.get("secret") else content
        if signature is not None and "urn" in wire:
            return decode_value(wire.get("id") or UNKNOWN)
        return {key: decode_value(item) for key, item in wire.items() if key != "__defaults"}
    return wire


def decode_properties(struct: Any) -> dict[str, Any]:
    """Return the properties of a request."""
    return decode_mapping(json_format.MessageToDict(struct))


def decode_mapping(wire: Mapping[str, Any]) -> dict[str, Any]:
    """Return wire properties, without the engine's own (`__defaults`, `__meta`...)."""
    return {key: decode_value(item) for key, item in wire.items() if not key.startswith("__")}


def decode_resource(request: Any) -> Resource:
    """Return the resource of an `AnalyzeRequest` or of one entry of an `AnalyzeStackRequest`."""
    stack_entry = "propertyDependencies" in request.DESCRIPTOR.fields_by_name
    return Resource(
        urn=request.urn,
        type=request.type,
        name=request.name or request.urn.rsplit("::", 1)[-1],
        properties=decode_properties(request.properties),
        options=Options(request.options.protect, tuple(request.options.ignoreChanges)),
        provider=Provider(request.provider.type, decode_properties(request.provider.properties)),
        parent=(request.parent if stack_entry else "") or request.options.parent,
        dependencies=tuple(request.dependencies) if stack_entry else (),
        property_dependencies=(
            {key: tuple(item.urns) for key, item in request.propertyDependencies.items()}
            if stack_entry
            else {}
        ),
    )


def decode_stack(request: Any, project: str, name: str, stated: Mapping[str, Collection[str]]) -> Stack:
    """Return the stack of an `AnalyzeStackRequest`. `stated` has the input properties of each URN analysed before."""
    resources = map(decode_resource, request.resources)
    return Stack((as_stated(item, stated.get(item.urn)) for item in resources), project, name)


def as_stated(resource: Resource, stated: Collection[str] | None) -> Resource:
    """Return `resource` without what the program left to the provider, which will compute it.

    A stack is judged on outputs. There an optional property that nobody set is unknown at preview, as if somebody
    had: a cluster without security groups would pass for one with groups that are not known yet.
    """
    if stated is None:
        return resource
    kept = {*stated, *resource.property_dependencies}
    return replace(
        resource,
        properties={
            key: raw for key, raw in resource.properties.items() if key in kept or reveal(raw) is not UNKNOWN
        },
    )
