"""YAML and JSON files that people write, read strictly: what a parser would pass over in silence is an error.

Refused are a key that is given twice, an alias that contains itself, numbers that JSON has no form for, and
documents so deep or so large that no one wrote them by hand.
"""

import json
import math
from pathlib import Path
from typing import Any

import yaml

from ..errors import GuardError

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

#: How deep values may nest: what fits into a message of the policy protocol.
MAX_DEPTH = 30

#: How deep the collections of a document may nest for its parser.
_PARSED_DEPTH = 200

#: How many values a document may hold, each counted as often as it is referred to.
MAX_VALUES = 200_000


def read_yaml(file: Path, what: str) -> dict[str, Any]:
    """The mapping in a YAML file. Raises GuardError where there is none."""
    content = _parsed(_read(file, what), file, what)
    if content is None:
        return {}
    if not isinstance(content, dict):
        raise GuardError(f"The {what} {file} must hold a mapping, not a {type(content).__name__}.")
    return content


def read_json(file: Path, what: str) -> dict[str, Any]:
    """The object in a JSON file; an empty file is an empty one. Raises GuardError where there is none."""
    text = _read(file, what)
    try:
        content = json.loads(text or "{}", object_pairs_hook=_object, parse_constant=_constant)
        _check(content)
    except (ValueError, RecursionError) as error:
        raise GuardError(f"The {what} {file} is not valid JSON: {_reason(error)}.") from None
    if not isinstance(content, dict):
        raise GuardError(f"The {what} {file} must hold an object, not a {type(content).__name__}.")
    return content


def _read(file: Path, what: str) -> str:
    try:
        return file.read_text("utf-8-sig")
    except FileNotFoundError:
        raise GuardError(f"There is no {what} at {file}.") from None
    except UnicodeDecodeError:
        raise GuardError(f"The {what} {file} can't be read: it is not UTF-8 text.") from None
    except OSError as error:
        raise GuardError(f"The {what} {file} can't be read: {error.strerror}.") from None


def _parsed(text: str, file: Path, what: str) -> Any:
    try:
        _check_depth(text)
        content = yaml.load(text, _Loader)
        _check(content)
    except yaml.YAMLError as error:
        raise GuardError(f"The {what} {file} is not valid YAML.", detail=str(error)) from None
    except (ValueError, RecursionError) as error:
        raise GuardError(f"The {what} {file} is not valid YAML: {_reason(error)}.") from None
    return content


def _check_depth(text: str) -> None:
    """Raises ValueError for text whose collections nest too deeply for a parser that is written in C to survive."""
    depth = 0
    for event in yaml.parse(text, _Base):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > _PARSED_DEPTH:
            raise ValueError(f"values nest deeper than {MAX_DEPTH} levels")


def _reason(error: Exception) -> str:
    return "values nest too deeply" if isinstance(error, RecursionError) else str(error).rstrip(".")


def _check(content: Any) -> None:
    """Raises ValueError for a document that is too deep, too large, or contains itself."""
    left = MAX_VALUES

    def visit(value: Any, depth: int) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise ValueError(f"it holds more than {MAX_VALUES:,} values")
        if depth > MAX_DEPTH:
            raise ValueError(f"values nest deeper than {MAX_DEPTH} levels")
        if isinstance(value, float) and not math.isfinite(value):
            raise ValueError(f"{value} is no number of JSON")
        if isinstance(value, dict):
            for key, item in value.items():
                visit(key, depth)
                visit(item, depth + 1)
        elif isinstance(value, list):
            for item in value:
                visit(item, depth + 1)

    visit(content, 0)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for key, value in pairs:
        if key in result:
            raise ValueError(f"the key {json.dumps(key)} is given twice")
        result[key] = value
    return result


def _constant(text: str) -> Any:
    raise ValueError(f"{text} is no number of JSON")


class _Loader(_Base):  # type: ignore[misc]
    """Refuses a key that a mapping has twice, where YAML's own loader keeps the last."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> Any:
        seen: set[Any] = set()
        for key_node, _ in node.value:
            if key_node.tag == "tag:yaml.org,2002:merge" or not isinstance(key_node, yaml.ScalarNode):
                continue
            if (key := key_node.value) in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"the key '{key}' is given twice", key_node.start_mark
                )
            seen.add(key)
        return super().construct_mapping(node, deep)
