"""Configuration of controls: the schema each one publishes, and what a configuration file made of it."""

from collections.abc import Mapping
from dataclasses import MISSING, dataclass
from datetime import date
from functools import cache
from typing import Any

from .controls.control import Control
from .exemptions import FIELDS, Exemption, read_exemptions
from .nearest import nearest

_JSON_TYPES = {bool: "boolean", int: "integer", float: "number", str: "string", tuple: "array"}

_EXEMPTIONS = {
    "type": "array",
    "description": "Accepted violations. An exemption ends after its last day.",
    "items": {
        "type": "object",
        "properties": {
            "urn": {"type": "string", "description": "URN pattern with * and ?."},
            "reason": {"type": "string", "description": "Why the violation is accepted."},
            "owner": {"type": "string", "description": "Who accepted it."},
            "expires": {
                "type": "string",
                "description": "Last day it holds, as YYYY-MM-DD; two years ahead at most.",
            },
        },
        "required": list(FIELDS),
        "additionalProperties": False,
    },
}


EVERYWHERE = "everywhere"
"""The setting that reports a control also in a stack without a database."""

_EVERYWHERE = {
    "type": "boolean",
    "description": "Report it also in a stack without a database.",
    "default": False,
}


@dataclass(frozen=True, slots=True)
class Configuration:
    """What is in force for one control besides its level.

    `everywhere` asks to report the control also in a stack without a database.
    """

    settings: Any
    exemptions: tuple[Exemption, ...] = ()
    everywhere: bool = False


@cache
def schema(control: Control) -> dict[str, dict[str, Any]]:
    """Return the JSON schema of each property that a configuration file may give for `control`."""
    properties: dict[str, dict[str, Any]] = {}
    for name, item in control.settings_fields.items():
        default = item.default if item.default is not MISSING else None
        entry: dict[str, Any] = {
            "type": _JSON_TYPES[type(default)],
            "description": item.metadata["description"],
        }
        if isinstance(default, tuple):
            element = type(default[0]) if default else str
            entry["items"] = {"type": _JSON_TYPES[element]}
            if item.metadata["choices"]:
                entry["items"]["enum"] = list(item.metadata["choices"])
        elif item.metadata["choices"]:
            entry["enum"] = list(item.metadata["choices"])
        for bound in ("minimum", "maximum"):
            if item.metadata[bound] is not None:
                entry[bound] = item.metadata[bound]
        entry["default"] = list(default) if isinstance(default, tuple) else default
        properties[name] = entry
    if control.needs_database:
        properties[EVERYWHERE] = _EVERYWHERE
    properties["exemptions"] = _EXEMPTIONS
    return properties


def configure(
    control: Control, given: Mapping[str, Any] | None, today: date | None = None
) -> tuple[Configuration, list[str]]:
    """Return the configuration that `given` makes for `control`, and every problem in it, each a sentence."""
    settings = dict(given or {})
    exemptions, problems = read_exemptions(settings.pop("exemptions", None), control.id, today)
    known = schema(control)
    for name in sorted(set(settings) - set(known)):
        problems.append(f"{control.id}: there is no setting '{name}'{nearest(name, known)}.")
    for name in sorted(set(settings) & set(known)):
        if (problem := _mismatch(settings[name], known[name])) is not None:
            problems.append(f"{control.id}: {name} {problem}.")
    if problems:
        return Configuration(control.settings(), exemptions), problems
    everywhere = settings.pop(EVERYWHERE, False)
    return Configuration(control.settings(settings), exemptions, everywhere), []


def _mismatch(value: Any, expected: Mapping[str, Any]) -> str | None:
    """Say what is wrong with `value` under the small part of JSON schema that settings use."""
    kind = expected["type"]
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    fits = {
        "boolean": isinstance(value, bool),
        "integer": number and float(value).is_integer(),
        "number": number,
        "string": isinstance(value, str),
        "array": isinstance(value, (list, tuple)),
    }[kind]
    if not fits:
        return f"must be {'an' if kind[0] in 'ai' else 'a'} {kind}"
    if "minimum" in expected and value < expected["minimum"]:
        return f"is {value:g}; the least is {expected['minimum']:g}"
    if "maximum" in expected and value > expected["maximum"]:
        return f"is {value:g}; the most is {expected['maximum']:g}"
    if "enum" in expected and value not in expected["enum"]:
        return f'is "{value}"; it may be {", ".join(expected["enum"])}'
    if kind == "array":
        for item in value:
            if (problem := _mismatch(item, {"type": "string", **expected["items"]})) is not None:
                return f"holds an element that {problem}"
    return None
