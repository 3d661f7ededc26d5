"""The stack as a graph: which resource names which."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, TypeVar

from .resource import Resource, View
from .values import UnknownValue, Value, reveal

V = TypeVar("V", bound=View)

# Resources that only stand for another one: following a reference to them leads on through this property.
_STAND_INS = {
    "aws:kms/alias:Alias": "targetKeyId",
    "aws-native:kms:Alias": "targetKeyId",
    "aws:ec2/defaultRouteTable:DefaultRouteTable": "defaultRouteTableId",
    "aws:secretsmanager/secretVersion:SecretVersion": "secretId",
    "aws-native:secretsmanager:SecretTargetAttachment": "secretId",
}


@dataclass(frozen=True, slots=True)
class Reference(Generic[V]):
    """What a property refers to.

    `found` are the resources of the stack it names, in the order of the stack. `outside` says that it also, or
    only, names something the stack does not hold. Both empty means that the property is absent.
    """

    value: Value[Any]
    noun: str
    found: tuple[V, ...] = ()
    outside: bool = False

    @property
    def is_absent(self) -> bool:
        return not self.found and not self.outside

    def only(self) -> V | None:
        """Return the one resource named, or None where the property is absent.

        Raises:
            UnknownValue: the property names something that the stack does not hold.
        """
        if self.found:
            return self.found[0]
        if self.outside:
            raise UnknownValue(self.outside_reason)
        return None

    @property
    def outside_reason(self) -> str:
        """Why nothing can be said about what the property names."""
        return f"`{self.value.path}` names {_article(self.noun)} that is not part of this stack"


def _article(noun: str) -> str:
    return f"an {noun}" if noun[:1] in "aeiouAEIOU" else f"a {noun}"


class Stack:
    """All resources of a stack, in the order of their URNs, so that the same stack always reads the same."""

    def __init__(self, resources: Iterable[Resource], project: str = "", name: str = "") -> None:
        self.resources = tuple(sorted(resources, key=lambda resource: resource.urn))
        self.project = project
        self.name = name
        self._views: dict[type[View], tuple[View, ...]] = {}

    @cached_property
    def by_urn(self) -> Mapping[str, Resource]:
        return {resource.urn: resource for resource in self.resources}

    @cached_property
    def _by_type(self) -> Mapping[str, list[Resource]]:
        by_type: dict[str, list[Resource]] = defaultdict(list)
        for resource in self.resources:
            by_type[resource.type].append(resource)
        return by_type

    @cached_property
    def _dependents(self) -> Mapping[str, list[tuple[Resource, str]]]:
        """For each URN, the resources and properties that were computed from it."""
        dependents: dict[str, list[tuple[Resource, str]]] = defaultdict(list)
        for resource in self.resources:
            for key, urns in resource.property_dependencies.items():
                for urn in urns:
                    dependents[urn].append((resource, key))
        return dependents

    def all(self, view: type[V]) -> tuple[V, ...]:
        """Return every resource of the stack that is a `view`."""
        if view not in self._views:
            candidates = [item for token in view.TYPES for item in self._by_type.get(token, ())]
            found = sorted((item for item in candidates if view.covers(item)), key=lambda item: item.urn)
            self._views[view] = tuple(view(item) for item in found)
        return self._views[view]  # type: ignore[return-value]

    def follow(self, value: Value[Any], *views: type[V]) -> Reference[V]:
        """Return the resources, each one of `views`, that the property `value` refers to.

        Property dependencies come first, because they are known even where the value is not; then literal
        names; then, for an unknown value without dependencies, the only such resource in the same component.
        """
        noun = views[0].NOUN
        if value.is_absent:
            return Reference(value, noun)
        candidates = [view for kind in views for view in self.all(kind)]
        found: dict[str, V] = {}
        unmatched = unknown = 0
        for name in map(reveal, value.raw if isinstance(value.raw, list) else [value.raw]):
            if isinstance(name, str):
                matches = [view for view in candidates if name in view.identities()]
                if not matches and (stand_in := self._stand_in_named(name)) is not None:
                    matches = list(self._lead_on(stand_in, views))
                found.update((view.urn, view) for view in matches)
                unmatched += not matches
            elif name is not None:
                unknown += 1
        depended_on = [view for view in self._depended_on(value, views) if view.urn not in found]
        if (
            unknown
            and not self._dependencies(value)
            and (sibling := self._only_sibling(value, candidates)) is not None
        ):
            depended_on = [sibling]
        if unknown or unmatched:
            found.update((view.urn, view) for view in depended_on)
        # Once the update has run every name is a literal, and those of this stack are known by dependency alone.
        outside = unmatched > (0 if unknown else len(depended_on)) or (unknown > 0 and not depended_on)
        return Reference(value, noun, tuple(found[urn] for urn in sorted(found)), outside)

    def referrers(self, target: View, view: type[V], *paths: str) -> tuple[V, ...]:
        """Return every `view` of the stack that refers to `target` through one of the top-level `paths`.

        Without paths any property counts.
        """
        found: dict[str, V] = {}
        for resource, key in self._dependents.get(target.urn, ()):
            if (not paths or key in paths) and (seen := view.of(resource)) is not None:
                found[resource.urn] = seen
        names = target.identities()
        if names:
            for candidate in self.all(view):
                if candidate.urn in found or candidate.urn == target.urn:
                    continue
                keys = paths or tuple(candidate.resource.properties)
                if any(_mentions(candidate.resource.properties.get(key), names) for key in keys):
                    found[candidate.urn] = candidate
        return tuple(found[urn] for urn in sorted(found))

    def is_referenced(self, target: View, besides: Iterable[View] = ()) -> bool:
        """Whether any resource of the stack, but `target` and `besides`, uses it through whatever property."""
        passed_over = {target.urn, *(view.urn for view in besides)}
        if any(resource.urn not in passed_over for resource, _ in self._dependents.get(target.urn, ())):
            return True
        names = target.identities()
        return bool(names) and any(
            resource.urn not in passed_over and _mentions(list(resource.properties.values()), names)
            for resource in self.resources
        )

    def children(self, parent: str, view: type[V]) -> tuple[V, ...]:
        """Return every `view` whose direct parent is the URN `parent`."""
        return tuple(item for item in self.all(view) if item.resource.parent == parent)

    def _dependencies(self, value: Value[Any]) -> tuple[str, ...]:
        """The URNs that the property was computed from."""
        owner = self.by_urn.get(value.owner)
        if owner is None:
            return ()
        return owner.property_dependencies.get(value.path.split(".")[0].split("[")[0], ())

    def _depended_on(self, value: Value[Any], views: tuple[type[V], ...]) -> list[V]:
        found: list[V] = []
        for urn in self._dependencies(value):
            resource = self.by_urn.get(urn)
            if resource is not None:
                found.extend(self._lead_on(resource, views))
        return found

    def _lead_on(self, resource: Resource, views: tuple[type[V], ...], depth: int = 4) -> Iterable[V]:
        """Yield `resource` as one of `views`, or what it stands for."""
        for view in views:
            if (seen := view.of(resource)) is not None:
                yield seen
                return
        key = _STAND_INS.get(resource.type)
        if key is None or depth == 0:
            return
        for urn in resource.property_dependencies.get(key, ()):
            if (target := self.by_urn.get(urn)) is not None:
                yield from self._lead_on(target, views, depth - 1)

    def _stand_in_named(self, name: str) -> Resource | None:
        for token in _STAND_INS:
            for resource in self._by_type.get(token, ()):
                if name in (resource.properties.get("name"), resource.properties.get("aliasName")):
                    return resource
        return None

    def _only_sibling(self, value: Value[Any], candidates: list[V]) -> V | None:
        """The single candidate in the same component; the stack itself is not a component."""
        owner = self.by_urn.get(value.owner)
        if owner is None or not owner.parent or "::pulumi:pulumi:Stack::" in owner.parent:
            return None
        siblings = [view for view in candidates if view.resource.parent == owner.parent]
        return siblings[0] if len(siblings) == 1 else None


def _mentions(raw: Any, names: set[str]) -> bool:
    """Whether `raw` is, or holds at any depth, one of `names` as a whole string."""
    raw = reveal(raw)
    if isinstance(raw, str):
        return raw in names
    if isinstance(raw, Mapping):
        return any(_mentions(item, names) for item in raw.values())
    if isinstance(raw, list):
        return any(_mentions(item, names) for item in raw)
    return False
