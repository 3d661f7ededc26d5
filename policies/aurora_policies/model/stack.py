"""The stack as a graph: which resource names which.

Order of evidence. What a property refers to is told by the first of these that tells anything:

1. its property dependencies of the wanted type, known at preview even where the value is not. One that leads
   to a stand-in, such as a key's alias, leads on to what it stands for;
2. the descendants of a component that it depends on, for many programs pass on a component's outputs;
3. a literal identity (id, ARN, name) of a resource of the wanted type in the same region and account;
4. for an unknown value without any dependency, the only such resource of the same component;
5. else it is external: something that the stack does not hold.

Where evidence leaves several resources of which not all need be meant, they are candidates: see `assumptions`.

Everything is indexed once, when it is first asked for. A control never walks the stack for each of its
subjects: it follows references one way (`follow`), the other way (`referrers`), or keeps a `table`.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Generic, TypeVar

from .assumptions import Assumptions, Choice
from .location import Location, location_of
from .resource import Property, Resource, View
from .values import UNKNOWN, NotExpressible, UnknownValue, Value, reveal

V = TypeVar("V", bound=View)
T = TypeVar("T")

# Resources that only stand for another one: following a reference to them leads on through this property.
_STAND_INS = {
    "aws:kms/alias:Alias": "targetKeyId",
    "aws-native:kms:Alias": "targetKeyId",
    "aws:ec2/defaultRouteTable:DefaultRouteTable": "defaultRouteTableId",
    "aws:secretsmanager/secretVersion:SecretVersion": "secretId",
    "aws-native:secretsmanager:SecretTargetAttachment": "secretId",
}
_STAND_IN_NAMES = ("arn", "id", "name", "aliasName")
_LONGEST_CHAIN_OF_STAND_INS = 4


@dataclass(frozen=True, slots=True)
class Reference(Generic[V]):
    """What a property refers to.

    `found` are the resources of the stack it names, in the order of their URNs. `outside` says that it also, or
    only, names something the stack does not hold. Both empty means that the property is absent. `is_open` says
    that `found` are candidates, of which not all need be meant.
    """

    value: Value[Any]
    noun: str
    found: tuple[V, ...] = ()
    outside: bool = False
    is_open: bool = False
    assumptions: Assumptions | None = None

    @property
    def is_absent(self) -> bool:
        return not self.found and not self.outside

    def only(self) -> V | None:
        """Return the one resource named, or None where the property is absent.

        Raises:
            UnknownValue: the property names something that the stack does not hold.
        """
        if len(self.found) > 1 and self.assumptions is not None:
            urns = tuple(view.urn for view in self.found)
            settled = self.assumptions.settle(Choice(self.value.owner, self.value.path, urns, True))
            return next(view for view in self.found if view.urn == settled[0])
        if self.found:
            return self.found[0]
        if self.outside:
            raise UnknownValue(self.outside_reason)
        return None

    @property
    def outside_reason(self) -> str:
        """Why nothing can be said about what the property names."""
        return f"`{self.value.path}` names {_article(self.noun)} that is not part of this stack"


@dataclass(frozen=True, slots=True)
class _Meant(Generic[V]):
    """What the evidence says about a property, before any assumption.

    `is_open` says that not all of `found` need be meant; `single` that exactly one of them is.
    """

    found: tuple[V, ...] = ()
    outside: bool = False
    is_open: bool = False
    single: bool = False

    def choice(self, value: Value[Any]) -> Choice:
        return Choice(value.owner, value.path, tuple(view.urn for view in self.found), self.single)


@dataclass(frozen=True, slots=True)
class _Referrers(Generic[V]):
    """For one kind of target and one kind of referrer: who names each target, and who names nobody knows what."""

    by_target: Mapping[str, list[tuple[V, Choice | None]]]
    undecided: tuple[V, ...]


class Stack:
    """All resources of a stack, in the order of their URNs, so that the same stack always reads the same."""

    def __init__(self, resources: Iterable[Resource], project: str = "", name: str = "") -> None:
        self.resources = tuple(sorted(resources, key=lambda resource: resource.urn))
        self.project = project
        self.name = name
        self.assumptions = Assumptions()
        self._views: dict[type[View], tuple[View, ...]] = {}
        self._named: dict[type[View], Mapping[str, list[View]]] = {}
        self._mentions: dict[type[View], Mapping[str, list[Resource]]] = {}
        self._referrers: dict[tuple[Any, ...], _Referrers[Any]] = {}
        self._inside: dict[tuple[str, tuple[type[View], ...]], tuple[View, ...]] = {}
        self._locations: dict[str, Location] = {}
        self._tables: dict[tuple[Any, ...], Any] = {}

    # --- what a control asks ----------------------------------------------------------------------------------

    @cached_property
    def by_urn(self) -> Mapping[str, Resource]:
        return {resource.urn: resource for resource in self.resources}

    def name_of(self, urn: str) -> str:
        """The logical name of the resource `urn`."""
        return self.by_urn[urn].name

    def all(self, view: type[V]) -> tuple[V, ...]:
        """Return every resource of the stack that is a `view`."""
        if view not in self._views:
            candidates = [item for token in view.TYPES for item in self._by_type.get(token, ())]
            found = sorted((item for item in candidates if view.covers(item)), key=lambda item: item.urn)
            self._views[view] = tuple(view(item) for item in found)
        return self._views[view]  # type: ignore[return-value]

    def table(self, make: Callable[..., T], *arguments: Any) -> T:
        """Return `make(stack, *arguments)`, which is called once for each stack and arguments."""
        key = (make, arguments)
        if key not in self._tables:
            # A table is no subject's own, so it does not depend on what is assumed for one.
            assumptions, self.assumptions = self.assumptions, Assumptions()
            try:
                self._tables[key] = make(self, *arguments)
            finally:
                self.assumptions = assumptions
        return self._tables[key]  # type: ignore[no-any-return]

    def follow(self, value: Value[Any], *views: type[V]) -> Reference[V]:
        """Return the resources, each one of `views`, that the property `value` refers to."""
        noun = views[0].NOUN
        if value.is_absent:
            return Reference(value, noun)
        meant = self._resolve(value, views)
        found = meant.found
        if meant.is_open:
            settled = self.assumptions.settle(meant.choice(value))
            found = tuple(view for view in found if view.urn in settled)
        return Reference(value, noun, found, meant.outside, meant.is_open, self.assumptions)

    def referrers(
        self,
        target: View,
        view: type[V],
        *paths: str | Property[Any],
        among: tuple[type[View], ...] = (),
    ) -> tuple[V, ...]:
        """Return every `view` of the stack that refers to `target` through one of the top-level `paths`.

        `among` are the kinds that the paths may name, where they may name others than the target's.
        """
        table = self._referrers_of(among or (type(target),), view, paths)
        found = {
            item.urn: item
            for item, choice in table.by_target.get(target.urn, ())
            if choice is None or target.urn in self.assumptions.settle(choice)
        }
        return tuple(found.values())

    def undecided_referrers(
        self, among: tuple[type[View], ...], view: type[V], *paths: str | Property[Any]
    ) -> tuple[V, ...]:
        """Return every `view` with an unknown value in `paths` of which no evidence tells what it names."""
        return self._referrers_of(among, view, paths).undecided

    def named(self, view: type[V], name: str, user: View) -> tuple[V, ...]:
        """Return every `view` that the literal `name` means where `user` is: in its region and account."""
        return tuple(self._named_by(name, user.urn, (view,), _LONGEST_CHAIN_OF_STAND_INS))

    def is_referenced(self, target: View, besides: Iterable[View] = ()) -> bool:
        """Whether any resource of the stack, but `target` and `besides`, uses it through whatever property.

        Who uses an output of the component that `target` is in may use it, so that counts.
        """
        passed_over = {target.urn, *(view.urn for view in besides)}
        if any(user.urn not in passed_over for user in self._dependents.get(target.urn, ())):
            return True
        if any(user.urn not in passed_over for user in self._mentions_of(type(target)).get(target.urn, ())):
            return True
        return any(
            user.urn not in passed_over and component.urn not in map(_urn, self._ancestors(user))
            for component in self._ancestors(target.resource)
            for user in self._dependents.get(component.urn, ())
        )

    # --- the evidence -----------------------------------------------------------------------------------------

    def _resolve(
        self, value: Value[Any], views: tuple[type[V], ...], chain: int = _LONGEST_CHAIN_OF_STAND_INS
    ) -> _Meant[V]:
        """Weigh the evidence for a property that is not absent; see the head of this module for its order."""
        names, unknown = _leaves(value.raw)
        dependencies = self._dependencies(value)
        direct = self._depended_on(value, dependencies, views, chain)
        is_one = not isinstance(value.raw, (list, Mapping))
        if direct and names and is_one and _is_top_level(value.path):
            # The property was computed from nothing else, so its literal only chooses between the dependencies.
            identified = [view for view in direct if names[0] in view.identities()]
            return _meant(identified or direct, single=True)

        found, pending = self._identified(direct, names)
        spare = [view for view in direct if view.urn not in found and (unknown or _has_no_id(view))]
        unmatched, is_open = pending, False
        if unknown or len(pending) > len(spare):
            unmatched = []
            for name in pending:
                matches = self._named_inside(name, dependencies, views)
                matches = matches or self._named_by(name, value.owner, views, chain)
                found.update((view.urn, view) for view in matches)
                is_open = is_open or len(matches) > 1
                if not matches:
                    unmatched.append(name)
            spare = [view for view in spare if view.urn not in found]
        missing = unknown + len(unmatched)
        if not missing:
            return _meant(found.values(), is_open=is_open, single=is_one)

        found.update((view.urn, view) for view in spare)
        is_open = is_open or (isinstance(value.raw, list) and missing < len(spare))
        candidates: list[V] = []
        if missing > len(spare):
            inside = self._inside_of(dependencies, views)
            candidates = [
                item for item in inside if item.urn != value.owner and (unknown or _has_no_id(item))
            ]
            if not candidates and not dependencies and unknown:
                candidates = self._only_sibling(value, views)
            found.update((view.urn, view) for view in candidates)
            is_open = is_open or len(candidates) > 1
        if unknown:
            all_told = bool(candidates) or (
                bool(spare) and (missing <= len(spare) or len(dependencies) <= len(direct))
            )
            outside = bool(unmatched) or not all_told
        else:
            outside = missing > len(spare) and not candidates
        return _meant(found.values(), outside, is_open, is_one and value.raw is not UNKNOWN)

    def _dependencies(self, value: Value[Any]) -> tuple[str, ...]:
        """The URNs that the property was computed from."""
        owner = self.by_urn.get(value.owner)
        if owner is None:
            return ()
        return owner.property_dependencies.get(value.path.split(".")[0].split("[")[0], ())

    def _depended_on(
        self, value: Value[Any], urns: tuple[str, ...], views: tuple[type[V], ...], chain: int
    ) -> list[V]:
        found: dict[str, V] = {}
        for urn in urns:
            if (resource := self.by_urn.get(urn)) is not None and urn != value.owner:
                found.update((view.urn, view) for view in self._lead_on(resource, views, chain))
        return list(found.values())

    def _lead_on(self, resource: Resource, views: tuple[type[V], ...], chain: int) -> tuple[V, ...]:
        """Return `resource` as one of `views`, or what it stands for."""
        if (seen := _seen_as(resource, views)) is not None:
            return (seen,)
        path = _STAND_INS.get(resource.type)
        if path is None or chain == 0:
            return ()
        value = _value_or_unknown(View(resource), path)
        return () if value.is_absent else self._resolve(value, views, chain - 1).found

    def _identified(self, direct: list[V], names: list[str]) -> tuple[dict[str, V], list[str]]:
        """Return those of `direct` that carry one of `names`, and the names that none of them carries."""
        if not direct:
            return {}, names
        carriers: dict[str, list[V]] = defaultdict(list)
        for view in direct:
            for name in view.identities():
                carriers[name].append(view)
        found = {view.urn: view for name in names for view in carriers.get(name, ())}
        return found, [name for name in names if name not in carriers]

    def _named_inside(self, name: str, urns: tuple[str, ...], views: tuple[type[V], ...]) -> list[V]:
        """Return what the literal `name` is an identity of inside those of `urns` that are components."""
        found: list[V] = []
        for urn in urns:
            if (component := self.by_urn.get(urn)) is not None and component.is_component:
                found += self.table(_names_inside, urn, views).get(name, ())
        return _once(found)

    def _named_by(self, name: str, owner: str, views: tuple[type[V], ...], chain: int) -> list[V]:
        """Return what the literal `name`, used by the resource `owner`, is an identity of."""
        found = [view for kind in views for view in self._by_name(kind).get(name, ())]
        here = self.by_urn.get(owner)
        allowed = self._within_reach(name, here, [view.resource for view in found])
        if allowed:
            return [view for view in _once(found) if view.urn in allowed]
        # A stand-in gives the name of its target, never that of another stand-in.
        stand_ins = self._stand_ins_by_name.get(name, ()) if chain == _LONGEST_CHAIN_OF_STAND_INS else ()
        allowed = self._within_reach(name, here, stand_ins)
        return _once(
            view for item in stand_ins if item.urn in allowed for view in self._lead_on(item, views, chain)
        )

    def _within_reach(self, name: str, user: Resource | None, named: Iterable[Resource]) -> set[str]:
        """The URNs of those of `named` that `name` can mean where `user` is; a known place goes before a possible."""
        if user is None or name.startswith("arn:"):
            return {item.urn for item in named}
        here = self._location(user)
        possible = [item for item in named if here.may_be(self._location(item), item.type)]
        return {item.urn for item in possible if self._location(item) == here} or {
            item.urn for item in possible
        }

    def _only_sibling(self, value: Value[Any], views: tuple[type[V], ...]) -> list[V]:
        """The single candidate in the same component; the stack itself is not a component."""
        owner = self.by_urn.get(value.owner)
        if owner is None or not owner.parent or "::pulumi:pulumi:Stack::" in owner.parent:
            return []
        siblings = [
            view
            for item in self._children.get(owner.parent, ())
            if item.urn != owner.urn and (view := _seen_as(item, views)) is not None
        ]
        return siblings if len(siblings) == 1 else []

    # --- the index --------------------------------------------------------------------------------------------

    @cached_property
    def _by_type(self) -> Mapping[str, list[Resource]]:
        by_type: dict[str, list[Resource]] = defaultdict(list)
        for resource in self.resources:
            by_type[resource.type].append(resource)
        return by_type

    @cached_property
    def _children(self) -> Mapping[str, list[Resource]]:
        children: dict[str, list[Resource]] = defaultdict(list)
        for resource in self.resources:
            if resource.parent and resource.parent != resource.urn:
                children[resource.parent].append(resource)
        return children

    @cached_property
    def _dependents(self) -> Mapping[str, list[Resource]]:
        """For each URN, the resources with a property that was computed from it."""
        dependents: dict[str, list[Resource]] = defaultdict(list)
        for resource in self.resources:
            for urn in dict.fromkeys(u for urns in resource.property_dependencies.values() for u in urns):
                dependents[urn].append(resource)
        return dependents

    @cached_property
    def _stand_ins_by_name(self) -> Mapping[str, list[Resource]]:
        by_name: dict[str, list[Resource]] = defaultdict(list)
        for token in _STAND_INS:
            for resource in self._by_type.get(token, ()):
                names = (reveal(resource.properties.get(key)) for key in _STAND_IN_NAMES)
                for name in dict.fromkeys(item for item in names if isinstance(item, str) and item):
                    by_name[name].append(resource)
        return by_name

    def _by_name(self, kind: type[V]) -> Mapping[str, list[V]]:
        if kind not in self._named:
            by_name: dict[str, list[View]] = defaultdict(list)
            for view in self.all(kind):
                for name in view.identities():
                    by_name[name].append(view)
            self._named[kind] = by_name
        return self._named[kind]  # type: ignore[return-value]

    def _referrers_of(
        self, among: tuple[type[View], ...], view: type[V], paths: tuple[str | Property[Any], ...]
    ) -> _Referrers[V]:
        key = (among, view, paths)
        if key not in self._referrers:
            by_target: dict[str, list[tuple[V, Choice | None]]] = defaultdict(list)
            undecided: list[V] = []
            for item in self.all(view):
                for value in _values_at(item, paths):
                    meant: _Meant[View] = self._resolve(value, among)
                    one = not isinstance(value.raw, list)
                    choice = replace(meant.choice(value), single=one) if meant.is_open else None
                    for found in meant.found:
                        by_target[found.urn].append((item, choice))
                    if not meant.found and value.is_unknown:
                        undecided.append(item)
            self._referrers[key] = _Referrers(by_target, tuple(_once(undecided)))
        return self._referrers[key]

    def _mentions_of(self, target: type[View]) -> Mapping[str, list[Resource]]:
        """For each `target`, the resources that hold one of its identities at any depth of any property."""
        if target not in self._mentions:
            by_name = self._by_name(target)
            mentions: dict[str, list[Resource]] = defaultdict(list)
            for resource in self.resources if by_name else ():
                texts = (text for raw in resource.properties.values() for text in _leaves(raw)[0])
                for name in dict.fromkeys(text for text in texts if text in by_name):
                    named = [view.resource for view in by_name[name]]
                    for urn in self._within_reach(name, resource, named):
                        mentions[urn].append(resource)
            self._mentions[target] = mentions
        return self._mentions[target]

    def _inside_of(self, urns: Iterable[str], views: tuple[type[V], ...]) -> list[V]:
        """Return the descendants, each one of `views`, of those of `urns` that are components."""
        found: list[V] = []
        for urn in urns:
            component = self.by_urn.get(urn)
            if component is None or not component.is_component:
                continue
            if (urn, views) not in self._inside:
                descendants = self._descendants(urn)
                seen = (_seen_as(item, views) for item in descendants)
                self._inside[urn, views] = tuple(view for view in seen if view is not None)
            found.extend(self._inside[urn, views])  # type: ignore[arg-type]
        return _once(found)

    def _descendants(self, urn: str) -> Iterator[Resource]:
        waiting, met = [urn], {urn}
        while waiting:
            for child in self._children.get(waiting.pop(), ()):
                if child.urn not in met:
                    met.add(child.urn)
                    waiting.append(child.urn)
                    yield child

    def _ancestors(self, resource: Resource) -> Iterator[Resource]:
        """Yield the components that `resource` is in, the innermost first."""
        met = {resource.urn}
        while (parent := self.by_urn.get(resource.parent)) is not None and parent.urn not in met:
            met.add(parent.urn)
            if parent.is_component:
                yield parent
            resource = parent

    def _location(self, resource: Resource) -> Location:
        if resource.urn not in self._locations:
            self._locations[resource.urn] = location_of(resource)
        return self._locations[resource.urn]


def _article(noun: str) -> str:
    return f"an {noun}" if noun[:1] in "aeiouAEIOU" else f"a {noun}"


def _urn(resource: Resource) -> str:
    return resource.urn


def _is_top_level(path: str) -> bool:
    return "." not in path and "[" not in path


def _seen_as(resource: Resource, views: tuple[type[V], ...]) -> V | None:
    """Return `resource` as the first of `views` that covers it."""
    for view in views:
        if (seen := view.of(resource)) is not None:
            return seen
    return None


def _value_or_unknown(view: View, path: str) -> Value[Any]:
    """The property at `path`; unknown where nothing of it is given but that it was computed."""
    value = view.value(path)
    if value.raw is None and view.resource.property_dependencies.get(path):
        return Value(value.owner, path, UNKNOWN, value.read, value.secret)
    return value


def _values_at(view: View, paths: Iterable[str | Property[Any]]) -> Iterator[Value[Any]]:
    """Yield the properties at `paths` that are not absent."""
    for path in paths:
        try:
            spelled = path.path_in(view.resource) if isinstance(path, Property) else path
        except NotExpressible:
            continue
        if (value := _value_or_unknown(view, spelled)).is_set:
            yield value


def _names_inside(stack: Stack, urn: str, views: tuple[type[V], ...]) -> dict[str, list[V]]:
    by_name: dict[str, list[V]] = defaultdict(list)
    for view in stack._inside_of((urn,), views):
        for name in view.identities():
            by_name[name].append(view)
    return by_name


def _once(views: Iterable[V]) -> list[V]:
    return list({view.urn: view for view in views}.values())


def _meant(
    views: Iterable[V], outside: bool = False, is_open: bool | None = None, single: bool = False
) -> _Meant[V]:
    """Sort `views` by URN. A single reference with several is open."""
    found = tuple(sorted(views, key=lambda view: view.urn))
    return _Meant(found, outside, len(found) > 1 and (bool(is_open) or single), single)


def _leaves(raw: Any) -> tuple[list[str], int]:
    """Return the strings in `raw`, at any depth, and how many values in it are unknown."""
    names: list[str] = []
    unknown = 0
    waiting = [raw]
    while waiting:
        item = reveal(waiting.pop())
        if isinstance(item, str):
            if item:
                names.append(item)
        elif isinstance(item, Mapping):
            waiting.extend(item.values())
        elif isinstance(item, list):
            waiting.extend(item)
        elif item is UNKNOWN:
            unknown += 1
    return names, unknown


def _has_no_id(view: View) -> bool:
    """Whether a literal may be the id of `view`: the id is neither shown, nor still to be made."""
    return view.resource.properties.get("id") is None
