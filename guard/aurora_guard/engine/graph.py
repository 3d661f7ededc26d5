"""What a program registered, as the graph that the controls see."""

from collections.abc import Mapping

from aurora_policies import model
from aurora_policies.crossguard.decode import decode_mapping

from .resources import Resource
from .target import Target


def stack_of(resources: Mapping[str, Resource], target: Target) -> model.Stack:
    """Return the stack of `resources`, by URN, as the pack gets it with `AnalyzeStack`."""
    return model.Stack(
        (_resource(resource, resources) for resource in resources.values()), target.project, target.stack
    )


def _resource(resource: Resource, resources: Mapping[str, Resource]) -> model.Resource:
    provider = resources.get(resource.provider)
    return model.Resource(
        urn=resource.urn,
        type=resource.type,
        name=resource.name,
        properties=decode_mapping({**resource.outputs, **resource.inputs}),
        options=model.Options(resource.options.protect, tuple(resource.options.ignore_changes)),
        provider=model.Provider(provider.type, decode_mapping(provider.inputs))
        if provider
        else model.Provider(),
        parent=resource.parent,
        dependencies=tuple(resource.dependencies),
        property_dependencies={key: tuple(urns) for key, urns in resource.property_dependencies.items()},
    )
