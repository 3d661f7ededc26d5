"""Resources, and typed views of them that hide how each provider spells a property."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Generic, Self, TypeVar, overload

from .values import (
    NotExpressible,
    Value,
    descend,
    to_anything,
    to_flag,
    to_number,
    to_tags,
    to_text,
    to_texts,
)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Options:
    """The resource options that a control may judge."""

    protect: bool = False
    ignore_changes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Provider:
    """The provider a resource is created with: its type and its inputs, such as `region` and `defaultTags`."""

    type: str = ""
    properties: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Resource:
    """One registered resource.

    `properties` are plain JSON data with `UNKNOWN` and `Secret` markers: inputs when a resource is judged on
    its own, outputs when the whole stack is. `property_dependencies` maps a top-level property to the URNs of
    the resources it was computed from; it is complete at preview even where the value is unknown.
    """

    urn: str
    type: str
    name: str
    properties: Mapping[str, Any] = field(default_factory=dict)
    options: Options = Options()
    provider: Provider = Provider()
    parent: str = ""
    dependencies: tuple[str, ...] = ()
    property_dependencies: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def is_native(self) -> bool:
        """Whether it belongs to the aws-native provider."""
        return self.type.startswith("aws-native:")

    @property
    def is_component(self) -> bool:
        """Whether it only groups other resources: no provider makes it."""
        return not self.provider.type and self.type.partition(":")[0] not in ("aws", "aws-native", "pulumi")


class View:
    """A resource seen as one kind of AWS thing. Subclasses name their types and declare their properties.

    `TYPES` are the Pulumi type tokens it covers. `IDENTITIES` are the properties whose literal value another
    resource may use to name it. `NOUN` is what a message calls it.
    """

    TYPES: ClassVar[tuple[str, ...]] = ()
    IDENTITIES: ClassVar[tuple[str, ...]] = ("arn", "id", "name")
    NOUN: ClassVar[str] = "resource"

    __slots__ = ("resource",)

    def __init__(self, resource: Resource) -> None:
        self.resource = resource

    @classmethod
    def covers(cls, resource: Resource) -> bool:
        """Whether `resource` is one of these."""
        return resource.type in cls.TYPES

    @classmethod
    def of(cls, resource: Resource) -> Self | None:
        """Return the view of `resource`, or None where it is something else."""
        return cls(resource) if cls.covers(resource) else None

    @property
    def urn(self) -> str:
        return self.resource.urn

    @property
    def name(self) -> str:
        """The logical name of the resource."""
        return self.resource.name

    @property
    def is_native(self) -> bool:
        return self.resource.is_native

    @property
    def out_of_scope(self) -> str:
        """Why no control judges this one, although its type is covered; "" where they do."""
        return ""

    def value(self, path: str) -> Value[Any]:
        """Return the property at the dotted `path`, spelled as the resource's provider does."""
        raw, secret = descend(self.resource.properties, path)
        return Value(self.urn, path, raw, to_anything, secret)

    def identities(self) -> set[str]:
        """The known literal names of this resource."""
        found = (descend(self.resource.properties, path)[0] for path in self.IDENTITIES)
        return {name for name in found if isinstance(name, str) and name}

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.resource.urn})"


class Property(Generic[T]):
    """A property of a view: its path in `aws` and, where it differs, in `aws-native`.

    `native=None` says that aws-native cannot express it; reading it there makes the control not applicable.
    """

    __slots__ = ("aws", "native")

    def __init__(self, aws: str, native: str | None = "") -> None:
        self.aws = aws
        self.native = aws if native == "" else native

    @staticmethod
    def read(raw: Any) -> Any:
        """How the content is read; overridden by each kind of property."""
        return to_anything(raw)

    def path_in(self, resource: Resource) -> str:
        """The property's path as `resource`'s provider spells it; raises NotExpressible where it has none."""
        path = self.native if resource.is_native else self.aws
        if path is None:
            raise NotExpressible(f"aws-native has no `{self.aws}`")
        return path

    @overload
    def __get__(self, view: None, owner: type[View]) -> Self: ...
    @overload
    def __get__(self, view: View, owner: type[View]) -> Value[T]: ...
    def __get__(self, view: View | None, owner: type[View]) -> Self | Value[T]:
        if view is None:
            return self
        path = self.path_in(view.resource)
        raw, secret = descend(view.resource.properties, path)
        return Value(view.urn, path, raw, self.read, secret)


class Text(Property[str]):
    """A string property."""

    read = staticmethod(to_text)


class Flag(Property[bool]):
    """A boolean property."""

    read = staticmethod(to_flag)


class Number(Property[float]):
    """A numeric property; numbers always arrive as floats."""

    read = staticmethod(to_number)


class Texts(Property[list[str]]):
    """A property that is a list of strings."""

    read = staticmethod(to_texts)


class Tags(Property[dict[str, str]]):
    """A property that holds tags, in either provider's form."""

    read = staticmethod(to_tags)


class Anything(Property[Any]):
    """A property with a structure of its own: a policy document, a list of blocks."""
