"""Resources as the engine sends them to a pack."""

from collections.abc import Iterable, Iterator
from typing import Any

from pulumi.runtime import rpc
from pulumi.runtime.proto import analyzer_pb2

from aurora_policies.model import UNKNOWN, Resource, Secret


def wire(raw: Any) -> Any:
    """Return a value as it goes over gRPC."""
    if raw is UNKNOWN:
        return rpc.UNKNOWN
    if isinstance(raw, Secret):
        return {rpc._special_sig_key: rpc._special_secret_sig, "value": wire(raw.content)}
    if isinstance(raw, dict):
        return {key: wire(item) for key, item in raw.items()}
    if isinstance(raw, (list, tuple)):
        return [wire(item) for item in raw]
    return raw


def analyze_requests(resources: Iterable[Resource]) -> Iterator[Any]:
    """Yield one request for each resource that a provider makes."""
    for resource in resources:
        request = analyzer_pb2.AnalyzeRequest(urn=resource.urn, type=resource.type, name=resource.name)
        _fill(request, resource)
        yield request


def stack_request(resources: Iterable[Resource]) -> Any:
    """Return the request that judges the whole stack."""
    request = analyzer_pb2.AnalyzeStackRequest()
    for resource in resources:
        entry = request.resources.add(urn=resource.urn, type=resource.type, name=resource.name)
        entry.parent = resource.parent
        entry.dependencies.extend(resource.dependencies)
        for key, urns in resource.property_dependencies.items():
            entry.propertyDependencies[key].urns.extend(urns)
        _fill(entry, resource)
    return request


def _fill(message: Any, resource: Resource) -> None:
    message.properties.update(wire(dict(resource.properties)))
    message.options.protect = resource.options.protect
    message.options.parent = resource.parent
    if resource.provider.type:
        message.provider.type = resource.provider.type
        message.provider.name = "default"
        message.provider.urn = f"urn:pulumi:dev::bench::{resource.provider.type}::default"
        message.provider.properties.update(wire(dict(resource.provider.properties)))
