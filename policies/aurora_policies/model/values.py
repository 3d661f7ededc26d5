"""Property values as they are at preview: known, absent or not known yet, and perhaps secret.

A control reads a property as a `Value`. Asking an unknown value for its content raises `UnknownValue`, which
the evaluation turns into the verdict *unknown* for that control and that resource alone; so a control never
has to guard against unknowns and can never mistake one for something known.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")
D = TypeVar("D")

# How every reason ends or goes on that the update itself will settle.
NOT_YET = "before the update"


class Undecided(Exception):
    """Base of the reasons why a control cannot decide. `reason` is a sentence for people, without secrets."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class UnknownValue(Undecided):
    """A value that is only known once the update has run, or that lives outside of the stack."""


class MalformedValue(Undecided):
    """A value of a type that the provider would refuse, such as a word where a number is expected."""


class NotExpressible(Undecided):
    """A property that the resource's provider does not have, so the control does not apply to it."""


class _Unknown:
    """The one marker of a value that cannot be known before the update."""

    def __repr__(self) -> str:
        return "UNKNOWN"


UNKNOWN = _Unknown()


@dataclass(frozen=True, slots=True, repr=False)
class Secret:
    """A secret property value. Its representation never shows the content."""

    content: Any

    def __repr__(self) -> str:
        return "[secret]"


def reveal(raw: Any) -> Any:
    """Return `raw` without its secret wrapper, for comparing only; never put the result in a message."""
    while isinstance(raw, Secret):
        raw = raw.content
    return raw


def holds_unknown(raw: Any) -> bool:
    """Whether `raw` is unknown or contains, at any depth, something unknown."""
    raw = reveal(raw)
    if isinstance(raw, Mapping):
        return any(holds_unknown(item) for item in raw.values())
    if isinstance(raw, list):
        return any(holds_unknown(item) for item in raw)
    return raw is UNKNOWN


def plain(raw: Any) -> Any:
    """Return `raw` with the secret wrappers removed at every depth."""
    raw = reveal(raw)
    if isinstance(raw, Mapping):
        return {key: plain(item) for key, item in raw.items()}
    if isinstance(raw, list):
        return [plain(item) for item in raw]
    return raw


def secret_texts(raw: Any, is_secret: bool = False) -> Iterator[str]:
    """Yield every text and number in `raw` that is marked as a secret, also those inside of secret JSON."""
    if isinstance(raw, Secret):
        yield from secret_texts(raw.content, True)
    elif isinstance(raw, Mapping):
        for item in raw.values():
            yield from secret_texts(item, is_secret)
    elif isinstance(raw, list):
        for item in raw:
            yield from secret_texts(item, is_secret)
    elif not is_secret or isinstance(raw, bool):
        return
    elif isinstance(raw, (int, float)):
        yield to_text(raw)
    elif isinstance(raw, str):
        yield raw
        if raw.lstrip()[:1] in ("{", "["):
            try:
                yield from secret_texts(json.loads(raw), True)
            except (ValueError, RecursionError):
                return


def descend(raw: Any, path: str) -> tuple[Any, bool]:
    """Follow the dotted `path` into `raw`; return what is there and whether a secret was on the way.

    An unknown container makes everything below it unknown. A list of one stands for its only element, because
    providers disagree on whether a block that may occur once is a list.
    """
    if type(raw) is dict and "." not in path:  # nearly every call, and the same for less
        found = raw.get(path)
        return (reveal(found), True) if isinstance(found, Secret) else (found, False)
    secret = isinstance(raw, Secret)
    raw = reveal(raw)
    for key in path.split("."):
        if isinstance(raw, list) and len(raw) == 1:
            raw = reveal(raw[0])
        if raw is UNKNOWN:
            return UNKNOWN, secret
        raw = raw.get(key) if isinstance(raw, Mapping) else None
        secret = secret or isinstance(raw, Secret)
        raw = reveal(raw)
    return raw, secret


def to_text(raw: Any) -> str:
    """Read a string. Numbers and booleans are spelled as Terraform and Pulumi would."""
    if isinstance(raw, str):
        return raw
    if isinstance(raw, bool):
        return "true" if raw else "false"
    if isinstance(raw, (int, float)):
        return f"{raw:g}" if raw != int(raw) else str(int(raw))
    raise TypeError("text")


def to_flag(raw: Any) -> bool:
    """Read a boolean, also from the words that providers accept for one."""
    if isinstance(raw, bool):
        return raw
    if isinstance(raw, str) and raw.strip().lower() in ("true", "false"):
        return raw.strip().lower() == "true"
    raise TypeError("true or false")


def to_number(raw: Any) -> float:
    """Read a number. Everything that comes over gRPC is a float; numerals in strings are read too."""
    if isinstance(raw, (int, float)) and not isinstance(raw, bool):
        number = float(raw)
    elif isinstance(raw, str):
        try:
            number = float(raw.strip())
        except ValueError:
            raise TypeError("a number") from None
    else:
        raise TypeError("a number")
    if number != number or number in (float("inf"), float("-inf")):
        raise TypeError("a finite number")
    return number


def to_texts(raw: Any) -> list[str]:
    """Read a list of strings; one string alone counts as a list of one."""
    if isinstance(raw, str):
        return [raw]
    if isinstance(raw, list):
        return [to_text(reveal(item)) for item in raw]
    raise TypeError("a list of strings")


def to_tags(raw: Any) -> dict[str, str]:
    """Read tags, given as an object (aws) or as a list of key and value pairs (aws-native)."""
    if isinstance(raw, list):
        pairs = [plain(item) for item in raw]
        if all(isinstance(pair, Mapping) and isinstance(pair.get("key"), str) for pair in pairs):
            return {pair["key"]: to_text(pair.get("value") or "") for pair in pairs}
    if isinstance(raw, Mapping):
        return {str(key): to_text(reveal(item) or "") for key, item in raw.items()}
    raise TypeError("an object of tags")


def to_anything(raw: Any) -> Any:
    """Read whatever is there, without secret wrappers."""
    return plain(raw)


def _spelled(raw: Any) -> str:
    """A value as a program would write it, without what is secret in it."""
    match raw:
        case Secret():
            return "[secret]"
        case None:
            return "null"
        case bool():
            return "true" if raw else "false"
        case int() | float():
            return to_text(raw)
        case str():
            return f'"{raw}"'
        case Mapping():
            return "{" + ", ".join(f"{key}: {_spelled(item)}" for key, item in raw.items()) + "}"
        case list():
            return "[" + ", ".join(map(_spelled, raw)) + "]"
    return str(raw)


@dataclass(frozen=True, slots=True, repr=False)
class Value(Generic[T]):
    """One property of one resource.

    `owner` is the resource's URN, `path` the property as the provider spells it. Test presence with `is_set`,
    `is_absent` and `is_unknown`; read the content with `get`, which raises `UnknownValue` while it is not
    known. A `Value` is neither true nor false, so that a forgotten `.get()` is an error and not a wrong verdict.
    """

    owner: str
    path: str
    raw: Any
    read: Callable[[Any], T]
    secret: bool = False

    @property
    def is_absent(self) -> bool:
        """Nothing was given, or nothing but an empty string, list or object."""
        return self.raw is None or (isinstance(self.raw, (str, list, Mapping)) and len(self.raw) == 0)

    @property
    def is_unknown(self) -> bool:
        """The value, or something in it, can only be known after the update."""
        return holds_unknown(self.raw)

    @property
    def is_set(self) -> bool:
        """Something was given, whether or not it is known yet: all that a presence check needs."""
        return not self.is_absent

    @overload
    def get(self) -> T | None: ...
    @overload
    def get(self, absent: D) -> T | D: ...
    def get(self, absent: Any = None) -> Any:
        """Return the content, or `absent` where nothing was given.

        Raises:
            UnknownValue: it is not known before the update.
            MalformedValue: it has a type that the provider would refuse.
        """
        if self.raw is None:
            return absent
        if self.is_unknown:
            raise UnknownValue(f"`{self.path}` is not known {NOT_YET}")
        try:
            return self.read(self.raw)
        except TypeError as expected:
            raise MalformedValue(f"`{self.path}` is not {expected}") from None

    def items(self) -> "Iterator[Value[Any]]":
        """Yield the elements of a list as values of their own, so that one unknown hides only itself.

        Raises:
            UnknownValue: the list as a whole is not known before the update.
        """
        if self.raw is UNKNOWN:
            raise UnknownValue(f"`{self.path}` is not known {NOT_YET}")
        if self.raw is None:
            return
        if not isinstance(self.raw, list):
            # A single element where a list may stand: the element is the list.
            yield Value(self.owner, self.path, self.raw, to_anything, self.secret)
            return
        for index, item in enumerate(self.raw):
            secret = self.secret or isinstance(item, Secret)
            yield Value(self.owner, f"{self.path}[{index}]", reveal(item), to_anything, secret)

    def at(self, path: str, read: Callable[[Any], D] = to_anything) -> "Value[D]":
        """Return the value at the dotted `path` below this one."""
        raw, secret = descend(self.raw, path)
        return Value(self.owner, f"{self.path}.{path}", raw, read, self.secret or secret)

    def as_(self, read: Callable[[Any], D]) -> "Value[D]":
        """Return the same value read another way, such as `value.as_(to_text)`."""
        return Value(self.owner, self.path, self.raw, read, self.secret)

    def shown(self) -> str:
        """The content for a message: short, on one line, and never a secret."""
        if self.secret:
            return "[secret]"
        if self.is_unknown:
            return "not known yet"
        text = _spelled(self.raw)
        return text if len(text) <= 80 else text[:77] + "..."

    def __bool__(self) -> bool:
        raise TypeError(f"`{self.path}` is a Value: use .get(), .is_set or .is_absent")

    def __repr__(self) -> str:
        return f"Value({self.path}={self.shown()})"
