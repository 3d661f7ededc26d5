"""Levels and settings of a pack's policies: Pulumi's `--policy-pack-config`, with mistakes found."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator

from aurora_policies.controls.control import Level
from aurora_policies.nearest import nearest
from aurora_policies.settings import EVERYWHERE

from ..errors import GuardError
from .documents import read_json

#: The name that stands for every policy.
ALL = "all"
_ENVIRONMENTS = "environments"


@dataclass(frozen=True)
class Policy:
    """A policy as its pack declares it; `level` is the effective one once the pack is configured.

    `settings` maps the name of each setting to its JSON schema. A pack that gives a policy no severity
    has it counted as medium.
    """

    name: str
    description: str
    level: Level
    severity: str
    of_stack: bool
    remediation: str
    url: str
    tags: tuple[str, ...]
    settings: Mapping[str, Any]
    required: tuple[str, ...]


@dataclass(frozen=True)
class PolicyConfig:
    """A level, where it is given, and settings."""

    level: Level | None = None
    properties: dict[str, Any] = field(default_factory=dict)


def read(file: Path) -> dict[str, Any]:
    """The object in a `--policy-pack-config` file, not yet checked. Raises GuardError where there is none."""
    return read_json(file, "policy configuration")


def _entry(name: str, value: Any, problems: list[str]) -> PolicyConfig:
    if name == _ENVIRONMENTS:
        problems.append("'environments' takes values from Pulumi ESC, which guard can't reach; set them here")
        return PolicyConfig()
    if isinstance(value, str):
        return PolicyConfig(_level(name, value, problems))
    if not isinstance(value, dict):
        problems.append(f"'{name}' must be a level or an object, not {json.dumps(value)}")
        return PolicyConfig()
    properties = dict(value)
    level = properties.pop("enforcementLevel", None)
    return PolicyConfig(None if level is None else _level(name, level, problems), properties)


def _level(name: str, value: Any, problems: list[str]) -> Level | None:
    if value in list(Level):
        return Level(value)
    choices = ", ".join(Level)
    problems.append(
        f"'{name}' has the level {json.dumps(value)}{nearest(str(value), Level)}: it is one of {choices}"
    )
    return None


def effective(
    policies: Mapping[str, Policy],
    initial: Mapping[str, PolicyConfig],
    content: Mapping[str, Any],
    file: Path | None,
) -> dict[str, PolicyConfig]:
    """The level and the settings of every policy: declared, then the pack's own choice, then the file's.

    `content` is what `file` holds. Raises GuardError with every wrong level, unknown policy, unknown setting
    and wrong value.
    """
    problems: list[str] = []
    given = {name: _entry(name, value, problems) for name, value in content.items()}
    config = {
        name: PolicyConfig(
            policy.level,
            {key: schema["default"] for key, schema in policy.settings.items() if "default" in schema},
        )
        for name, policy in policies.items()
    }
    for layer in (initial, given):
        everywhere = layer.get(ALL, PolicyConfig()).level
        for name, values in config.items():
            own = layer.get(name, PolicyConfig())
            config[name] = PolicyConfig(
                own.level or everywhere or values.level, {**values.properties, **own.properties}
            )
    problems += [
        f"there is no policy '{name}'{nearest(name, policies)}"
        for name in given
        if name not in policies and name not in (ALL, _ENVIRONMENTS)
    ]
    if given.get(ALL, PolicyConfig()).properties:
        problems.append(f"'{ALL}' takes a level only; give settings to a policy by its name")
    for name, policy in policies.items():
        problems += _wrong_settings(policy, config[name].properties)
    _raise(file, problems)
    return config


def everywhere(policies: Mapping[str, Policy], config: Mapping[str, PolicyConfig]) -> dict[str, PolicyConfig]:
    """`config` with every policy reported that would else be left out of a stack without a database."""
    return {
        name: replace(given, properties={**given.properties, EVERYWHERE: True})
        if EVERYWHERE in policies[name].settings
        else given
        for name, given in config.items()
    }


def _wrong_settings(policy: Policy, properties: Mapping[str, Any]) -> list[str]:
    problems = []
    for key in properties:
        if key not in policy.settings:
            known = f"it has {', '.join(policy.settings)}" if policy.settings else "it has no settings"
            hint = nearest(key, policy.settings) or f" ({known})"
            problems.append(f"'{policy.name}' has no setting '{key}'{hint}")
    schema = {"type": "object", "properties": dict(policy.settings), "required": list(policy.required)}
    for error in Draft7Validator(schema).iter_errors(dict(properties)):
        where = ".".join([policy.name, *map(str, error.absolute_path)])
        problems.append(f"'{where}': {error.message}")
    return problems


def _raise(file: Path | None, problems: list[str]) -> None:
    if problems:
        where = f"The policy configuration {file}" if file else "The policy pack's own configuration"
        noun = "problem" if len(problems) == 1 else "problems"
        lines = "".join(f"\n  {problem}." for problem in problems)
        raise GuardError(f"{where} has {len(problems)} {noun}:{lines}")
