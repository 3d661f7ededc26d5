"""From what a user wrote to what a component works with: keys, types, and every problem in one error.

Arguments arrive in two forms. A Python program passes snake_case keys and enum members; the engine passes
camelCase keys, floats for ints and strings for enums. `check` brings both into one form and validates them,
once. A component that makes other components passes their arguments on as `checked`.
"""

import inspect
import types
from collections.abc import Awaitable, Callable, Collection, Iterator, Mapping, Sequence
from enum import Enum
from typing import (
    Any,
    NoReturn,
    NotRequired,
    Required,
    TypeVar,
    Union,
    cast,
    get_args,
    get_origin,
    is_typeddict,
)

import pulumi
from pulumi import Output

from aurora_policies.nearest import closest

T = TypeVar("T")

_REFUSED = object()
"""Returned for a value that has been reported; its key is then left out of the result."""


class Problems:
    """Everything wrong with one component's arguments, collected before anything is registered.

    `at` gives a view of the same problems for the arguments below a path. A check therefore names the fields it
    was given, and the error names them as the user wrote them.
    """

    def __init__(self) -> None:
        self._found: list[tuple[str, str]] = []
        self._path = ""
        self._from_root: Collection[str] = ()

    def at(self, path: str, *, from_root: Collection[str] = ()) -> "Problems":
        """Return a view whose paths start at `path`, except those of the fields in `from_root`.

        `from_root` is for arguments that are put together from two places, of which one is this object's own.
        """
        view = Problems()
        view._found = self._found
        view._path = _join(self._path, path)
        view._from_root = from_root
        return view

    def add(self, path: str, message: str) -> None:
        """Report a problem at `path`, such as `instances.one.promotion_tier`: what is wrong, then the fix.

        The same problem is kept once.
        """
        field = path.partition(".")[0].partition("[")[0]
        problem = (path if field in self._from_root else _join(self._path, path), message)
        if problem not in self._found:
            self._found.append(problem)

    def __len__(self) -> int:
        return len(self._found)

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self._found)

    def raise_for(self, component: str, name: str) -> None:
        """Raise `pulumi.InputPropertiesError` with every problem. Return if there is none."""
        if not self._found:
            return
        count = "1 problem" if len(self._found) == 1 else f"{len(self._found)} problems"
        lines = [f"  {path}: {message}" if path else f"  {message}" for path, message in self._found]
        raise pulumi.InputPropertiesError(
            "\n".join([f"{component} '{name}' has {count} in its arguments:", *lines]),
            [{"property_path": path, "reason": message} for path, message in self._found],
        )


def refuse(component: str, name: str, path: str, message: str) -> NoReturn:
    """Raise for one problem that came to light after the check, such as in the value of an Output."""
    problems = Problems()
    problems.add(path, message)
    problems.raise_for(component, name)
    raise AssertionError("a problem was added")


class _Checked(dict[str, Any]):
    """Arguments that need no further check."""


def check(component: str, name: str, args: T, schema: type[T], validate: Callable[[T, Problems], None]) -> T:
    """Return the arguments of a component in normal form, or raise with every problem in them.

    Arguments that another component passes on as `checked` are returned as they are.
    """
    if isinstance(args, _Checked):
        return args
    problems = Problems()
    spec = normalise(cast(Mapping[str, Any], args), schema, problems)
    validate(spec, problems)
    problems.raise_for(component, name)
    return spec


def checked(args: T) -> T:
    """Mark arguments as checked. They must come from checked arguments and from what other resources return."""
    return cast(T, _Checked(cast(Mapping[str, Any], args)))


def picked(spec: Mapping[str, object], schema: type[T]) -> T:
    """Return the fields of the TypedDict `schema` that `spec` has."""
    return cast(T, {field: spec[field] for field in inspect.get_annotations(schema) if field in spec})


def normalise(args: Mapping[str, Any], schema: type[T], problems: Problems, path: str = "") -> T:
    """Return `args` in the form of the TypedDict `schema`, and report what does not fit to `problems`.

    It accepts snake_case and camelCase keys, `7.0` for an int, an int for a float and a string for an enum.
    `None` means absent. Outputs are allowed where the schema says `Input[...]` and are left untouched;
    where it asks for a plain value they are refused. Maps come sorted by key. The argument is not changed.

    A key whose value was refused, and a required key that is missing, is absent from the result: read with
    `.get(...)` until the problems have been raised.
    """
    return cast(T, _typed_dict(args, schema, problems, path))


def nearest(key: str, candidates: Sequence[str]) -> str:
    """Return a hint naming the candidate nearest to `key`, or all of them when none is near."""
    match = closest(key, candidates)
    return f"did you mean '{match}'?" if match else f"use one of: {', '.join(candidates)}"


def _typed_dict(args: Any, schema: type, problems: Problems, path: str) -> Any:
    if not isinstance(args, Mapping):
        problems.add(path, f"must be an object with the fields of {schema.__name__}, {_given(args)}")
        return _REFUSED if path else {}
    annotations = inspect.get_annotations(schema)
    spellings = {spelling: name for name in annotations for spelling in (name, _camel_case(name))}
    result: dict[str, Any] = {}
    seen: set[str] = set()
    for key, value in args.items():
        name = spellings.get(key)
        if name is None:
            problems.add(_join(path, str(key)), f"unknown argument; {nearest(str(key), list(annotations))}")
        elif name in seen:
            problems.add(_join(path, name), f"given twice, also as '{_camel_case(name)}'; keep one")
        elif value is not None:
            seen.add(name)
            normal = _value(value, annotations[name], problems, _join(path, name))
            if normal is not _REFUSED:
                result[name] = normal
    required = cast(frozenset[str], getattr(schema, "__required_keys__", frozenset()))
    for name in annotations:
        if name in required and name not in seen:
            problems.add(_join(path, name), "is required; add it")
    return result


def _value(value: Any, annotation: Any, problems: Problems, path: str) -> Any:
    expected, takes_output = _unwrap(annotation)
    if isinstance(value, Output | Awaitable):
        if takes_output or expected is Any:
            return value
        problems.add(
            path,
            "must be a plain value: it decides which resources exist, and an Output is known too late; "
            "read it from configuration, or pass Outputs in the fields that take them",
        )
        return _REFUSED
    if is_typeddict(expected):
        return _typed_dict(value, expected, problems, path)
    origin = get_origin(expected)
    if origin is not None and issubclass(origin, Mapping):
        return _mapping(value, get_args(expected)[1], problems, path)
    if origin is not None and issubclass(origin, Sequence):
        return _sequence(value, get_args(expected)[0], problems, path)
    return _scalar(value, expected, problems, path)


def _mapping(value: Any, item: Any, problems: Problems, path: str) -> Any:
    if not isinstance(value, Mapping):
        problems.add(path, f"must be a map of names to values, {_given(value)}")
        return _REFUSED
    # Sorted, because a map keeps its order in no other language: nothing may depend on how it was written.
    normal = {
        key: _value(value[key], item, problems, _join(path, str(key))) for key in sorted(value, key=str)
    }
    return {key: each for key, each in normal.items() if each is not _REFUSED}


def _sequence(value: Any, item: Any, problems: Problems, path: str) -> Any:
    if not isinstance(value, Sequence) or isinstance(value, str | bytes):
        problems.add(path, f"must be a list, {_given(value)}")
        return _REFUSED
    normal = [_value(each, item, problems, f"{path}[{index}]") for index, each in enumerate(value)]
    return [each for each in normal if each is not _REFUSED]


def _scalar(value: Any, expected: Any, problems: Problems, path: str) -> Any:
    if expected is Any:
        return value
    if isinstance(expected, type) and issubclass(expected, Enum):
        return _enum(value, expected, problems, path)
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if expected is str and isinstance(value, str):
        return value.value if isinstance(value, Enum) else value
    if expected is bool and isinstance(value, bool):
        return value
    if expected is float and is_number:
        return float(value)
    if expected is int and is_number and float(value).is_integer():
        return int(value)
    problems.add(path, f"must be {_NAMES[expected]}, {_given(value)}")
    return _REFUSED


def _enum(value: Any, expected: type[Enum], problems: Problems, path: str) -> Any:
    try:
        return expected(value)
    except ValueError:
        allowed = [str(member.value) for member in expected]
        hint = nearest(value, allowed) if isinstance(value, str) else f"use one of: {', '.join(allowed)}"
        problems.add(path, f"{value!r} is not one of the values of {expected.__name__}; {hint}")
        return _REFUSED


def _unwrap(annotation: Any) -> tuple[Any, bool]:
    """Strip NotRequired, Optional and Input; say whether an Output may stand for the whole value."""
    while get_origin(annotation) in (NotRequired, Required):
        annotation = get_args(annotation)[0]
    if get_origin(annotation) not in (Union, types.UnionType):
        return annotation, False
    members = [each for each in get_args(annotation) if each is not type(None)]
    takes_output = any(get_origin(each) is Awaitable for each in members)
    inner, nested = _unwrap(members[0])
    return inner, takes_output or nested


def _given(value: Any) -> str:
    """Describe what was given without showing it: it could be a secret."""
    return f"not {_NAMES.get(type(value), type(value).__name__)}"


_NAMES: dict[Any, str] = {
    str: "a string",
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    dict: "a map",
    list: "a list",
}


def _camel_case(name: str) -> str:
    """Spell a field as Pulumi's schema does: the first letter of each later word in upper case."""
    first, *rest = name.split("_")
    return first + "".join(word[:1].upper() + word[1:] for word in rest)


def _join(path: str, key: str) -> str:
    return f"{path}.{key}" if path and key else path or key
